import type { BodyOf } from "@rehab/schema/endpoint";
import type { workbenchEndpoints } from "@rehab/schema/workbench";
import { addDays } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { and, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { duty, dutySnooze } from "../../db/schema/supervision.ts";
import { annulment } from "../enrollees/annulment.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { projectPerson } from "../handoffs/handoff-case.ts";

const mostDays = 30;

type SnoozeInput = BodyOf<typeof workbenchEndpoints.snooze>;
type Which = Pick<SnoozeInput, "enrolleeId" | "kind" | "subject">;

/**
 * Puts a deadline of the office off. Throws `not_found` when there is nothing of the kind to do, `wrong_state` for a
 * deadline of the law, and `invalid_input` for a day that is over or more than thirty days away.
 */
export const snoozeDuty = useCase<SnoozeInput, { snoozedTo: PlainDate }>(
  "workbench.snooze",
  async (context, input) => {
    const { tx, audit, today, county, actor, now } = context;
    const { id, until, reason, ...which } = input;
    refuseUntil(until, today);
    await lockEnrollee(context, which.enrolleeId);
    const found = await getDuty(context, which);
    if (!found.snoozable) throw new ProblemError("wrong_state", { detail: "法定期限不能延后" });
    const [known] = await tx.select({ id: dutySnooze.id }).from(dutySnooze).where(eq(dutySnooze.id, id));
    if (known === undefined) {
      await annulSnoozes(context, found.caseId, which, "改期");
      await tx.insert(dutySnooze).values({
        id,
        countyCode: county.code,
        stationId: found.stationId,
        enrolleeId: which.enrolleeId,
        caseId: found.caseId,
        kind: which.kind,
        subject: which.subject,
        until,
        reason,
        recordedAt: now,
        recordedBy: actor.accountId,
      });
      await projectPerson(context, which.enrolleeId);
    }
    audit({
      action: "workbench.snooze",
      subjectType: "enrollee",
      subjectId: which.enrolleeId,
      change: { kind: which.kind, subject: which.subject, until, created: known === undefined },
      reason,
    });
    return { snoozedTo: until };
  },
);

type WakeInput = BodyOf<typeof workbenchEndpoints.wake>;

/** Brings back what was put off. Throws `not_found` when there is nothing of the kind to do. */
export const wakeDuty = useCase<WakeInput, { woken: boolean }>(
  "workbench.wake",
  async (context, { reason, ...which }) => {
    const { audit } = context;
    await lockEnrollee(context, which.enrolleeId);
    const found = await getDuty(context, which);
    const woken = await annulSnoozes(context, found.caseId, which, reason);
    if (woken) await projectPerson(context, which.enrolleeId);
    audit({
      action: "workbench.wake",
      subjectType: "enrollee",
      subjectId: which.enrolleeId,
      change: { kind: which.kind, subject: which.subject, woken },
      reason,
    });
    return { woken };
  },
);

function refuseUntil(until: PlainDate, today: PlainDate): void {
  const detail =
    until <= today ? "应晚于今天" : until > addDays(today, mostDays) ? `最多延后${mostDays}日` : undefined;
  if (detail !== undefined)
    throw new ProblemError("invalid_input", { errors: [{ pointer: "/until", detail }] });
}

async function getDuty({ tx }: UseCaseContext, { enrolleeId, kind, subject }: Which) {
  const [found] = await tx
    .select()
    .from(duty)
    .where(and(eq(duty.enrolleeId, enrolleeId), eq(duty.kind, kind), eq(duty.subject, subject)));
  if (found === undefined) throw new ProblemError("not_found");
  return found;
}

async function annulSnoozes(
  context: UseCaseContext,
  caseId: string,
  { kind, subject }: Which,
  reason: string,
): Promise<boolean> {
  const annulled = await context.tx
    .update(dutySnooze)
    .set(annulment(context, reason))
    .where(
      and(
        eq(dutySnooze.caseId, caseId),
        eq(dutySnooze.kind, kind),
        eq(dutySnooze.subject, subject),
        isNull(dutySnooze.annulledAt),
      ),
    )
    .returning({ id: dutySnooze.id });
  return annulled.length > 0;
}
