import { normalizePersonName } from "@rehab/domain/identity/person-name";
import { and, asc, isNull, sql } from "drizzle-orm";
import type { ReadTx, Tx } from "../../db/client.ts";
import { insertRows } from "../../db/insert-rows.ts";
import { prepared } from "../../db/prepared.ts";
import { formerName } from "../../db/schema/handoff.ts";

type FormerNameRow = typeof formerName.$inferInsert;

/** The names that some people had before, or are also known by; the first recorded first. */
export async function loadFormerNames(
  tx: ReadTx,
  enrolleeIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await namesOf(tx, { ids: [...enrolleeIds] });
  const names = new Map<string, string[]>();
  for (const { enrolleeId, name } of rows) names.set(enrolleeId, [...(names.get(enrolleeId) ?? []), name]);
  return names;
}

const namesOf = prepared("former_names", (tx, { ids }: { readonly ids: string[] }) =>
  tx
    .select({ enrolleeId: formerName.enrolleeId, name: formerName.name })
    .from(formerName)
    .where(and(sql`${formerName.enrolleeId} = any(${ids}::uuid[])`, isNull(formerName.annulledAt)))
    .orderBy(asc(formerName.recordedAt), asc(formerName.id)),
);

/**
 * Records former names that are not recorded yet; answers how many were. Whoever got one has to be made findable by
 * it: `writeSearchKeys`.
 */
export async function recordFormerNames(tx: Tx, rows: readonly FormerNameRow[]): Promise<number> {
  const known = await loadFormerNames(
    tx,
    rows.map(({ enrolleeId }) => enrolleeId),
  );
  const news = new Map<string, FormerNameRow>();
  for (const row of rows) {
    const name = normalizePersonName(row.name);
    if (name === "" || known.get(row.enrolleeId)?.includes(name) === true) continue;
    news.set(`${row.enrolleeId} ${name}`, { ...row, name });
  }
  await insertRows(tx, formerName, [...news.values()]);
  return news.size;
}
