import { and, desc, eq, sql } from "drizzle-orm";
import type { ReadTx } from "../db/client.ts";
import { auditEntry } from "../db/schema/audit.ts";
import { station } from "../db/schema/county.ts";
import type { SavedVersion } from "./audit.ts";
import { momentInChina } from "./clock.ts";
import { ProblemError } from "./problem-error.ts";

interface Saved extends SavedVersion {
  /** Whom or what the trace of the saving is about: the record itself, or the person whose record it is. */
  readonly subjectId: string;
}

/**
 * The refusal of a version that is no longer the present one. Says who saved that one, and when, where a use case
 * left its trace; an import leaves none, and nobody else is named in its place.
 */
export async function staleVersion(
  { tx }: { readonly tx: ReadTx },
  { subjectId, id, version }: Saved,
): Promise<ProblemError> {
  const [entry] = await tx
    .select({ at: auditEntry.at, actorName: auditEntry.actorName, stationName: station.name })
    .from(auditEntry)
    .leftJoin(station, eq(station.id, auditEntry.actorStationId))
    .where(
      and(
        eq(auditEntry.subjectId, subjectId),
        eq(auditEntry.outcome, "done"),
        sql`${auditEntry.change} -> 'saved' @> ${JSON.stringify({ id, version })}::jsonb`,
      ),
    )
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(1);
  if (entry === undefined || entry.actorName === null) return new ProblemError("stale_version");
  const { actorName, stationName, at } = entry;
  return new ProblemError("stale_version", {
    detail: `${actorName}（${stationName ?? "局机关"}）${momentInChina(at)} 保存了这条记录。`,
  });
}
