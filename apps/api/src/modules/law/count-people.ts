import { rulesConcerning } from "@rehab/domain/law/law-effect";
import type { CasePlace } from "@rehab/domain/law/law-effect";
import type { PeopleGroup } from "@rehab/schema/law";
import { asc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { systemActor } from "../../core/actor.ts";
import type { Actor } from "../../core/actor.ts";
import { query } from "../../core/use-case.ts";
import { station } from "../../db/schema/county.ts";
import { registerEntry } from "../../db/schema/projection.ts";

type Group = z.infer<typeof PeopleGroup>;

/** Registered people who stand at the same place of the same measure at one station. */
export interface PlaceCount extends CasePlace {
  readonly stationName: string;
  readonly people: number;
}

/**
 * Who counts. Whoever keeps the law without seeing case content learns how many people it touches and no more: the
 * system counts for them.
 */
export function countingActor(actor: Actor): Actor {
  return actor.scope.kind === "none" && actor.ability.can("create", "Law") ? systemActor : actor;
}

export const countPlaces = query<void, PlaceCount[]>(async ({ tx }) => {
  const rows = await tx
    .select({
      stationName: station.name,
      measure: registerEntry.measure,
      state: registerEntry.state,
      intakeRung: registerEntry.intakeRung,
      people: sql<number>`count(*)::int`,
    })
    .from(registerEntry)
    .innerJoin(station, eq(station.id, registerEntry.stationId))
    .where(eq(registerEntry.registered, true))
    .groupBy(
      station.name,
      station.position,
      registerEntry.measure,
      registerEntry.state,
      registerEntry.intakeRung,
    )
    .orderBy(asc(station.position));
  return rows as PlaceCount[];
});

/** How many people each rule concerns. */
export function concernsByRule(places: readonly PlaceCount[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const place of places) {
    for (const id of rulesConcerning(place)) counts.set(id, (counts.get(id) ?? 0) + place.people);
  }
  return counts;
}

/** The people of some places by station and measure. */
export function groupsOf(places: readonly Pick<PlaceCount, "stationName" | "measure" | "people">[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { stationName, measure, people } of places) {
    const key = `${stationName} ${measure}`;
    const group = groups.get(key) ?? { stationName, measure, people: 0 };
    group.people += people;
    groups.set(key, group);
  }
  return [...groups.values()];
}
