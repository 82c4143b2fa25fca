import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { importBatch } from "../../db/schema/import.ts";
import { getBatchRow } from "./batch-state.ts";
import { carryOutRows } from "./carry-out-rows.ts";
import { lockImports } from "./lock-imports.ts";
import { countVerdicts, replanBatch } from "./plan-import.ts";
import type { Plan } from "./plan/planned-row.ts";
import { closeRows, markApplied, updateImportRows } from "./store-rows.ts";
import { writePlan } from "./write/write-plan.ts";

/**
 * Carries out a planned batch in one transaction. It is planned anew first: what other batches recorded since the
 * dry run is known by now. Held rows stay in the queue.
 */
export const applyImport = useCase<{ batchId: string }, Plan>(
  "imports.apply",
  async (context, { batchId }) => {
    const { tx, audit, cipher, now } = context;
    await lockImports(tx);
    const batch = await getBatchRow(tx, batchId);
    if (batch.state === "applied") throw new ProblemError("import_already_applied");
    if (batch.state !== "planned" && batch.state !== "applying") throw new ProblemError("wrong_state");

    const plan = await replanBatch(context, batchId);
    const rows = plan.rows.length;
    const written = await writePlan(context, plan, batchId);
    await updateImportRows(tx, plan.rows);
    await markApplied(tx, plan.rows, written.previous, { now, cipher });
    await closeRows(
      tx,
      plan.rows.flatMap(({ closes }) => closes ?? []),
    );
    await tx
      .update(importBatch)
      .set({ state: "applied", appliedAt: now, step: "导入完成", stepDone: rows, stepTotal: rows })
      .where(eq(importBatch.id, batchId));
    // Somebody for whom rows of an earlier batch wait may have come with this one.
    await updateImportRows(tx, await carryOutRows(context, batchId, []));
    audit({
      action: "imports.apply",
      subjectType: "importBatch",
      subjectId: batchId,
      change: {
        verdicts: countVerdicts(plan.rows),
        recorded: written.counts,
        people: written.enrolleeIds.length,
      },
    });
    return plan;
  },
);
