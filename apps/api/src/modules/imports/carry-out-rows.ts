import { and, eq, inArray, or } from "drizzle-orm";
import type { UseCaseContext } from "../../core/use-case.ts";
import { importBatch, importRow } from "../../db/schema/import.ts";
import { loadSourceRows } from "./load-rows.ts";
import { planAgainstDatabase } from "./plan-import.ts";
import type { PlannedRow } from "./plan/planned-row.ts";
import { markApplied } from "./store-rows.ts";
import { writePlan } from "./write/write-plan.ts";

/**
 * Carries out rows of batches that were carried out before: some that were decided now, and all that waited for
 * somebody's own row and can follow it.
 */
export async function carryOutRows(
  context: UseCaseContext,
  batchId: string,
  decidedIds: readonly string[],
): Promise<readonly PlannedRow[]> {
  const { tx, cipher, now } = context;
  const rows = await loadSourceRows(
    tx,
    and(
      eq(importBatch.state, "applied"),
      or(inArray(importRow.id, [...decidedIds]), eq(importRow.verdict, "waiting")),
    ),
    cipher,
  );
  if (rows.length === 0) return [];
  const plan = await planAgainstDatabase(context, { files: [], rows, earlier: new Map() });
  const written = await writePlan(context, plan, batchId);
  await markApplied(tx, plan.rows, written.previous, { now, cipher });
  return plan.rows;
}
