import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { Tx } from "../../db/client.ts";
import { caseEvent, drugTest, leave, visit } from "../../db/schema/case-facts.ts";
import {
  fundBudget,
  fundExpense,
  meeting,
  publicityEvent,
  weeklyCheck,
} from "../../db/schema/county-records.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import {
  caseDocument,
  contactAttempt,
  formerName,
  handoff,
  serviceReceipt,
  supportTeamMember,
  transfer,
} from "../../db/schema/handoff.ts";
import { importBatch, importRow } from "../../db/schema/import.ts";
import { annulment } from "../enrollees/annulment.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { writeSearchKeys } from "../enrollees/write-search-keys.ts";
import { getBatchRow } from "./batch-state.ts";
import { lockImports } from "./lock-imports.ts";
import { fromStored, openPrevious } from "./write/previous-values.ts";
import type { PreviousValues } from "./write/previous-values.ts";

interface Input {
  readonly id: string;
  readonly reason: string;
}

const annulled = [
  caseEvent,
  drugTest,
  visit,
  leave,
  handoff,
  formerName,
  transfer,
  caseRecord,
  enrollee,
  weeklyCheck,
  fundBudget,
  fundExpense,
  publicityEvent,
  meeting,
] as const;

/**
 * Annuls everything that a batch recorded and puts back what it changed. Its rows and files stay as a trace.
 * Stations, townships and staff stay too: accounts and other records may stand on them by now.
 * Throws `import_undo_blocked` when something recorded since hangs on it.
 */
export const undoImport = useCase<Input, void>("imports.undo", async (context, input) => {
  const { tx, audit } = context;
  await lockImports(tx);
  const batch = await getBatchRow(tx, input.id);
  if (batch.state !== "applied") throw new ProblemError("wrong_state");
  const people = await annulBatch(context, input);
  audit({
    action: "imports.undo",
    subjectType: "importBatch",
    subjectId: input.id,
    reason: input.reason,
    change: { people },
  });
});

/** Annuls what a batch recorded, within the caller's use case. Gives the number of people it was about. */
export async function annulBatch(context: UseCaseContext, { id, reason }: Input): Promise<number> {
  const { tx, actor, now, cipher, law, today } = context;
  if (await isBuiltUpon(tx, id)) throw new ProblemError("import_undo_blocked");

  const touched = await tx
    .selectDistinct({ id: importRow.enrolleeId })
    .from(importRow)
    .where(
      and(
        eq(importRow.batchId, id),
        isNotNull(importRow.enrolleeId),
        inArray(importRow.verdict, ["new", "changed"]),
      ),
    );
  const enrolleeIds = touched.flatMap((row) => row.id ?? []);
  await putBack(context, id);
  for (const table of annulled) {
    await tx
      .update(table)
      .set(annulment(context, `撤销导入批次：${reason}`))
      .where(and(eq(table.batchId, id), isNull(table.annulledAt)));
  }
  await writeSearchKeys(tx, enrolleeIds, cipher);
  await projectRegister(tx, enrolleeIds, { law, today });
  await tx
    .update(importBatch)
    .set({ state: "undone", undoneAt: now, undoneBy: actor.accountId, undoReason: reason })
    .where(eq(importBatch.id, id));
  return enrolleeIds.length;
}

/** Whether a fact of another source stands on a case or person of the batch, or a later batch changed them again. */
async function isBuiltUpon(tx: Tx, batchId: string): Promise<boolean> {
  const facts = [
    caseEvent,
    drugTest,
    visit,
    leave,
    supportTeamMember,
    contactAttempt,
    caseDocument,
    serviceReceipt,
    transfer,
  ];
  const foreignFacts = facts.map(
    (fact) => sql`exists (
      select from ${fact} join ${caseRecord} on ${caseRecord.id} = ${fact.caseId}
      where ${caseRecord.batchId} = ${batchId} and ${caseRecord.annulledAt} is null
        and ${fact.annulledAt} is null and ${fact.batchId} is distinct from ${batchId})`,
  );
  const foreignCase = sql`exists (
    select from ${caseRecord} join ${enrollee} on ${enrollee.id} = ${caseRecord.enrolleeId}
    where ${enrollee.batchId} = ${batchId} and ${enrollee.annulledAt} is null
      and ${caseRecord.annulledAt} is null and ${caseRecord.batchId} is distinct from ${batchId})`;
  const changedAgain = sql`exists (
    select from ${importRow} own
    join ${importRow} later on later.enrollee_id = own.enrollee_id and later.batch_id <> own.batch_id
      and later.previous_cipher is not null and later.applied_at > own.applied_at
    join ${importBatch} on ${importBatch.id} = later.batch_id and ${importBatch.state} = 'applied'
    where own.batch_id = ${batchId} and own.verdict in ('new', 'changed'))`;
  const conditions = sql.join([...foreignFacts, foreignCase, changedAgain], sql` or `);
  const { rows } = await tx.execute<{ built_upon: boolean }>(sql`select (${conditions}) as built_upon`);
  return rows[0]?.built_upon === true;
}

/** Puts back what stood in the records that rows of the batch changed, the last change first. */
async function putBack({ tx, cipher }: UseCaseContext, batchId: string): Promise<void> {
  const changed = await tx
    .select({ previous: importRow.previousCipher })
    .from(importRow)
    .where(and(eq(importRow.batchId, batchId), isNotNull(importRow.previousCipher)))
    .orderBy(desc(importRow.appliedAt), desc(importRow.id));
  for (const { previous } of changed) {
    if (previous === null) continue;
    for (const values of openPrevious(previous, cipher).toReversed()) await putBackRecord(tx, values);
  }
}

async function putBackRecord(tx: Tx, { table, id, columns }: PreviousValues): Promise<void> {
  const set = Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [column, fromStored(value)]),
  );
  if (table === "leave") await tx.update(leave).set(set).where(eq(leave.id, id));
  else if (table === "case_record") await tx.update(caseRecord).set(set).where(eq(caseRecord.id, id));
  else await tx.update(enrollee).set(set).where(eq(enrollee.id, id));
}
