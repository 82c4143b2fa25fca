import { and, desc, eq, sql } from "drizzle-orm";
import type { ReadTx } from "../db/client.ts";
import { auditEntry } from "../db/schema/audit.ts";
import { station } from "../db/schema/county.ts";
import type { Actor } from "./actor.ts";
import type { SavedVersion } from "./audit.ts";
import { momentInChina } from "./clock.ts";
import { ProblemError } from "./problem-error.ts";

interface Asked {
  readonly tx: ReadTx;
  readonly actor: Actor;
}

interface Saved extends SavedVersion {
  /** Whom or what the trace of the saving is about: the record itself, or the person whose record it is. */
  readonly subjectId: string;
}

/**
 * The refusal of a version that is no longer the present one. Says where that one was saved, and when, as far as a use
 * case left its trace; an import leaves none. The colleague's name stays in the trace: an error holds no names.
 */
export async function staleVersion(
  { tx, actor }: Asked,
  { subjectId, id, version }: Saved,
): Promise<ProblemError> {
  const [entry] = await tx
    .select({ at: auditEntry.at, actorId: auditEntry.actorId, stationName: station.name })
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
  if (entry === undefined) return new ProblemError("stale_version");
  const { actorId, stationName, at } = entry;
  const who = actorId === actor.accountId ? "您本人（另一个窗口）" : `${stationName ?? "局机关"}的工作人员`;
  return new ProblemError("stale_version", { detail: `${who}于 ${momentInChina(at)} 保存了这条记录。` });
}
