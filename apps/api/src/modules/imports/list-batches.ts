import type { ImportBatch } from "@rehab/schema/imports";
import { and, count, desc, isNull, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import { importBatch } from "../../db/schema/import.ts";
import { getBatchRow } from "./batch-state.ts";
import { viewBatches } from "./batch-view.ts";
import { ProblemError } from "../../core/problem-error.ts";

interface Page {
  rows: ImportBatch[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
}

const isImport = isNull(importBatch.reconciliationId);

/** Import batches, newest first. */
export const listBatches = query<{ cursor?: string | undefined; limit: number }, Page>(
  async ({ tx }, { cursor, limit }) => {
    const [createdAt, id] = decodeCursor(cursor, 2);
    const batches = await tx
      .select()
      .from(importBatch)
      .where(
        and(
          isImport,
          createdAt === undefined || id === undefined
            ? undefined
            : sql`(${importBatch.createdAt}, ${importBatch.id}) < (${createdAt}::timestamptz, ${id}::uuid)`,
        ),
      )
      .orderBy(desc(importBatch.createdAt), desc(importBatch.id))
      .limit(limit + 1);
    const [total] = await tx.select({ count: count() }).from(importBatch).where(isImport);
    const page = batches.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: await viewBatches(tx, page),
      nextCursor:
        batches.length > limit && last !== undefined
          ? encodeCursor([last.createdAt.toISOString(), last.id])
          : null,
      total: { count: total?.count ?? 0, exact: true },
    };
  },
);

/** One batch with its files and progress. Throws `not_found`. */
export const getBatch = query<{ id: string }, ImportBatch>(async ({ tx }, { id }) => {
  const [batch] = await viewBatches(tx, [await getBatchRow(tx, id)]);
  if (batch === undefined) throw new ProblemError("not_found");
  return batch;
});
