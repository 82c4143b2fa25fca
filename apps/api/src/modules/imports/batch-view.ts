import type { ImportBatch, ImportFile, RowVerdict } from "@rehab/schema/imports";
import { RowVerdict as Verdict } from "@rehab/schema/imports";
import { FORMS } from "@rehab/spreadsheet/forms/forms";
import type { FormKind } from "@rehab/spreadsheet/forms/forms";
import type { Form } from "@rehab/spreadsheet/forms/form";
import { asc, getTableColumns, inArray, sql } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import { account } from "../../db/schema/account.ts";
import { importFile, importRow } from "../../db/schema/import.ts";
import type { BatchRow } from "./batch-state.ts";
import { kindLabelOf } from "./kinds.ts";
import type { StoredRecognition } from "./to-source-rows.ts";

const { digest: _digest, ...fileColumns } = getTableColumns(importFile);
type FileRow = Omit<typeof importFile.$inferSelect, "digest">;
type Verdicts = Record<RowVerdict, number>;

/** Who acts where nobody is signed in: the command line and the first start of training. */
export const systemName = "系统";

/** Batches as the screen shows them, with their files and what the rows of these do. */
export async function viewBatches(tx: ReadTx, batches: readonly BatchRow[]): Promise<ImportBatch[]> {
  const ids = batches.map(({ id }) => id);
  if (ids.length === 0) return [];
  const files = await tx
    .select(fileColumns)
    .from(importFile)
    .where(inArray(importFile.batchId, ids))
    .orderBy(asc(importFile.position));
  const counts = await tx
    .select({ fileId: importRow.fileId, verdict: importRow.verdict, rows: sql<number>`count(*)::int` })
    .from(importRow)
    .where(inArray(importRow.batchId, ids))
    .groupBy(importRow.fileId, importRow.verdict);
  const names = await accountNames(tx);
  const filesByBatch = Map.groupBy(files, ({ batchId }) => batchId);
  const countsByFile = Map.groupBy(counts, ({ fileId }) => fileId);
  return batches.map((batch) => {
    const shown = (filesByBatch.get(batch.id) ?? []).map((file) =>
      viewFile(file, verdictsOf(countsByFile.get(file.id) ?? [])),
    );
    return viewBatch(batch, shown, names);
  });
}

/** Display names of the accounts, by id. */
export async function accountNames(tx: ReadTx): Promise<Map<string, string>> {
  const rows = await tx.select({ id: account.id, name: account.displayName }).from(account);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function viewBatch(batch: BatchRow, files: ImportFile[], names: ReadonlyMap<string, string>): ImportBatch {
  const verdicts = verdictsOf(
    files.flatMap((file) => Verdict.options.map((verdict) => ({ verdict, rows: file.verdicts[verdict] }))),
  );
  return {
    id: batch.id,
    state: batch.state as ImportBatch["state"],
    createdAt: batch.createdAt.toISOString(),
    createdBy: names.get(batch.createdBy ?? "") ?? systemName,
    appliedAt: batch.appliedAt?.toISOString() ?? null,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
    undoReason: batch.undoReason,
    progress: { done: batch.stepDone, total: batch.stepTotal, step: batch.step },
    verdicts,
    toDecide: verdicts.held,
    files,
  };
}

function viewFile({ id, name, kind: stored, problem, recognition }: FileRow, verdicts: Verdicts): ImportFile {
  const kind = stored as FormKind | null;
  const rows = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  if (kind === null) {
    const nothing = {
      kind,
      kindLabel: "",
      headerRow: null,
      mappedColumns: [],
      unknownColumns: [],
      notes: [],
    };
    return { id, name, ...nothing, rows, verdicts, problem };
  }
  const understood = recognition as StoredRecognition & { readonly notes: readonly string[] };
  const form: Form = FORMS[kind];
  const labels = new Map(form.columns.map(({ field, label }) => [field, label]));
  const { headerRowNumber, columns, unknownColumns, missingColumns, notes } = understood;
  const missing = missingColumns.length === 0 ? [] : [`缺少列：${missingColumns.join("、")}`];
  return {
    id,
    name,
    kind,
    kindLabel: kindLabelOf(kind),
    headerRow: headerRowNumber,
    mappedColumns: columns.map(({ header, field }) => ({ header, field, label: labels.get(field) ?? field })),
    unknownColumns: unknownColumns.map(({ header }) => header),
    rows,
    verdicts,
    problem,
    notes: [...notes, ...missing],
  };
}

function verdictsOf(counts: readonly { readonly verdict: string; readonly rows: number }[]): Verdicts {
  const verdicts = Object.fromEntries(Verdict.options.map((verdict) => [verdict, 0])) as Verdicts;
  for (const { verdict, rows } of counts) verdicts[verdict as RowVerdict] += rows;
  return verdicts;
}
