import { zhOf } from "@rehab/domain/code-list";
import { STEP_OBSTACLES, canRecord, eventOfStep } from "@rehab/domain/handoff/can-record";
import type { IntakeStep } from "@rehab/domain/handoff/can-record";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { getHandoffCase, projectPerson } from "./handoff-case.ts";
import type { HandoffCase } from "./handoff-case.ts";
import { mayRecordStep } from "./possible-actions.ts";

/** A step as it is recorded; `id` was made by whoever asks, so that a resend changes nothing. */
export interface Step {
  readonly action: string;
  readonly step: IntakeStep;
  readonly caseId: string;
  readonly id: string;
  readonly happenedOn: PlainDate;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly details?: unknown;
}

/**
 * Records a step of a case where the domain allows it. Throws `not_found`, `forbidden` for another station's
 * person, `wrong_state` with the obstacle, or `invalid_input` for a day to come.
 */
export async function recordStep(context: UseCaseContext, step: Step): Promise<void> {
  const { audit, today } = context;
  refuseFutureDay(step.happenedOn, today, "/happenedOn");
  const found = await getHandoffCase(context.tx, step.caseId);
  if (!mayRecordStep(context.actor, step.step, found)) throw new ProblemError("forbidden");
  await lockEnrollee(context, found.person.id);
  const recorded = await isRecorded(context, step);
  if (!recorded) {
    refuseObstacle(step.step, found, step.happenedOn);
    await insertStep(context, found, step);
    await projectPerson(context, found.person.id);
  }
  audit({
    action: step.action,
    subjectType: "enrollee",
    subjectId: found.person.id,
    change: { caseId: step.caseId, eventId: step.id, happenedOn: step.happenedOn, created: !recorded },
  });
}

/** Whether this very request came before. Throws `invalid_input` when the id is that of something else. */
export async function isRecorded({ tx }: UseCaseContext, { id, caseId }: Step): Promise<boolean> {
  const [event] = await tx.select({ caseId: caseEvent.caseId }).from(caseEvent).where(eq(caseEvent.id, id));
  if (event !== undefined && event.caseId !== caseId) throw idInUse();
  return event !== undefined;
}

/** Throws `wrong_state` with the reason when a step cannot be recorded for a day. */
export function refuseObstacle(step: IntakeStep, { facts }: HandoffCase, on: PlainDate): void {
  const obstacle = canRecord(step, facts.history, on);
  if (obstacle !== undefined)
    throw new ProblemError("wrong_state", { detail: zhOf(STEP_OBSTACLES, obstacle) });
}

/** Writes the event, at the station that the person has now. */
export async function insertStep(
  { tx, county, actor, now }: UseCaseContext,
  { facts, person }: HandoffCase,
  { id, step, happenedOn, reason, note, details }: Step,
  stationId = person.stationId,
): Promise<void> {
  const inserted = await tx
    .insert(caseEvent)
    .values({
      id,
      countyCode: county.code,
      stationId,
      enrolleeId: person.id,
      caseId: facts.caseId,
      kind: eventOfStep(step, facts.history, happenedOn),
      happenedOn,
      reason: reason ?? null,
      note: note ?? null,
      details: details ?? null,
      recordedAt: now,
      recordedBy: actor.accountId,
    })
    .onConflictDoNothing()
    .returning({ id: caseEvent.id });
  if (inserted.length === 0) throw idInUse();
}

/** The id belongs to something that this actor does not see or did not mean. */
function idInUse(): ProblemError {
  return new ProblemError("invalid_input", {
    errors: [{ pointer: "/id", detail: "编号已被使用，请重新打开表单再提交" }],
  });
}
