import { CLOCK_KINDS, kindsWaitingIn } from "@rehab/domain/supervision/duty";
import { addDays } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { DAYS_AHEAD } from "@rehab/schema/workbench";
import type { WorkbenchFilter, WorkbenchQueue } from "@rehab/schema/workbench";
import { and, eq, gte, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { duty } from "../../db/schema/supervision.ts";

type Context = Pick<QueryContext, "actor" | "county" | "today">;

/** Which duties stand in a queue on a day: `queueOf` of the domain as SQL, for lists and counts alike. */
export function queueCondition(queue: WorkbenchQueue, today: PlainDate): SQL | undefined {
  if (queue === "snoozed") return gte(duty.snoozedTo, today);
  const isOpen = and(lte(duty.opensOn, today), or(isNull(duty.snoozedTo), lt(duty.snoozedTo, today)));
  switch (queue) {
    case "due":
      return and(isOpen, hasClock(), eq(duty.dueOn, today));
    case "overdue":
      return and(isOpen, hasClock(), lt(duty.dueOn, today));
    case "soon":
      return and(
        or(isNull(duty.snoozedTo), lt(duty.snoozedTo, today)),
        hasClock(),
        sql`${duty.dueOn} > ${today} and ${duty.dueOn} <= ${addDays(today, DAYS_AHEAD)}`,
      );
    case "result":
    case "material":
    case "service":
      return and(isOpen, inArray(duty.kind, kindsWaitingIn(queue)));
  }
}

/** The county's duties, or the station's: row-level security hides the others as well. */
export function scopeConditions({ actor, county }: Context, stationId?: string): SQL | undefined {
  return and(
    eq(duty.countyCode, county.code),
    actor.scope.kind === "station" ? eq(duty.stationId, actor.scope.stationId) : undefined,
    stationId === undefined ? undefined : eq(duty.stationId, stationId),
  );
}

/** What a list shows. The filter by place and caseworker asks for the person beside the duty. */
export function listConditions(context: Context, filter: WorkbenchFilter): SQL | undefined {
  const { queue, kind, stationId, townshipId, caseworkerId } = filter;
  return and(
    scopeConditions(context, stationId),
    queueCondition(queue, context.today),
    kind === undefined ? undefined : eq(duty.kind, kind),
    townshipId === undefined ? undefined : eq(enrollee.townshipId, townshipId),
    caseworkerId === undefined ? undefined : eq(enrollee.caseworkerId, caseworkerId),
  );
}

function hasClock(): SQL {
  return inArray(duty.kind, [...CLOCK_KINDS]);
}
