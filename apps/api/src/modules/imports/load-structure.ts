import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { CountyStructure } from "./plan/county-structure.ts";

/** Stations, townships, active staff and how many registered people each of them carries. */
export async function loadStructure(tx: ReadTx, countyName: string): Promise<CountyStructure> {
  const stations = await tx
    .select({ id: station.id, name: station.name, address: station.address, position: station.position })
    .from(station)
    .orderBy(asc(station.position));
  const townships = await tx
    .select({ id: township.id, name: township.name, stationId: township.stationId })
    .from(township);
  const staff = await tx
    .select({
      id: staffMember.id,
      name: staffMember.name,
      post: staffMember.post,
      stationId: staffMember.stationId,
      position: staffMember.position,
    })
    .from(staffMember)
    .where(eq(staffMember.active, true))
    .orderBy(asc(staffMember.position));
  const loads = await tx
    .select({ id: enrollee.caseworkerId, people: count() })
    .from(registerEntry)
    .innerJoin(enrollee, eq(enrollee.id, registerEntry.enrolleeId))
    .where(
      and(eq(registerEntry.registered, true), isNull(enrollee.annulledAt), isNotNull(enrollee.caseworkerId)),
    )
    .groupBy(enrollee.caseworkerId);
  return new CountyStructure({
    countyName,
    stations,
    townships,
    staff,
    loads: new Map(loads.map(({ id, people }) => [id ?? "", people])),
  });
}
