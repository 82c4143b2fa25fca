import { missingOf, noShowPacket } from "@rehab/domain/handoff/no-show";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { approval, caseDocument } from "../../db/schema/handoff.ts";
import { requirePossibleEvent } from "../case-states/require-possible-event.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import type { ApprovalRecord } from "./load-no-shows.ts";
import { answerAfterWrite, getPerson, ownColumns } from "./open-person.ts";
import { requirePossible } from "./possible-actions.ts";
import { ReferralProposal } from "./referral-proposal.ts";

interface ProposalInput {
  readonly id: string;
  readonly body: BodyOf<typeof noShowsEndpoints.proposeReferral>;
}

/** Proposes the referral of a whole packet. Nothing changes for the person before a second one confirms it. */
export const proposeReferral = useCase<ProposalInput, NoShowFile>(
  "no-shows.proposeReferral",
  async (context, { id, body }) => {
    const { tx, audit, now, actor } = context;
    const { id: approvalId, ...proposal } = body;
    const person = await getPerson(tx, id);
    const created = !person.noShow.approvals.some((row) => row.id === approvalId);
    if (created) {
      requirePossible(context, person.noShow, "proposeReferral");
      if (actor.accountId === null) throw new ProblemError("forbidden");
      const { countyCode, stationId, enrolleeId, caseId } = ownColumns(context, person);
      await tx.insert(approval).values({
        id: approvalId,
        countyCode,
        stationId,
        enrolleeId,
        caseId,
        kind: "no_show_referral",
        proposal,
        proposedAt: now,
        proposedBy: actor.accountId,
      });
    }
    audit({
      action: "no-shows.proposeReferral",
      subjectType: "approval",
      subjectId: approvalId,
      change: { enrolleeId: id, created },
    });
    return answerAfterWrite(context, id);
  },
);

/**
 * Carries a confirmed referral out: from today the case is one that was handed to the police. Throws `wrong_state`
 * when the packet is no longer whole, or the person has come meanwhile.
 */
export async function carryOutReferral(context: UseCaseContext, approved: ApprovalRecord): Promise<void> {
  const { tx, actor, today, law } = context;
  const person = await getPerson(tx, approved.enrolleeId);
  const packet = noShowPacket(person.noShow.facts, today, law);
  if (!packet.canRefer || person.noShow.caseRecord.id !== approved.caseId) {
    throw new ProblemError("wrong_state", { detail: missingOf(packet) ?? "已经移交公安机关" });
  }
  requirePossibleEvent({ kind: "no_show_referred", on: today }, person.noShow.facts.history, law);
  const { letterNumber, organ, note } = ReferralProposal.parse(approved.proposal);
  await tx.insert(caseEvent).values({
    ...ownColumns(context, person),
    id: newId(),
    kind: "no_show_referred",
    happenedOn: today,
    reason: `移交函${letterNumber}，${organ}`,
    note,
    details: { proposedBy: approved.proposedBy, confirmedBy: actor.accountId, letterNumber },
  });
  await projectRegister(tx, [approved.enrolleeId], { law, today });
}

interface ReceiptInput {
  readonly id: string;
  readonly body: BodyOf<typeof noShowsEndpoints.recordReferralReceipt>;
}

/** Records that the police signed for the packet (移交回执), which closes the referral. */
export const recordReferralReceipt = useCase<ReceiptInput, NoShowFile>(
  "no-shows.recordReferralReceipt",
  async (context, { id, body }) => {
    const { tx, audit, today, law } = context;
    const person = await getPerson(tx, id);
    const created = !person.noShow.documents.some((row) => row.id === body.id);
    if (created) {
      requirePossible(context, person.noShow, "recordReferralReceipt");
      refuseFutureDay(body.issuedOn, today, "/issuedOn");
      const { referredOn } = noShowPacket(person.noShow.facts, today, law);
      if (referredOn !== undefined && body.issuedOn < referredOn) {
        throw new ProblemError("invalid_input", {
          errors: [{ pointer: "/issuedOn", detail: `签收日期不能早于移交日期（${referredOn}）` }],
        });
      }
      await tx
        .insert(caseDocument)
        .values({ ...ownColumns(context, person), ...body, kind: "referral_receipt" });
    }
    audit({
      action: "no-shows.recordReferralReceipt",
      subjectType: "caseDocument",
      subjectId: body.id,
      change: { enrolleeId: id, issuedOn: body.issuedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);
