import type { Leave, LeaveKind, LeaveStepKind } from "@rehab/domain/leave/leave";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import { leave } from "../../db/schema/case-facts.ts";
import { staffMember, station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { leaveStep } from "../../db/schema/supervision.ts";
import { nameOf } from "../enrollees/register-row.ts";

export type LeaveRow = typeof leave.$inferSelect;
export type StepRow = typeof leaveStep.$inferSelect;

/** A leave with what followed it, as stored and as the domain reads it. */
export interface LeaveRecord {
  readonly row: LeaveRow;
  readonly name: string;
  readonly stationName: string;
  readonly caseworkerName: string | null;
  /** Those that hold, in the order in which they happened. */
  readonly steps: readonly StepRow[];
  readonly leave: Leave;
}

/** Leaves by a condition, the latest first: two statements, however many. */
export async function loadLeaves(tx: ReadTx, condition: SQL | undefined): Promise<LeaveRecord[]> {
  const found = await tx
    .select({
      row: leave,
      name: enrollee.name,
      stationName: sql<string>`${nameOf(station, enrollee.stationId)}`,
      caseworkerName: nameOf(staffMember, enrollee.caseworkerId),
    })
    .from(leave)
    .innerJoin(enrollee, eq(enrollee.id, leave.enrolleeId))
    .where(condition)
    .orderBy(desc(leave.leftOn), desc(leave.id));
  const ids = found.map(({ row }) => row.id);
  const steps =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(leaveStep)
          .where(and(inArray(leaveStep.leaveId, ids), isNull(leaveStep.annulledAt)))
          .orderBy(asc(leaveStep.happenedOn), asc(leaveStep.recordedAt), asc(leaveStep.id));
  const stepsOf = Map.groupBy(steps, ({ leaveId }) => leaveId);
  return found.map((each) => {
    const own = stepsOf.get(each.row.id) ?? [];
    return { ...each, steps: own, leave: leaveOf(each.row, own) };
  });
}

function leaveOf(row: LeaveRow, steps: readonly StepRow[]): Leave {
  const { id, requestedOn, leftOn, dueBackOn, returnedOn } = row;
  return {
    id,
    kind: row.kind as LeaveKind,
    from: leftOn,
    dueBack: dueBackOn,
    ...(requestedOn !== null && { requestedOn }),
    ...(returnedOn !== null && { returnedOn }),
    steps: steps.map(({ kind, happenedOn, dueBackOn: extendedTo }) => ({
      kind: kind as LeaveStepKind,
      on: happenedOn,
      ...(extendedTo !== null && { dueBack: extendedTo }),
    })),
  };
}
