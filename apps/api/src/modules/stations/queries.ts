import type { Station } from "@rehab/schema/stations";
import { asc, count, eq } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { registerEntry } from "../../db/schema/projection.ts";

/** The county's stations with their townships, their staff and whom they carry today. */
export const listStations = query<void, { stations: Station[] }>(async ({ tx, actor }) => {
  const stations = await tx.select().from(station).orderBy(asc(station.position));
  const townships = await tx.select().from(township).orderBy(asc(township.name));
  const staff = await tx
    .select({ stationId: staffMember.stationId, count: count() })
    .from(staffMember)
    .where(eq(staffMember.active, true))
    .groupBy(staffMember.stationId);
  const registered = await registeredByStation(tx);
  const staffCounts = new Map(staff.map((row) => [row.stationId, row.count]));
  const isVisible = (stationId: string) =>
    actor.scope.kind === "county" || (actor.scope.kind === "station" && actor.scope.stationId === stationId);

  return {
    stations: stations.map((row) => ({
      id: row.id,
      name: row.name,
      address: row.address,
      townships: townships
        .filter(({ stationId }) => stationId === row.id)
        .map(({ id, name }) => ({ id, name })),
      staffCount: staffCounts.get(row.id) ?? 0,
      registered: isVisible(row.id) ? (registered.get(row.id) ?? 0) : null,
    })),
  };
});

async function registeredByStation(tx: ReadTx): Promise<Map<string, number>> {
  const rows = await tx
    .select({ stationId: registerEntry.stationId, count: count() })
    .from(registerEntry)
    .where(eq(registerEntry.registered, true))
    .groupBy(registerEntry.stationId);
  return new Map(rows.map((row) => [row.stationId, row.count]));
}
