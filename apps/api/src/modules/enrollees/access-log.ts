import type { ResponseOf } from "@rehab/schema/endpoint";
import type { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { and, desc, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import { auditEntry } from "../../db/schema/audit.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";

type Result = ResponseOf<typeof enrolleesEndpoints.accessLog>;

const newest = 500;

/** Who opened this file or had values of it shown, newest first. */
export const listAccess = query<{ id: string }, Result>(async ({ tx }, { id }) => {
  const [person] = await tx
    .select({ id: enrollee.id })
    .from(enrollee)
    .where(and(eq(enrollee.id, id), isNull(enrollee.annulledAt)));
  if (person === undefined) throw new ProblemError("not_found");
  const rows = await tx
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      actorName: auditEntry.actorName,
      stationName: station.name,
      action: auditEntry.action,
      change: auditEntry.change,
    })
    .from(auditEntry)
    .leftJoin(station, eq(station.id, auditEntry.actorStationId))
    .where(and(eq(auditEntry.subjectId, id), eq(auditEntry.outcome, "done")))
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(newest);
  return {
    entries: rows.map(({ change, at, actorName, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      actorName: actorName ?? "",
      fields: fieldsOf(change),
    })),
  };
});

function fieldsOf(change: unknown): Result["entries"][number]["fields"] {
  return (change as { fields?: Result["entries"][number]["fields"] } | null)?.fields ?? [];
}
