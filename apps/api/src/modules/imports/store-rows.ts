import { inArray, sql } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import type { Tx } from "../../db/client.ts";
import { insertRows } from "../../db/insert-rows.ts";
import { importFile, importRow } from "../../db/schema/import.ts";
import type { Plan, PlannedRow } from "./plan/planned-row.ts";
import { cellsOf } from "./source-row.ts";
import type { StoredCells } from "./source-row.ts";
import type { StagedFile } from "./to-source-rows.ts";
import { sealPrevious } from "./write/previous-values.ts";
import type { PreviousValues } from "./write/previous-values.ts";

/** Keeps the files of a batch and every row of them, the cells encrypted, with what the row would do. */
export async function insertImportRows(
  tx: Tx,
  batch: {
    readonly id: string;
    readonly countyCode: string;
    readonly files: readonly StagedFile[];
    readonly plan: Plan;
  },
  cipher: ValueCipher,
): Promise<void> {
  const { id: batchId, countyCode } = batch;
  const notes = new Map(batch.plan.files.map((planned) => [planned.file.id, planned.notes]));
  const files = batch.files.map(({ id, name, digest, kind, problem, recognition }, position) => {
    const understood = recognition === null ? {} : { ...recognition, notes: notes.get(id) ?? [] };
    return { id, countyCode, batchId, position, name, digest, kind, problem, recognition: understood };
  });
  await insertRows(tx, importFile, files);
  const { rows } = batch.plan;
  for (let start = 0; start < rows.length; start += rowsAtATime) {
    const chunk = rows.slice(start, start + rowsAtATime).map((row) => rowOf(row, batch, cipher));
    await insertRows(tx, importRow, chunk);
  }
}

/** The encrypted cells of a large batch take more memory than all that they were made of. */
const rowsAtATime = 500;

function rowOf(
  { source, verdict, effect, issues, candidates }: PlannedRow,
  { id: batchId, countyCode }: { readonly id: string; readonly countyCode: string },
  cipher: ValueCipher,
): typeof importRow.$inferInsert {
  const cells: StoredCells = { cells: cellsOf(source.row), extra: source.row.extra };
  return {
    id: source.id,
    countyCode,
    batchId,
    fileId: source.file.id,
    kind: source.kind,
    rowNumber: source.row.rowNumber,
    sequence: source.row.sequence,
    verdict,
    effect,
    issues,
    candidates: [...candidates],
    cellsCipher: cipher.encrypt(JSON.stringify(cells)),
  };
}

/** Brings the rows of a batch to what a new plan says of them. */
export async function updateImportRows(tx: Tx, rows: readonly PlannedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = sql.param(rows.map(({ source }) => source.id));
  const verdicts = sql.param(rows.map(({ verdict }) => verdict));
  const effects = sql.param(rows.map(({ effect }) => effect));
  const issues = sql.param(rows.map((row) => JSON.stringify(row.issues)));
  const candidates = sql.param(rows.map((row) => `{${row.candidates.join(",")}}`));
  await tx.execute(sql`
    update ${importRow} set verdict = given.verdict, effect = given.effect, issues = given.issues::jsonb,
      candidates = given.candidates::uuid[]
    from unnest(${ids}::uuid[], ${verdicts}::text[], ${effects}::text[], ${issues}::text[], ${candidates}::text[])
      as given (id, verdict, effect, issues, candidates)
    where ${importRow.id} = given.id`);
}

/** Marks the rows that were carried out: whom they are about, when, and what they replaced. */
export async function markApplied(
  tx: Tx,
  rows: readonly PlannedRow[],
  previous: ReadonlyMap<string, readonly PreviousValues[]>,
  { now, cipher }: { readonly now: Date; readonly cipher: ValueCipher },
): Promise<void> {
  const done = rows.filter(({ verdict }) => verdict !== "held" && verdict !== "waiting");
  if (done.length === 0) return;
  const ids = sql.param(done.map(({ source }) => source.id));
  const people = sql.param(done.map(({ enrolleeId }) => enrolleeId));
  const sealed = sql.param(
    done.map(({ source }) => {
      const values = previous.get(source.id);
      return values === undefined ? null : sealPrevious(values, cipher);
    }),
  );
  await tx.execute(sql`
    update ${importRow} set enrollee_id = given.enrollee_id, previous_cipher = given.previous, applied_at = ${now}
    from unnest(${ids}::uuid[], ${people}::uuid[], ${sealed}::bytea[]) as given (id, enrollee_id, previous)
    where ${importRow.id} = given.id`);
}

/** Takes rows out of the queue that a later batch has made needless. */
export async function closeRows(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(importRow)
    .set({ verdict: "matched", effect: "相同的一行已由后来的批次导入" })
    .where(inArray(importRow.id, [...ids]));
}
