import { EndDetails } from "@rehab/schema/case-event-details";
import type { CaseStateFile, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { BodyOf } from "@rehab/schema/endpoint";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import { proposing } from "../approvals/propose.ts";
import { annulment } from "../enrollees/annulment.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { lockMatter } from "../matters/matter.ts";
import { otherCase } from "../matters/referral.ts";
import type { ApprovalRecord, EventRow } from "../matters/rows.ts";
import { endAnnulObstacle, endPaperOf, isEnd, restsOnEnd } from "./end-annul-obstacle.ts";
import { EndAnnulmentProposal } from "./end-proposal.ts";
import type { StatePerson } from "./load-states.ts";
import { stateMatter } from "./state-matter.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof caseStatesEndpoints.proposeEndAnnulment>;
}

/** Proposes to annul a release or termination that was recorded wrongly. */
export const proposeEndAnnulment = proposing<StatePerson, CaseStateFile, Input>(stateMatter, {
  action: "proposeEndAnnulment",
  kind: "end_annulment",
  known: ({ proposals }) => proposals,
  refuse: (context, person, { body }) => {
    const row = getEnd(person, body.eventId);
    requireAtStation(context.actor, "create", "Approval", row.stationId);
    const obstacle = endAnnulObstacle(context, row, person);
    if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
  },
  also: ({ body }, person) => {
    const { kind, happenedOn, details } = getEnd(person, body.eventId);
    const { number } = EndDetails.partial().parse(details ?? {});
    return { kind, on: happenedOn, number: number ?? null };
  },
  change: ({ body: { eventId } }) => ({ eventId }),
});

function getEnd({ events }: StatePerson, id: string): EventRow {
  const row = events.find((event) => event.id === id && isEnd(event));
  if (row === undefined) throw new ProblemError("not_found");
  return row;
}

/**
 * Carries a confirmed annulment out: the end and its paper stay on record with the reason, and the case stands as it did
 * before. Throws `wrong_state` when something rests on the end by now, or the person has a later case.
 */
export async function carryOutEndAnnulment(context: UseCaseContext, approved: ApprovalRecord): Promise<void> {
  const { tx, audit, today, law } = context;
  const { enrolleeId } = approved;
  const { eventId, reason } = EndAnnulmentProposal.parse(approved.proposal);
  const person = await lockMatter(context, stateMatter, enrolleeId);
  const row = person.events.find(({ id }) => id === eventId);
  if (person.facts.caseId !== approved.caseId || row === undefined) throw otherCase();
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
