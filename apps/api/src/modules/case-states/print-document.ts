import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import { termOf } from "@rehab/domain/supervision/term";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { toWord } from "../no-shows/documents/official-layout.ts";
import { holds } from "../no-shows/load-no-shows.ts";
import { loadPaperPerson } from "../no-shows/print-document.ts";
import type { WordFile } from "../no-shows/print-document.ts";
import { isLetter, releaseRequestPaper } from "./documents/release-request.ts";
import { getStatePerson } from "./open-person.ts";

interface Input {
  readonly id: string;
  readonly factId: string;
}

/** 函请出具解除通知书 as Word, with the whole name and number. That it was made stays in the person's file. */
export const printDocument = useCase<Input, WordFile>(
  "case-states.document",
  async (context, { id, factId }) => {
    const { tx, audit, law } = context;
    const { facts, documents } = await getStatePerson(tx, id);
    const document = documents.find((row) => row.id === factId);
    if (document === undefined) throw new ProblemError("not_found");
    const { kind, number, issuedOn, addressee, note } = document;
    if (!holds(document)) throw new ProblemError("wrong_state", { detail: "这份文书已经撤销" });
    if (!isLetter(kind)) throw new ProblemError("wrong_state", { detail: "这种文书不由本系统制作" });
    const term = termOf(facts.history, issuedOn, law);
    if (term === undefined) throw new ProblemError("wrong_state", { detail: "本人还没有报到，没有期限" });
    const rule = ruleOn("T14", issuedOn, law.rules);
    const paper = releaseRequestPaper(await loadPaperPerson(context, id, facts.record), {
      head: { number: number ?? "", issuedOn },
      organ: addressee ?? "",
      reportedOn: term.startOn,
      endOn: term.endOn,
      stoppedDays: term.stoppedDays,
      assessedOn: documents.findLast(
        (row) => row.kind === "end_assessment" && holds(row) && row.issuedOn <= issuedOn,
      )?.issuedOn,
      note,
      sentence: rule.says,
      citation: citationOf(rule),
    });
    audit({
      action: "case-states.document",
      subjectType: "enrollee",
      subjectId: id,
      change: { documentId: factId, kind },
    });
    return { name: `函请出具解除通知书-${issuedOn}.docx`, content: await toWord(paper) };
  },
);
