import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import { importBatch, importRow } from "../../db/schema/import.ts";
import { loadSourceRows } from "./load-rows.ts";
import { planAgainstDatabase } from "./plan-import.ts";
import type { RowIssueCode } from "./plan/issue-codes.ts";
import type { Plan, PlannedRow } from "./plan/planned-row.ts";
import { markApplied } from "./store-rows.ts";
import { writePlan } from "./write/write-plan.ts";

const ofNobody: readonly { readonly code: RowIssueCode }[] = [{ code: "unknown_person" }];

/**
 * Rows that follow by themselves once the person they tell of is there: those that wait for somebody's own row, and
 * those of which nobody on the register was known and nothing was decided.
 */
const ofLaterPeople = or(
  eq(importRow.verdict, "waiting"),
  and(
    eq(importRow.verdict, "held"),
    isNull(importRow.decisionAction),
    sql`${importRow.issues} @> ${JSON.stringify(ofNobody)}::jsonb`,
  ),
);

/**
 * Carries out rows of batches that were carried out before: some that were decided now, and all whose person has come
 * meanwhile.
 */
export async function carryOutRows(
  context: UseCaseContext,
  batchId: string,
  decidedIds: readonly string[],
): Promise<readonly PlannedRow[]> {
  const { tx, cipher, now } = context;
  const plan = await planLater(context, decidedIds);
  if (plan === undefined) return [];
  const written = await writePlan(context, plan, batchId);
  await markApplied(tx, plan.rows, written.previous, { now, cipher });
  return plan.rows;
}

/** What would be carried out: however many rows, their people are looked up together. */
export async function planLater(
  context: QueryContext,
  decidedIds: readonly string[] = [],
): Promise<Plan | undefined> {
  const condition = and(
    eq(importBatch.state, "applied"),
    or(inArray(importRow.id, [...decidedIds]), ofLaterPeople),
  );
  const rows = await loadSourceRows(context.tx, condition, context.cipher);
  return rows.length === 0
    ? undefined
    : planAgainstDatabase(context, { files: [], rows, earlier: new Map() });
}
