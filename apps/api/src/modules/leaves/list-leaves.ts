import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { LeaveQueue } from "@rehab/schema/leaves";
import type { LeaveView, leavesEndpoints } from "@rehab/schema/leaves";
import { and, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import { leave } from "../../db/schema/case-facts.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { leaveStep } from "../../db/schema/supervision.ts";
import { leaveView } from "./leave-view.ts";
import { loadLeaves } from "./load-leaves.ts";

type Input = QueryOf<typeof leavesEndpoints.list>;
type Answer = ResponseOf<typeof leavesEndpoints.list>;

/** Leaves that no return, refusal or cancellation has closed, of people on the register; few at any time. */
export const listLeaves = query<Input, Answer>(async (context, { queue, stationId }) => {
  const { tx, county, actor } = context;
  const closed = tx
    .select({ one: sql`1` })
    .from(leaveStep)
    .where(
      and(
        eq(leaveStep.leaveId, leave.id),
        inArray(leaveStep.kind, ["returned", "refused", "cancelled"]),
        isNull(leaveStep.annulledAt),
      ),
    );
  const registered = tx
    .select({ id: registerEntry.enrolleeId })
    .from(registerEntry)
    .where(and(eq(registerEntry.countyCode, county.code), eq(registerEntry.registered, true)));
  const open = await loadLeaves(
    tx,
    and(
      eq(leave.countyCode, county.code),
      actor.scope.kind === "station" ? eq(leave.stationId, actor.scope.stationId) : undefined,
      stationId === undefined ? undefined : eq(enrollee.stationId, stationId),
      isNull(leave.annulledAt),
      isNull(leave.returnedOn),
      notExists(closed),
      inArray(leave.enrolleeId, registered),
    ),
  );
  const views = open.map((record) => leaveView(context, record));
  return {
    rows: views
      .filter((view) => queueOf(view) === queue)
      .toSorted((a, b) => (a.dueBackOn < b.dueBackOn ? -1 : 1)),
    counts: LeaveQueue.options.map((each) => ({
      queue: each,
      count: views.filter((view) => queueOf(view) === each).length,
    })),
  };
});

function queueOf({ standing }: LeaveView): LeaveQueue | undefined {
  if (standing === "gone") return "overdue";
  return LeaveQueue.options.find((queue) => queue === standing);
}
