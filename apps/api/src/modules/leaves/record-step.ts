import type { BodyOf } from "@rehab/schema/endpoint";
import type { LeaveFile, leavesEndpoints } from "@rehab/schema/leaves";
import { dueBackOn } from "@rehab/domain/leave/leave";
import type { LeaveStepKind } from "@rehab/domain/leave/leave";
import { addDays } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { leave } from "../../db/schema/case-facts.ts";
import { leaveStep } from "../../db/schema/supervision.ts";
import { annulment } from "../enrollees/annulment.ts";
import { factOf, lockPresentCase } from "../enrollees/present-case.ts";
import { leaveObstacles } from "./leave-view.ts";
import type { LeaveAction } from "./leave-view.ts";
import { loadLeaves } from "./load-leaves.ts";
import type { LeaveRecord } from "./load-leaves.ts";
import { answerAfterWrite } from "../matters/matter.ts";
import { leaveMatter } from "./leave-file.ts";

type Endpoints = typeof leavesEndpoints;
type Input<Name extends "decide" | "extend" | "checkReturn" | "cancel" | "annul"> = {
  readonly leaveId: string;
  readonly body: BodyOf<Endpoints[Name]>;
};

/** Grants or refuses a leave. Whoever recorded it decides nothing. */
export const decideLeave = useCase<Input<"decide">, LeaveFile>(
  "leaves.decide",
  async (context, { leaveId, body }) => {
    const { decision, ...step } = body;
    const record = await lockLeave(context, leaveId);
    requireAtStation(context.actor, "update", "Approval", record.row.stationId);
    if (record.row.recordedBy === context.actor.accountId) throw new ProblemError("second_person_required");
    return recordStep(context, record, { ...step, action: "decide", kind: decision, dueBackOn: null });
  },
);

/** Puts the day of return off. Days that were over by then stay unauthorised. */
export const extendLeave = useCase<Input<"extend">, LeaveFile>(
  "leaves.extend",
  async (context, { leaveId, body }) => {
    const record = await lockLeave(context, leaveId);
    const first = addDays(dueBackOn(record.leave, body.happenedOn), 1);
    refuseEarlierDay({ pointer: "/dueBackOn", day: body.dueBackOn }, first, "应晚于原来的返回日期");
    return recordStep(context, record, { ...body, action: "extend", kind: "extended" });
  },
);

/** Records that the person is back (销假). */
export const checkReturn = useCase<Input<"checkReturn">, LeaveFile>(
  "leaves.checkReturn",
  async (context, { leaveId, body }) => {
    const record = await lockLeave(context, leaveId);
    refuseEarlierDay({ pointer: "/happenedOn", day: body.happenedOn }, record.row.leftOn, "不能早于外出日期");
    return recordStep(context, record, { ...body, action: "checkReturn", kind: "returned", dueBackOn: null });
  },
);

/** Records that the person never left. */
export const cancelLeave = useCase<Input<"cancel">, LeaveFile>(
  "leaves.cancel",
  async (context, { leaveId, body }) =>
    recordStep(context, await lockLeave(context, leaveId), {
      ...body,
      action: "cancel",
      kind: "cancelled",
      dueBackOn: null,
    }),
);

/** Annuls a leave that was recorded wrongly; it stays in the ledger with the reason. */
export const annulLeave = useCase<Input<"annul">, LeaveFile>(
  "leaves.annul",
  async (context, { leaveId, body }) => {
    const { tx, audit } = context;
    const { row } = await lockLeave(context, leaveId);
    requireAtStation(context.actor, "update", "CaseFile", row.stationId);
    if (row.annulledAt === null) {
      await tx.update(leave).set(annulment(context, body.reason)).where(eq(leave.id, leaveId));
    }
    audit({
      action: "leaves.annul",
      subjectType: "enrollee",
      subjectId: row.enrolleeId,
      change: { leaveId, annulled: row.annulledAt === null },
      reason: body.reason,
    });
    return answerAfterWrite(context, leaveMatter, row.enrolleeId);
  },
);

interface Step {
  readonly action: LeaveAction;
  readonly kind: LeaveStepKind;
  readonly id: string;
  readonly happenedOn: PlainDate;
  readonly dueBackOn: PlainDate | null;
  readonly by: string;
  readonly note: string | null;
}

async function recordStep(
  context: UseCaseContext,
  record: LeaveRecord,
  { action, id, ...step }: Step,
): Promise<LeaveFile> {
  const { tx, audit, today, law } = context;
  const { row, leave: facts } = record;
  const [known] = await tx.select({ id: leaveStep.id }).from(leaveStep).where(eq(leaveStep.id, id));
  if (known === undefined) {
    if (action !== "decide") requireAtStation(context.actor, "update", "CaseFile", row.stationId);
    refuseFutureDay(step.happenedOn, today, "/happenedOn");
    refuseEarlierDay(
      { pointer: "/happenedOn", day: step.happenedOn },
      row.requestedOn ?? (action === "cancel" ? null : row.leftOn),
      "不能早于报告日期",
    );
    const obstacle = leaveObstacles(facts, row.annulledAt !== null, today, law)[action];
    if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
    await tx.insert(leaveStep).values({ ...factOf(context, row), ...step, id, leaveId: row.id });
  }
  audit({
    action: `leaves.${action}`,
    subjectType: "enrollee",
    subjectId: row.enrolleeId,
    change: { leaveId: row.id, kind: step.kind, happenedOn: step.happenedOn, created: known === undefined },
  });
  return answerAfterWrite(context, leaveMatter, row.enrolleeId);
}

/** A leave in sight, its person held until the end of the write. Throws `not_found`. */
async function lockLeave(context: UseCaseContext, leaveId: string): Promise<LeaveRecord> {
  const { tx } = context;
  const [owner] = await tx.select({ id: leave.enrolleeId }).from(leave).where(eq(leave.id, leaveId));
  if (owner === undefined) throw new ProblemError("not_found");
  await lockPresentCase(context, owner.id);
  const [record] = await loadLeaves(tx, eq(leave.id, leaveId));
  if (record === undefined) throw new ProblemError("not_found");
  return record;
}
