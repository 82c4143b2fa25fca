import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { HandoffFilter, HandoffQueue } from "@rehab/schema/handoffs";
import { and, eq, exists, inArray, isNotNull, isNull, lt, ne, not, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { z } from "zod";
import type { QueryContext } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { ownerIsUnfit } from "../staff/owner-fitness.ts";

export type Filter = z.output<typeof HandoffFilter>;
type Context = Pick<QueryContext, "actor" | "county" | "tx" | "today">;

/** The queues of whoever is to report in: the clock of the order runs, whether the station answered yet or not. */
export function isReportQueue(queue: HandoffQueue | undefined): boolean {
  return queue === "report_due" || queue === "report_overdue";
}

/** The day by which what a queue asks for must be done: the report-in, or else the next step. */
export function dueColumn(queue: HandoffQueue | undefined) {
  return isReportQueue(queue) ? registerEntry.reportDueOn : registerEntry.intakeDueOn;
}

/** Whether that day is over. */
export function isOverdue(today: PlainDate, queue: HandoffQueue | undefined): SQL<boolean> {
  return sql<boolean>`coalesce(${lt(dueColumn(queue), today)}, false)`;
}

/** The lines of a list: what the actor may see and the filter asks for. */
export function handoffConditions(context: Context, filter: Filter): SQL | undefined {
  const { queue, handoffState, intakeRung, overdue } = filter;
  const late = isOverdue(context.today, queue);
  return and(
    scopeConditions(context, filter.stationId),
    queue === undefined && handoffState === undefined ? isOpen() : undefined,
    queue === undefined ? undefined : queueCondition(queue, context),
    handoffState === undefined ? undefined : eq(registerEntry.handoffState, handoffState),
    intakeRung === undefined ? undefined : eq(registerEntry.intakeRung, intakeRung),
    overdue === undefined ? undefined : overdue === "true" ? late : not(late),
  );
}

/** The county's lines, or the station's: row-level security hides the others as well. */
export function scopeConditions({ actor, county }: Context, stationId?: string): SQL | undefined {
  return and(
    eq(registerEntry.countyCode, county.code),
    actor.scope.kind === "station" ? eq(registerEntry.stationId, actor.scope.stationId) : undefined,
    stationId === undefined ? undefined : eq(registerEntry.stationId, stationId),
  );
}

/** Which lines wait in a queue: the one place that says so, for lists and counts alike. */
export function queueCondition(queue: HandoffQueue, { tx }: Pick<Context, "tx">): SQL | undefined {
  switch (queue) {
    case "to_assign":
      return and(isOpen(), or(isReturned(), eq(registerEntry.intakeRung, "assigned")));
    case "to_acknowledge":
      return atRung("acknowledged");
    case "report_due":
      return and(not(isReturned()), eq(registerEntry.state, "pending_report"));
    case "report_overdue":
      return and(not(isReturned()), eq(registerEntry.state, "overdue_report"));
    case "notice":
    case "agreement":
    case "team":
    case "plan":
      return atRung(queue);
    case "police":
      return and(
        isOpen(),
        not(isReturned()),
        inArray(registerEntry.intakeRung, ["decided", "served", "handed_off"]),
      );
    case "owner_unfit":
      return and(
        isNull(registerEntry.endedOn),
        exists(
          tx
            .select({ one: sql`1` })
            .from(enrollee)
            .where(and(eq(enrollee.id, registerEntry.enrolleeId), ownerIsUnfit)),
        ),
      );
    case "returned":
      return eq(registerEntry.handoffState, "returned_to_police");
  }
}

/** Something of the way from the order to the plan is still to be done. */
function isOpen(): SQL | undefined {
  return and(isNull(registerEntry.endedOn), or(isNotNull(registerEntry.intakeRung), isReturned()));
}

function isReturned(): SQL {
  return eq(registerEntry.handoffState, "station_returned");
}

function atRung(rung: string): SQL | undefined {
  return and(
    isNull(registerEntry.endedOn),
    ne(registerEntry.handoffState, "station_returned"),
    eq(registerEntry.intakeRung, rung),
  );
}
