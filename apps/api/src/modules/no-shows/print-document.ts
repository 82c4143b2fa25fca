import { zhOf } from "@rehab/domain/code-list";
import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import { noShowPacket } from "@rehab/domain/handoff/no-show";
import { standingOn } from "@rehab/domain/supervision/case-history";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { dayOf } from "../../core/clock.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { station, township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { certificatePaper, isPrintable, referralPaper, warningPaper } from "./documents/no-show-papers.ts";
import type { Attempt, PaperFacts, PaperPerson } from "./documents/no-show-papers.ts";
import { toWord } from "./documents/official-layout.ts";
import type { CaseRow } from "../enrollees/case-facts.ts";
import { holds } from "./load-no-shows.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { getPerson } from "./open-person.ts";
import type { OpenedPerson } from "./open-person.ts";
import { ReferralProposal } from "./referral-proposal.ts";

interface Input {
  readonly id: string;
  readonly factId: string;
}

export interface WordFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A warning or certificate as Word, with the whole name and number. That it was made stays in the person's file. */
export const printDocument = useCase<Input, WordFile>(
  "no-shows.document",
  async (context, { id, factId }) => {
    const { tx, audit } = context;
    const person = await getPerson(tx, id);
    const document = person.noShow.documents.find((row) => row.id === factId);
    if (document === undefined) throw new ProblemError("not_found");
    const kind = document.kind as DocumentKind;
    if (!holds(document)) throw new ProblemError("wrong_state", { detail: "这份文书已经撤销" });
    if (!isPrintable(kind)) throw new ProblemError("wrong_state", { detail: "这种文书不由本系统制作" });
    const facts = await paperFactsOf(context, person, document.issuedOn);
    const head = { number: document.number ?? "", issuedOn: document.issuedOn };
    const paper =
      kind === "no_show_warning"
        ? warningPaper(facts, head)
        : certificatePaper(facts, head, attemptsUpTo(person.noShow, document.issuedOn));
    audit({
      action: "no-shows.document",
      subjectType: "enrollee",
      subjectId: id,
      change: { documentId: factId, kind },
    });
    return { name: `${zhOf(DOCUMENT_KINDS, kind)}-${document.issuedOn}.docx`, content: await toWord(paper) };
  },
);

/** The letter of a proposed or confirmed referral, with the receipt for the police. */
export const printReferralLetter = useCase<Input, WordFile>(
  "no-shows.referralLetter",
  async (context, { id, factId }) => {
    const { tx, audit, law } = context;
    const person = await getPerson(tx, id);
    const approved = person.noShow.approvals.find((row) => row.id === factId);
    if (approved === undefined) throw new ProblemError("not_found");
    if (approved.state !== "open" && approved.state !== "confirmed") {
      throw new ProblemError("wrong_state", { detail: "没有同意的移交不能制作移交函" });
    }
    const { letterNumber, organ, note } = ReferralProposal.parse(approved.proposal);
    const on = dayOf(approved.decidedAt ?? approved.proposedAt);
    const { basis } = noShowPacket(person.noShow.facts, on, law);
    const paper = referralPaper(await paperFactsOf(context, person, on), {
      ...basis,
      head: { number: letterNumber, issuedOn: on },
      organ,
      note,
      attempts: attemptsUpTo(person.noShow, on),
      enclosures: enclosuresOf(person.noShow, on),
    });
    audit({
      action: "no-shows.referralLetter",
      subjectType: "enrollee",
      subjectId: id,
      change: { approvalId: factId },
    });
    return { name: `逾期未报到人员移交函-${on}.docx`, content: await toWord(paper) };
  },
);

async function paperFactsOf(
  context: UseCaseContext,
  { id, noShow }: OpenedPerson,
  on: PlainDate,
): Promise<PaperFacts> {
  const person = await loadPaperPerson(context, id, noShow.caseRecord);
  const { deadline } = noShowPacket(noShow.facts, on, context.law);
  if (deadline === undefined) throw new ProblemError("wrong_state", { detail: "没有报到期限" });
  return {
    ...person,
    transferredOn: standingOn(noShow.facts.history, on).transferToReportOn ?? null,
    dueOn: deadline.date,
    rule: deadline.rule,
  };
}

/** What every paper says about a person and the order of a case. Throws `not_found`. */
export async function loadPaperPerson(
  { tx, cipher, county }: UseCaseContext,
  id: string,
  caseRecord: CaseRow,
): Promise<PaperPerson> {
  const [row] = await tx
    .select({
      name: enrollee.name,
      sex: enrollee.sex,
      birthDate: enrollee.birthDate,
      idNumberCipher: enrollee.idNumberCipher,
      phoneCipher: enrollee.phoneCipher,
      residence: enrollee.residence,
      townshipName: township.name,
      stationName: station.name,
    })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .where(eq(enrollee.id, id));
  if (row === undefined) throw new ProblemError("not_found");
  const { idNumberCipher, phoneCipher, ...shown } = row;
  const whole = (stored: Buffer | null) => (stored === null ? null : cipher.decrypt(stored));
  const { measure, orderNumber, orderOrgan, receivedOn } = caseRecord;
  return {
    ...shown,
    sex: row.sex as PaperPerson["sex"],
    idNumber: whole(idNumberCipher),
    phone: whole(phoneCipher),
    measure: measure as Measure,
    orderNumber,
    orderOrgan,
    receivedOn,
    countyName: county.name,
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

/** The papers that go along: those of the packet, each with its number. */
function enclosuresOf({ documents, receipts }: NoShowRecord, on: PlainDate): string[] {
  const papers = documents.filter(
    (row) => holds(row) && row.issuedOn <= on && isPrintable(row.kind as DocumentKind),
  );
  return [
    "责令决定书复印件",
    ...papers.flatMap((paper) => {
      const title = `${zhOf(DOCUMENT_KINDS, paper.kind as DocumentKind)}${paper.number ?? ""}`;
      const isServed = receipts.some((receipt) => receipt.documentId === paper.id && holds(receipt));
      return isServed ? [title, `${title}的送达回执`] : [title];
    }),
    "查找记录",
  ];
}
