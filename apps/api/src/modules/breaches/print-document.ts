import { breachLadder } from "@rehab/domain/breach/breach-ladder";
import { breachBasis } from "@rehab/domain/breach/breach-packet";
import { isolationCautions } from "@rehab/domain/handoff/no-show";
import type { Law } from "@rehab/domain/law/law";
import { daysOfRule, ruleOn } from "@rehab/domain/law/rule";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { loadPaperPerson } from "../matters/paper-person.ts";
import { documentPrinting, letterPrinting } from "../matters/printing.ts";
import { ReferralProposal, enclosedPapers } from "../matters/referral.ts";
import { dayInWords } from "../no-shows/documents/no-show-papers.ts";
import { breachMatter } from "./breach-matter.ts";
import { breachPaper, breachReferralPaper, isBreachPaper } from "./documents/breach-papers.ts";
import type { BreachMatter } from "./documents/breach-papers.ts";
import type { BreachCase } from "./load-breaches.ts";

/** A document of the ladder. */
export const printDocument = documentPrinting(breachMatter, (context, record, document) => {
  const { kind, number, issuedOn, note } = document;
  if (!isBreachPaper(kind)) return undefined;
  const head = { number: number ?? "", issuedOn, note };
  return loadPaperPerson(context, record.facts.record).then((person) =>
    breachPaper(kind, person, head, matterOf(record, issuedOn, context.law)),
  );
});

/** The letter of a referral. */
export const printReferralLetter = letterPrinting(breachMatter, {
  action: "referralLetter",
  approvals: ({ approvals }) => approvals,
  title: "严重违反协议人员移交函",
  refusal: "没有同意的移交不能制作移交函",
  paperOf: async (context, record, { approved, on }) => {
    const { letterNumber, organ, note } = ReferralProposal.parse(approved.proposal);
    return breachReferralPaper(await loadPaperPerson(context, record.facts.record), {
      ...matterOf(record, on, context.law),
      head: { number: letterNumber, issuedOn: on },
      organ,
      note,
      cautions: isolationCautions(record, on, context.law),
      enclosures: [
        "责令决定书复印件",
        "协议书复印件",
        ...enclosedPapers(record, on, isBreachPaper),
        "检测、外出和违反协议的记录",
      ],
    });
  },
});

/** What had happened by a day. */
function matterOf({ facts }: BreachCase, on: PlainDate, law: Law): BreachMatter {
  const { occurrences } = breachLadder(facts, on, law);
  const { sentence, citation } = breachBasis(facts.history.measure, on, law);
  return {
    lines: occurrences.map((each) => `${dayInWords(each.on)}，${each.what}`),
    sentence,
    citation,
    reportableDays: daysOfRule(ruleOn("T7", on, law.rules)),
  };
}
