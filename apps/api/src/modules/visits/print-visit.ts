import type { VisitMethod } from "@rehab/domain/visit/visit";
import { VisitDetails } from "@rehab/schema/visits";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { visit } from "../../db/schema/case-facts.ts";
import { getCase } from "../enrollees/present-case.ts";
import { toWord } from "../matters/official-layout.ts";
import { loadPaperPerson } from "../matters/paper-person.ts";
import type { WordFile } from "../matters/printing.ts";
import { titleOfVisit, visitPaper } from "./documents/visit-record.ts";

/** 走访记录表 of a visit as Word, with the whole name and phone. That it was made stays in the person's file. */
export const printVisit = useCase<{ id: string }, WordFile>("visits.document", async (context, { id }) => {
  const { tx, audit } = context;
  const [row] = await tx.select().from(visit).where(eq(visit.id, id));
  if (row === undefined) throw new ProblemError("not_found");
  if (row.annulledAt !== null) throw new ProblemError("wrong_state", { detail: "这条记录已经撤销" });
  const { enrolleeId, happenedOn } = row;
  const method = row.method as VisitMethod;
  const { record } = await getCase(tx, row);
  const paper = visitPaper(await loadPaperPerson(context, record), {
    ...row,
    on: happenedOn,
    method,
    details: VisitDetails.nullable().catch(null).parse(row.details),
  });
  audit({
    action: "visits.document",
    subjectType: "enrollee",
    subjectId: enrolleeId,
    change: { visitId: id, happenedOn },
  });
  return { name: `${titleOfVisit(method)}-${happenedOn}.docx`, content: await toWord(paper) };
});
