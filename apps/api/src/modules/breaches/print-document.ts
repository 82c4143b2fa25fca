import { breachLadder } from "@rehab/domain/breach/breach-ladder";
import { breachBasis } from "@rehab/domain/breach/breach-packet";
import { zhOf } from "@rehab/domain/code-list";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import { isolationCautions } from "@rehab/domain/handoff/no-show";
import type { Law } from "@rehab/domain/law/law";
import { daysOfRule, ruleOn } from "@rehab/domain/law/rule";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { dayOf } from "../../core/clock.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { dayInWords } from "../no-shows/documents/no-show-papers.ts";
import { toWord } from "../no-shows/documents/official-layout.ts";
import { holds } from "../no-shows/load-no-shows.ts";
import { loadPaperPerson } from "../no-shows/print-document.ts";
import type { WordFile } from "../no-shows/print-document.ts";
import { ReferralProposal } from "../no-shows/referral-proposal.ts";
import { breachPaper, breachReferralPaper, isBreachPaper } from "./documents/breach-papers.ts";
import type { BreachMatter } from "./documents/breach-papers.ts";
import type { BreachCase } from "./load-breaches.ts";
import { getPerson } from "./open-person.ts";

interface Input {
  readonly id: string;
  readonly factId: string;
}

/** A document as Word, with the whole name and number. That it was made stays in the person's file. */
export const printDocument = useCase<Input, WordFile>(
  "breaches.document",
  async (context, { id, factId }) => {
    const { tx, audit, law } = context;
    const { breach } = await getPerson(tx, id);
    const document = breach.documents.find((row) => row.id === factId);
    if (document === undefined) throw new ProblemError("not_found");
    const kind = document.kind as DocumentKind;
    if (!holds(document)) throw new ProblemError("wrong_state", { detail: "这份文书已经撤销" });
    if (!isBreachPaper(kind)) throw new ProblemError("wrong_state", { detail: "这种文书不由本系统制作" });
    const person = await loadPaperPerson(context, id, breach.facts.record);
    const { number, issuedOn, note } = document;
    const head = { number: number ?? "", issuedOn, note };
    const paper = breachPaper(kind, person, head, matterOf(breach, issuedOn, law));
    audit({
      action: "breaches.document",
      subjectType: "enrollee",
      subjectId: id,
      change: { documentId: factId, kind },
    });
    return { name: `${zhOf(DOCUMENT_KINDS, kind)}-${issuedOn}.docx`, content: await toWord(paper) };
  },
);

/** The letter of a proposed or confirmed referral, with the receipt for the police. */
export const printReferralLetter = useCase<Input, WordFile>(
  "breaches.referralLetter",
  async (context, { id, factId }) => {
    const { tx, audit, law } = context;
    const opened = await getPerson(tx, id);
    const approved = opened.breach.approvals.find((row) => row.id === factId);
    if (approved === undefined) throw new ProblemError("not_found");
    if (approved.state !== "open" && approved.state !== "confirmed") {
      throw new ProblemError("wrong_state", { detail: "没有同意的移交不能制作移交函" });
    }
    const { letterNumber, organ, note } = ReferralProposal.parse(approved.proposal);
    const on = dayOf(approved.decidedAt ?? approved.proposedAt);
    const { sex, birthDate } = opened;
    const paper = breachReferralPaper(await loadPaperPerson(context, id, opened.breach.facts.record), {
      ...matterOf(opened.breach, on, law),
      head: { number: letterNumber, issuedOn: on },
      organ,
      note,
      cautions: isolationCautions({ sex: sex as "male" | "female" | null, birthDate }, on, law),
      enclosures: enclosuresOf(opened.breach, on),
    });
    audit({
      action: "breaches.referralLetter",
      subjectType: "enrollee",
      subjectId: id,
      change: { approvalId: factId },
    });
    return { name: `严重违反协议人员移交函-${on}.docx`, content: await toWord(paper) };
  },
);

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

/** The papers that go along, each with its number. */
function enclosuresOf({ documents, receipts }: BreachCase, on: PlainDate): string[] {
  const papers = documents.filter(
    (row) => holds(row) && row.issuedOn <= on && isBreachPaper(row.kind as DocumentKind),
  );
  return [
    "责令决定书复印件",
    "协议书复印件",
    ...papers.flatMap((paper) => {
      const title = `${zhOf(DOCUMENT_KINDS, paper.kind as DocumentKind)}${paper.number ?? ""}`;
      const isServed = receipts.some((receipt) => receipt.documentId === paper.id && holds(receipt));
      return isServed ? [title, `${title}的送达回执`] : [title];
    }),
    "检测、外出和违反协议的记录",
  ];
}
