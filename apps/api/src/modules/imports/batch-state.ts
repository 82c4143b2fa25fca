import { and, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import type { ReadTx } from "../../db/client.ts";
import { importBatch } from "../../db/schema/import.ts";

export type BatchRow = typeof importBatch.$inferSelect;

/** One batch that was imported; the list of a comparison is handled there. Throws `not_found`. */
export async function getBatchRow(tx: ReadTx, id: string): Promise<BatchRow> {
  const [batch] = await tx
    .select()
    .from(importBatch)
    .where(and(eq(importBatch.id, id), isNull(importBatch.reconciliationId)));
  if (batch === undefined) throw new ProblemError("not_found");
  return batch;
}
