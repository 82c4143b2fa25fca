import { CLOCK_KINDS, kindsWaitingIn } from "@rehab/domain/supervision/duty";
import { addDays } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { DAYS_AHEAD } from "@rehab/schema/workbench";
import type { WorkbenchFilter, WorkbenchQueue } from "@rehab/schema/workbench";
import { and, eq, gte, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import { whenGiven } from "../../db/prepared.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { duty } from "../../db/schema/supervision.ts";

type Context = Pick<QueryContext, "actor" | "county" | "today">;

/** The day that the queues are seen from, and the last one that `soon` looks ahead to. */
export interface QueueDays {
  readonly today: PlainDate;
  readonly soonUntil: PlainDate;
}

export function queueDays(today: PlainDate): QueueDays {
  return { today, soonUntil: addDays(today, DAYS_AHEAD) };
}

/** Whose duties: the actor's own part of the county, and the station asked for. What is undefined does not narrow. */
export interface ScopeValues {
  readonly countyCode: string;
  readonly ownStationId: string | undefined;
  readonly stationId: string | undefined;
}

export function scopeValues({ actor, county }: Context, stationId: string | undefined): ScopeValues {
  const ownStationId = actor.scope.kind === "station" ? actor.scope.stationId : undefined;
  return { countyCode: county.code, ownStationId, stationId };
}

/** What a list shows. The filter by place and caseworker asks for the person beside the duty. */
export type ListValues = ScopeValues & QueueDays & Omit<WorkbenchFilter, "queue" | "stationId">;

/** Which duties stand in a queue on a day: `queueOf` of the domain as SQL, for lists and counts alike. */
export function queueCondition(queue: WorkbenchQueue, { today, soonUntil }: QueueDays): SQL | undefined {
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
        sql`${duty.dueOn} > ${today} and ${duty.dueOn} <= ${soonUntil}`,
      );
    case "result":
    case "material":
    case "service":
      return and(isOpen, inArray(duty.kind, kindsWaitingIn(queue)));
  }
}

/** The county's duties, or the station's: row-level security hides the others as well. */
export function scopeConditions({ countyCode, ownStationId, stationId }: ScopeValues): SQL | undefined {
  return and(
    eq(duty.countyCode, countyCode),
    whenGiven(duty.stationId, ownStationId),
    whenGiven(duty.stationId, stationId),
  );
}

export function listConditions(queue: WorkbenchQueue, values: ListValues): SQL | undefined {
  return and(
    scopeConditions(values),
    queueCondition(queue, values),
    whenGiven(duty.kind, values.kind),
    whenGiven(enrollee.townshipId, values.townshipId),
    whenGiven(enrollee.caseworkerId, values.caseworkerId),
  );
}

function hasClock(): SQL {
  return inArray(duty.kind, [...CLOCK_KINDS]);
}
