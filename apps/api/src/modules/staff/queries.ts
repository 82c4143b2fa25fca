import type { StaffMember } from "@rehab/schema/staff";
import { and, asc, count, eq, isNull } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { staffMember, station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";

/** Everyone who works at the bureau or a station, with the people they carry today. */
export const listStaff = query<void, { staff: StaffMember[]; withoutCaseworker: number | null }>(
  async ({ tx, actor }) => {
    const staff = await tx
      .select({
        id: staffMember.id,
        name: staffMember.name,
        post: staffMember.post,
        stationId: staffMember.stationId,
        stationName: station.name,
      })
      .from(staffMember)
      .leftJoin(station, eq(station.id, staffMember.stationId))
      .where(eq(staffMember.active, true))
      .orderBy(asc(staffMember.position), asc(staffMember.id));
    const caseloads = await registeredByCaseworker(tx);
    const isVisible = (stationId: string | null) =>
      actor.scope.kind === "county" ||
      (actor.scope.kind === "station" && actor.scope.stationId === stationId);

    return {
      staff: staff.map((member) => ({
        ...member,
        caseload: isVisible(member.stationId) ? (caseloads.get(member.id) ?? 0) : null,
      })),
      withoutCaseworker: actor.scope.kind === "none" ? null : (caseloads.get(null) ?? 0),
    };
  },
);

async function registeredByCaseworker(tx: ReadTx): Promise<Map<string | null, number>> {
  const rows = await tx
    .select({ caseworkerId: enrollee.caseworkerId, count: count() })
    .from(registerEntry)
    .innerJoin(enrollee, eq(enrollee.id, registerEntry.enrolleeId))
    .where(and(eq(registerEntry.registered, true), isNull(enrollee.annulledAt)))
    .groupBy(enrollee.caseworkerId);
  return new Map(rows.map((row) => [row.caseworkerId, row.count]));
}
