import type { BodyOf } from "@rehab/schema/endpoint";
import type { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import { and, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { staleVersion } from "../../core/stale-version.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { weeklyCheck } from "../../db/schema/county-records.ts";
import { importBatch } from "../../db/schema/import.ts";
import { lockImports } from "../imports/lock-imports.ts";
import { annulment } from "../enrollees/annulment.ts";
import { annulBatch } from "../imports/undo-import.ts";
import { changeRow, savedAs, getReconciliationRow } from "./reconciliation-row.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";

type Input = BodyOf<typeof reconciliationsEndpoints.cancel> & { readonly id: string };

/**
 * Drops a comparison. What a finished one recorded is annulled with it, and its corrections are put back.
 * Throws `import_undo_blocked` when something recorded since hangs on it.
 */
export const cancelReconciliation = useCase<Input, void>(
  "reconciliations.cancel",
  async (context, { id, version, reason }) => {
    const { tx, audit } = context;
    await lockImports(tx);
    const row = await getReconciliationRow(tx, id);
    if (row.state === "cancelled") throw new ProblemError("wrong_state", { detail: "这次核对已经作废。" });
    if (row.version !== version) throw await staleVersion(context, { ...row, subjectId: id });
    const people =
      row.state === "finished"
        ? await annulFinished(context, row, reason)
        : await dropOpen(context, row, reason);
    await changeRow(tx, row, { state: "cancelled", finishedAt: null, note: reason });
    audit({
      action: "reconciliations.cancel",
      subjectType: "reconciliation",
      subjectId: id,
      saved: savedAs(row),
      reason,
      change: { from: row.state, people },
    });
  },
);

async function annulFinished(
  context: UseCaseContext,
  row: ReconciliationRow,
  reason: string,
): Promise<number> {
  const { tx } = context;
  const people = row.batchId === null ? 0 : await annulBatch(context, { id: row.batchId, reason });
  await tx
    .update(weeklyCheck)
    .set(annulment(context, `核对作废：${reason}`))
    .where(and(eq(weeklyCheck.reconciliationId, row.id), isNull(weeklyCheck.annulledAt)));
  return people;
}

async function dropOpen(
  { tx, actor, now }: UseCaseContext,
  row: ReconciliationRow,
  reason: string,
): Promise<number> {
  if (row.batchId !== null) {
    await tx
      .update(importBatch)
      .set({ state: "undone", undoneAt: now, undoneBy: actor.accountId, undoReason: reason })
      .where(eq(importBatch.id, row.batchId));
  }
  return 0;
}
