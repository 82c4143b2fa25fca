import type { Decision } from "@rehab/schema/imports";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { ProblemError } from "../../core/problem-error.ts";
import type { FieldError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { importRow } from "../../db/schema/import.ts";
import { getBatchRow } from "./batch-state.ts";
import { carryOutRows } from "./carry-out-rows.ts";
import { lockImports } from "./lock-imports.ts";
import { replanBatch } from "./plan-import.ts";
import { allowedActionsOf } from "./plan/planned-row.ts";
import type { PlannedRow, RowIssue } from "./plan/planned-row.ts";
import type { SourceRow } from "./source-row.ts";
import { updateImportRows } from "./store-rows.ts";

interface Input {
  readonly batchId: string;
  readonly decisions: readonly z.output<typeof Decision>[];
}

type StoredRow = typeof importRow.$inferSelect;

/**
 * Decides held rows. In a batch that was carried out already they are carried out at once, together with the rows
 * that waited for them, in this batch and in later ones; otherwise the dry run is made anew.
 */
export const decideRows = useCase<Input, void>("imports.decide", async (context, { batchId, decisions }) => {
  const { tx, audit } = context;
  await lockImports(tx);
  const batch = await getBatchRow(tx, batchId);
  if (batch.state !== "planned" && batch.state !== "applied") throw new ProblemError("wrong_state");
  const isApplied = batch.state === "applied";

  const stored = await loadDecidable(context, batchId, decisions, isApplied);
  await storeDecisions(context, decisions, stored);
  const planned = isApplied
    ? await carryOutRows(
        context,
        batchId,
        stored.map(({ id }) => id),
      )
    : (await replanBatch(context, batchId)).rows;
  const reopened = reopenedBy(decisions, stored, planned);
  await reopen(context, reopened);
  await updateImportRows(tx, planned);
  const actions = Map.groupBy(decisions, ({ action }) => action);
  audit({
    action: "imports.decide",
    subjectType: "importBatch",
    subjectId: batchId,
    change: Object.fromEntries(
      [...actions].map(([action, rows]) => [action, rows.map(({ rowId }) => rowId)]),
    ),
  });
});

async function loadDecidable(
  { tx }: UseCaseContext,
  batchId: string,
  decisions: Input["decisions"],
  isApplied: boolean,
): Promise<StoredRow[]> {
  const ids = decisions.map(({ rowId }) => rowId);
  const rows = await tx
    .select()
    .from(importRow)
    .where(and(eq(importRow.batchId, batchId), inArray(importRow.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const errors = decisions.flatMap((decision, index): FieldError[] => {
    const row = byId.get(decision.rowId);
    const problem = row === undefined ? "这一行不在本批次中" : refusalOf(row, decision, isApplied);
    return problem === undefined ? [] : [{ pointer: `/decisions/${index}`, detail: problem }];
  });
  if (errors.length > 0) throw new ProblemError("decision_invalid", { errors });
  return rows;
}

/** Why a row cannot be decided like this. Before the batch is carried out a decision may still be changed. */
function refusalOf(
  row: StoredRow,
  decision: Input["decisions"][number],
  isApplied: boolean,
): string | undefined {
  const isDecided = row.decisionAction !== null;
  if (isDecided && isApplied) return "这一行已经决定并导入";
  if (row.verdict !== "held" && !isDecided) return "这一行不需要决定";
  const isEmpty = Object.values(decision.set ?? {}).every((value) => value === undefined);
  if (decision.action === "correct" && isEmpty) return "请填写更正的内容";
  if (isDecided) return undefined;
  const allowed = allowedActionsOf({
    kind: row.kind as SourceRow["kind"],
    verdict: "held",
    issues: row.issues as RowIssue[],
  });
  return allowed.includes(decision.action) ? undefined : "这一行不能这样处理";
}

async function storeDecisions(
  { tx, actor, now, cipher }: UseCaseContext,
  decisions: Input["decisions"],
  stored: readonly StoredRow[],
): Promise<void> {
  for (const { rowId, action, set, reason } of decisions) {
    const before = stored.find(({ id }) => id === rowId);
    // What was set right stays while the question that it raised is answered.
    const kept = before?.decisionAction === null ? before.decisionCipher : null;
    await tx
      .update(importRow)
      .set({
        decisionAction: action,
        decisionReason: reason,
        decisionCipher: set === undefined ? kept : cipher.encrypt(JSON.stringify(set)),
        decidedBy: actor.accountId,
        decidedAt: now,
      })
      .where(eq(importRow.id, rowId));
  }
}

/**
 * Rows whose correction raised another question: they stay in the queue with the corrected value. Any other row
 * that is still in doubt refuses its decision. Throws `decision_invalid`.
 */
function reopenedBy(
  decisions: Input["decisions"],
  stored: readonly StoredRow[],
  planned: readonly PlannedRow[],
): string[] {
  const reopened: string[] = [];
  const errors = decisions.flatMap(({ rowId, action }, index): FieldError[] => {
    const row = planned.find(({ source }) => source.id === rowId);
    if (row?.verdict !== "held") return [];
    const doubts = row.issues.filter(({ holds }) => holds);
    const before = new Set(issuesOf(stored.find(({ id }) => id === rowId)).map(({ code }) => code));
    if (action === "correct" && doubts.every(({ code }) => !before.has(code))) {
      reopened.push(rowId);
      return [];
    }
    return [
      { pointer: `/decisions/${index}`, detail: `仍有疑问：${doubts.map(({ text }) => text).join("；")}` },
    ];
  });
  if (errors.length > 0) throw new ProblemError("decision_invalid", { errors });
  return reopened;
}

function issuesOf(row: StoredRow | undefined): RowIssue[] {
  return ((row?.issues ?? []) as RowIssue[]).filter(({ holds }) => holds);
}

async function reopen({ tx }: UseCaseContext, rowIds: readonly string[]): Promise<void> {
  if (rowIds.length === 0) return;
  await tx
    .update(importRow)
    .set({ decisionAction: null, decisionReason: null, decidedBy: null, decidedAt: null })
    .where(inArray(importRow.id, [...rowIds]));
}
