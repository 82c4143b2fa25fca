import { breachPacket, breachPacketLacks } from "@rehab/domain/breach/breach-packet";
import type { BreachFile, breachesEndpoints } from "@rehab/schema/breaches";
import type { BodyOf } from "@rehab/schema/endpoint";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { approval, caseDocument } from "../../db/schema/handoff.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import type { ApprovalRecord } from "../no-shows/load-no-shows.ts";
import { ReferralProposal } from "../no-shows/referral-proposal.ts";
import { factOf } from "../enrollees/present-case.ts";
import { answerAfterWrite, getPerson } from "./open-person.ts";
import { requirePossible } from "./possible-actions.ts";

interface ProposalInput {
  readonly id: string;
  readonly body: BodyOf<typeof breachesEndpoints.proposeReferral>;
}

/** Proposes the referral of a whole packet. Nothing changes for the person before a second one confirms it. */
export const proposeReferral = useCase<ProposalInput, BreachFile>(
  "breaches.proposeReferral",
  async (context, { id, body }) => {
    const { tx, audit, now, actor } = context;
    const { id: approvalId, ...proposal } = body;
    const person = await getPerson(tx, id);
    const created = !person.breach.approvals.some((row) => row.id === approvalId);
    if (created) {
      requirePossible(context, person.breach, "proposeReferral");
      if (actor.accountId === null) throw new ProblemError("forbidden");
      const { countyCode, stationId, enrolleeId, caseId } = factOf(context, person.breach.facts);
      await tx.insert(approval).values({
        id: approvalId,
        countyCode,
        stationId,
        enrolleeId,
        caseId,
        kind: "breach_referral",
        proposal,
        proposedAt: now,
        proposedBy: actor.accountId,
      });
    }
    audit({
      action: "breaches.proposeReferral",
      subjectType: "approval",
      subjectId: approvalId,
      change: { enrolleeId: id, created },
    });
    return answerAfterWrite(context, id);
  },
);

/**
 * Carries a confirmed referral out: from today the police have the case. Throws `wrong_state` when the packet is no
 * longer whole.
 */
export async function carryOutReferral(context: UseCaseContext, approved: ApprovalRecord): Promise<void> {
  const { tx, actor, today, law } = context;
  const person = await getPerson(tx, approved.enrolleeId);
  const packet = breachPacket(person.breach.facts, today, law);
  if (!packet.canRefer || packet.ground === undefined || person.breach.facts.caseId !== approved.caseId) {
    const detail = packet.settled ?? breachPacketLacks(packet) ?? "已经移交公安机关";
    throw new ProblemError("wrong_state", { detail });
  }
  const { letterNumber, organ, note } = ReferralProposal.parse(approved.proposal);
  await tx.insert(caseEvent).values({
    ...factOf(context, person.breach.facts),
    id: newId(),
    kind: "breach_referred",
    ground: packet.ground,
    happenedOn: today,
    reason: `移交函${letterNumber}，${organ}`,
    note,
    details: { proposedBy: approved.proposedBy, confirmedBy: actor.accountId, letterNumber },
  });
  await projectRegister(tx, [approved.enrolleeId], { law, today });
}

interface ReceiptInput {
  readonly id: string;
  readonly body: BodyOf<typeof breachesEndpoints.recordReferralReceipt>;
}

/** Records that the police signed for the packet (移交回执), which closes the referral. */
export const recordReferralReceipt = useCase<ReceiptInput, BreachFile>(
  "breaches.recordReferralReceipt",
  async (context, { id, body }) => {
    const { tx, audit, today, law } = context;
    const person = await getPerson(tx, id);
    const created = !person.breach.documents.some((row) => row.id === body.id);
    if (created) {
      requirePossible(context, person.breach, "recordReferralReceipt");
      refuseFutureDay(body.issuedOn, today, "/issuedOn");
      const { referredOn } = breachPacket(person.breach.facts, today, law);
      const signed = { pointer: "/issuedOn", day: body.issuedOn };
      refuseEarlierDay(signed, referredOn, `签收日期不能早于移交日期（${referredOn}）`);
      await tx
        .insert(caseDocument)
        .values({ ...factOf(context, person.breach.facts), ...body, kind: "referral_receipt" });
    }
    audit({
      action: "breaches.recordReferralReceipt",
      subjectType: "caseDocument",
      subjectId: body.id,
      change: { enrolleeId: id, issuedOn: body.issuedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);
