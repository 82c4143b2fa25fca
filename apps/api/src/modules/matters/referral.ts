import { zhOf } from "@rehab/domain/code-list";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import type { CaseEvent } from "@rehab/domain/supervision/case-event";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { z } from "zod";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { ReferralView, noShowsEndpoints } from "@rehab/schema/no-shows";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import { proposing } from "../approvals/propose.ts";
import { holds } from "../enrollees/annulment.ts";
import { factOf } from "../enrollees/present-case.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { lockMatter } from "./matter.ts";
import type { Matter } from "./matter.ts";
import { recording } from "./recording.ts";
import type { ApprovalRecord, DocumentRow, ReceiptRow } from "./rows.ts";
import { proposed } from "./views.ts";
import type { NameOf } from "./views.ts";

/** What an approval of a referral holds: the letter that goes to the police once it is confirmed. */
export const ReferralProposal = z.object({
  letterNumber: z.string(),
  organ: z.string(),
  note: z.string().nullable(),
});
export type ReferralProposal = z.infer<typeof ReferralProposal>;

interface ReferredRecord {
  readonly documents: readonly DocumentRow[];
  readonly approvals: readonly ApprovalRecord[];
}

type ReferralAction = "proposeReferral" | "recordReferralReceipt";

interface Referral<R> {
  readonly kind: "no_show_referral" | "breach_referral";
  /** Throws for what cannot be done now. */
  readonly require: (context: UseCaseContext, record: R, action: ReferralAction) => void;
  /** The event by which the police have the case from today. Throws `wrong_state` when it cannot happen. */
  readonly eventOf: (context: UseCaseContext, record: R) => CaseEvent;
  /** The day of the last referral. */
  readonly referredOn: (context: UseCaseContext, record: R) => PlainDate | undefined;
}

/** The three steps by which a case goes to the police: proposed, carried out once confirmed, signed for. */
export function referring<R extends ReferredRecord, F>(matter: Matter<R, F>, referral: Referral<R>) {
  return {
    proposeReferral: proposing<R, F, { id: string; body: ProposalBody }>(matter, {
      action: "proposeReferral",
      kind: referral.kind,
      known: ({ approvals }) => approvals,
      refuse: (context, record) => referral.require(context, record, "proposeReferral"),
    }),

    /** Throws `wrong_state` when the packet is no longer whole, or the proposal was about another case. */
    carryOutReferral: async (context: UseCaseContext, approved: ApprovalRecord): Promise<void> => {
      const { tx, actor, today, law } = context;
      const record = await lockMatter(context, matter, approved.enrolleeId);
      if (matter.caseOf(record).caseId !== approved.caseId) throw otherCase();
      const { kind, ground } = referral.eventOf(context, record);
      const { letterNumber, organ, note } = ReferralProposal.parse(approved.proposal);
      await tx.insert(caseEvent).values({
        ...factOf(context, matter.caseOf(record)),
        id: newId(),
        kind,
        ground: ground ?? null,
        happenedOn: today,
        reason: `移交函${letterNumber}，${organ}`,
        note,
        details: { proposedBy: approved.proposedBy, confirmedBy: actor.accountId, letterNumber },
      });
      await projectRegister(tx, [approved.enrolleeId], { law, today });
    },

    /** The police signed for the packet (移交回执), which closes the referral. */
    recordReferralReceipt: recording<R, F, { id: string; body: ReceiptBody }>(matter, {
      action: "recordReferralReceipt",
      subjectType: "caseDocument",
      known: ({ documents }) => documents,
      change: ({ body: { issuedOn } }) => ({ issuedOn }),
      write: async (context, record, { body }) => {
        referral.require(context, record, "recordReferralReceipt");
        refuseFutureDay(body.issuedOn, context.today, "/issuedOn");
        const referredOn = referral.referredOn(context, record);
        const signed = { pointer: "/issuedOn", day: body.issuedOn };
        refuseEarlierDay(signed, referredOn, `签收日期不能早于移交日期（${referredOn}）`);
        await context.tx
          .insert(caseDocument)
          .values({ ...factOf(context, matter.caseOf(record)), ...body, kind: "referral_receipt" });
      },
    }),
  };
}

type ReceiptBody = BodyOf<typeof noShowsEndpoints.recordReferralReceipt>;
type ProposalBody = BodyOf<typeof noShowsEndpoints.proposeReferral>;

/** What a confirmed proposal was about is no longer the case that stands. */
export function otherCase(): ProblemError {
  return new ProblemError("wrong_state", { detail: "本人已有新的案件" });
}

/** The letter in words, for whoever decides: number, addressee, and what else it says. */
export function letterFacts({ proposal }: Pick<ApprovalRecord, "proposal">) {
  const { letterNumber, organ, note } = ReferralProposal.parse(proposal);
  return [
    { label: "移交函", value: `${letterNumber}，送${organ}` },
    ...(note === null ? [] : [{ label: "其他情况", value: note }]),
  ];
}

/** A proposal to hand a case to the police. */
export function referralView(row: ApprovalRecord, nameOf: NameOf, ownId: string | null): ReferralView {
  return {
    ...ReferralProposal.parse(row.proposal),
    ...proposed(row, nameOf, ownId),
  };
}

/** The papers that go along with a letter of a day, each with its number and its receipt. */
export function enclosedPapers(
  { documents, receipts }: { documents: readonly DocumentRow[]; receipts: readonly ReceiptRow[] },
  on: PlainDate,
  isEnclosed: (kind: DocumentKind) => boolean,
): string[] {
  return documents
    .filter((row) => holds(row) && row.issuedOn <= on && isEnclosed(row.kind as DocumentKind))
    .flatMap((paper) => {
      const title = `${zhOf(DOCUMENT_KINDS, paper.kind as DocumentKind)}${paper.number ?? ""}`;
      const isServed = receipts.some((receipt) => receipt.documentId === paper.id && holds(receipt));
      return isServed ? [title, `${title}的送达回执`] : [title];
    });
}
