import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import { termOf } from "@rehab/domain/supervision/term";
import { ProblemError } from "../../core/problem-error.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { holds } from "../enrollees/annulment.ts";
import { loadPaperPerson } from "../matters/paper-person.ts";
import { documentPrinting } from "../matters/printing.ts";
import type { DocumentRow } from "../matters/rows.ts";
import { isLetter, releaseRequestPaper } from "./documents/release-request.ts";
import type { StatePerson } from "./load-states.ts";
import { stateMatter } from "./state-matter.ts";

/** 函请出具解除通知书. */
export const printDocument = documentPrinting(stateMatter, (context, record, document) =>
  isLetter(document.kind) ? releaseRequestOf(context, record, document) : undefined,
);

async function releaseRequestOf(
  context: UseCaseContext,
  { facts, documents }: StatePerson,
  { number, issuedOn, addressee, note }: DocumentRow,
) {
  const { law } = context;
  const term = termOf(facts.history, issuedOn, law);
  if (term === undefined) throw new ProblemError("wrong_state", { detail: "本人还没有报到，没有期限" });
  const rule = ruleOn("T14", issuedOn, law.rules);
  return releaseRequestPaper(await loadPaperPerson(context, facts.record), {
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
}
