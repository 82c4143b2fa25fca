import { EndDetails } from "@rehab/schema/case-event-details";
import type { CaseStateFile, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { BodyOf } from "@rehab/schema/endpoint";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { approval, caseDocument } from "../../db/schema/handoff.ts";
import { annulment, factOf } from "../enrollees/present-case.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import type { ApprovalRecord } from "../no-shows/load-no-shows.ts";
import { endAnnulObstacle, endPaperOf, isEnd, restsOnEnd } from "./end-annul-obstacle.ts";
import { EndAnnulmentProposal } from "./end-proposal.ts";
import { answerAfterWrite, lockStatePerson } from "./open-person.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof caseStatesEndpoints.proposeEndAnnulment>;
}

/** Proposes to annul a release or termination that was recorded wrongly. Nothing changes before a second one confirms. */
export const proposeEndAnnulment = useCase<Input, CaseStateFile>(
  "case-states.proposeEndAnnulment",
  async (context, { id, body }) => {
    const { tx, audit, now, actor } = context;
    const { id: approvalId, eventId, reason } = body;
    const person = await lockStatePerson(context, id);
    const row = person.events.find((each) => each.id === eventId && isEnd(each));
    if (row === undefined) throw new ProblemError("not_found");
    const created = !person.proposals.some((each) => each.id === approvalId);
    if (created) {
      requireAtStation(actor, "create", "Approval", row.stationId);
      const obstacle = endAnnulObstacle(context, row, person);
      if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
      if (actor.accountId === null) throw new ProblemError("forbidden");
      const { countyCode, stationId, enrolleeId, caseId } = factOf(context, person.facts);
      const { number } = EndDetails.partial().parse(row.details ?? {});
      const proposal = { eventId, kind: row.kind, on: row.happenedOn, number: number ?? null, reason };
      await tx.insert(approval).values({
        id: approvalId,
        countyCode,
        stationId,
        enrolleeId,
        caseId,
        kind: "end_annulment",
        proposal,
        proposedAt: now,
        proposedBy: actor.accountId,
      });
    }
    audit({
      action: "case-states.proposeEndAnnulment",
      subjectType: "approval",
      subjectId: approvalId,
      change: { enrolleeId: id, eventId, created },
      reason,
    });
    return answerAfterWrite(context, id);
  },
);

/**
 * Carries a confirmed annulment out: the end and its paper stay on record with the reason, and the case stands as it did
 * before. Throws `wrong_state` when something rests on the end by now, or the person has a later case.
 */
export async function carryOutEndAnnulment(context: UseCaseContext, approved: ApprovalRecord): Promise<void> {
  const { tx, audit, today, law } = context;
  const { enrolleeId } = approved;
  const { eventId, reason } = EndAnnulmentProposal.parse(approved.proposal);
  const person = await lockStatePerson(context, enrolleeId);
  const row = person.events.find(({ id }) => id === eventId);
  if (person.facts.caseId !== approved.caseId || row === undefined) {
    throw new ProblemError("wrong_state", { detail: "本人已有新的案件" });
  }
  const obstacle = restsOnEnd(row, person);
  if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
  const mark = annulment(context, reason);
  await tx.update(caseEvent).set(mark).where(eq(caseEvent.id, eventId));
  const paperId = endPaperOf(row);
  if (paperId !== null) await tx.update(caseDocument).set(mark).where(eq(caseDocument.id, paperId));
  audit({
    action: "case-states.annulEnd",
    subjectType: "caseEvent",
    subjectId: eventId,
    change: { enrolleeId, kind: row.kind, annulled: true },
    reason,
  });
  await projectRegister(tx, [enrolleeId], { law, today });
}
