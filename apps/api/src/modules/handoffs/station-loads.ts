import { overload } from "@rehab/domain/handoff/station-load";
import type { StationLoad } from "@rehab/schema/handoffs";
import { and, asc, count, eq, isNull } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";

/** What the stations in the actor's sight carry, against thirty people for each caseworker. */
export const listStationLoads = query<void, { stations: StationLoad[] }>(async ({ tx, actor }) => {
  const { scope } = actor;
  const stations = await tx
    .select({ id: station.id, name: station.name })
    .from(station)
    .where(scope.kind === "station" ? eq(station.id, scope.stationId) : undefined)
    .orderBy(asc(station.position));
  const townships = await tx.select().from(township).orderBy(asc(township.name));
  const staff = await activeStaff(tx);
  const people = await registeredPeople(tx);

  return {
    stations: stations.map(({ id, name }) => {
      const caseworkers = staff.filter(({ stationId }) => stationId === id);
      const registered = people
        .filter(({ stationId }) => stationId === id)
        .reduce((sum, carried) => sum + carried.people, 0);
      return {
        id,
        name,
        townships: townships
          .filter(({ stationId }) => stationId === id)
          .map((served) => ({ id: served.id, name: served.name })),
        registered,
        overload: overload(registered, caseworkers.length),
        caseworkers: caseworkers.map((member) => ({
          id: member.id,
          name: member.name,
          caseload: caseloadOf(member.id, people),
        })),
      };
    }),
  };
});

/** Somebody who can be made responsible, with the people carried today. */
export interface Caseworker {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly caseload: number;
}

/** The active staff of a station with their caseload, in the order of the list of staff. */
export async function caseworkersOf(tx: ReadTx, stationId: string): Promise<Caseworker[]> {
  const staff = await activeStaff(tx);
  const people = await registeredPeople(tx);
  return staff
    .filter((member) => member.stationId === stationId)
    .map(({ id, name, position }) => ({ id, name, position, caseload: caseloadOf(id, people) }));
}

interface CarriedPeople {
  readonly stationId: string;
  readonly caseworkerId: string | null;
  readonly people: number;
}

function caseloadOf(caseworkerId: string, carried: readonly CarriedPeople[]): number {
  return carried
    .filter((each) => each.caseworkerId === caseworkerId)
    .reduce((sum, { people }) => sum + people, 0);
}

function activeStaff(tx: ReadTx) {
  return tx
    .select()
    .from(staffMember)
    .where(eq(staffMember.active, true))
    .orderBy(asc(staffMember.position), asc(staffMember.id));
}

function registeredPeople(tx: ReadTx): Promise<CarriedPeople[]> {
  return tx
    .select({ stationId: enrollee.stationId, caseworkerId: enrollee.caseworkerId, people: count() })
    .from(registerEntry)
    .innerJoin(enrollee, eq(enrollee.id, registerEntry.enrolleeId))
    .where(and(eq(registerEntry.registered, true), isNull(enrollee.annulledAt)))
    .groupBy(enrollee.stationId, enrollee.caseworkerId);
}
