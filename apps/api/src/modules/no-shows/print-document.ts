import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import { noShowPacket } from "@rehab/domain/handoff/no-show";
import { standingOn } from "@rehab/domain/supervision/case-history";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { ProblemError } from "../../core/problem-error.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { holds } from "../enrollees/annulment.ts";
import { loadPaperPerson } from "../matters/paper-person.ts";
import { documentPrinting, letterPrinting } from "../matters/printing.ts";
import { ReferralProposal, enclosedPapers } from "../matters/referral.ts";
import { certificatePaper, isPrintable, referralPaper, warningPaper } from "./documents/no-show-papers.ts";
import type { Attempt, PaperFacts } from "./documents/no-show-papers.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { noShowMatter } from "./no-show-matter.ts";

/** A warning or certificate. */
export const printDocument = documentPrinting(noShowMatter, (context, record, document) => {
  const { kind, issuedOn } = document;
  if (!isPrintable(kind)) return undefined;
  const head = { number: document.number ?? "", issuedOn };
  return paperFactsOf(context, record, issuedOn).then((facts) =>
    kind === "no_show_warning"
      ? warningPaper(facts, head)
      : certificatePaper(facts, head, attemptsUpTo(record, issuedOn)),
  );
});

/** The letter of a referral. */
export const printReferralLetter = letterPrinting(noShowMatter, {
  action: "referralLetter",
  approvals: ({ approvals }) => approvals,
  title: "逾期未报到人员移交函",
  refusal: "没有同意的移交不能制作移交函",
  paperOf: async (context, record, { approved, on }) => {
    const { letterNumber, organ, note } = ReferralProposal.parse(approved.proposal);
    const { basis } = noShowPacket(record.facts, on, context.law);
    return referralPaper(await paperFactsOf(context, record, on), {
      ...basis,
      head: { number: letterNumber, issuedOn: on },
      organ,
      note,
      attempts: attemptsUpTo(record, on),
      enclosures: ["责令决定书复印件", ...enclosedPapers(record, on, isPrintable), "查找记录"],
    });
  },
});

async function paperFactsOf(
  context: UseCaseContext,
  { caseRecord, facts }: NoShowRecord,
  on: PlainDate,
): Promise<PaperFacts> {
  const person = await loadPaperPerson(context, caseRecord);
  const { deadline } = noShowPacket(facts, on, context.law);
  if (deadline === undefined) throw new ProblemError("wrong_state", { detail: "没有报到期限" });
  return {
    ...person,
    transferredOn: standingOn(facts.history, on).transferToReportOn ?? null,
    dueOn: deadline.date,
    rule: deadline.rule,
  };
}

function attemptsUpTo({ attempts }: NoShowRecord, on: PlainDate): Attempt[] {
  return attempts
    .filter((row) => holds(row) && row.happenedOn <= on)
    .map(({ happenedOn, method, outcome, madeBy }) => ({
      on: happenedOn,
      method: ATTEMPT_METHODS.find(({ code }) => code === method)?.zh ?? method,
      outcome: ATTEMPT_OUTCOMES.find(({ code }) => code === outcome)?.zh ?? outcome,
      madeBy,
    }));
}
