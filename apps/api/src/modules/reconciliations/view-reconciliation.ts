import type { Reconciliation, ReconciliationEntry } from "@rehab/schema/reconciliations";
import { eq, inArray, sql } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import { useCase } from "../../core/use-case.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import { importFile, importRow } from "../../db/schema/import.ts";
import { accountNames, systemName } from "../imports/batch-view.ts";
import type { StoredRecognition } from "../imports/to-source-rows.ts";
import { spanOf } from "./period.ts";
import { getReconciliationRow } from "./reconciliation-row.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";
import { viewLines } from "./view-lines.ts";
import type { Showing, ViewedLines } from "./view-lines.ts";

/**
 * One comparison. Whoever decides sees whole the lines that need a thought; the trail keeps which ones were shown.
 */
export const getReconciliation = useCase<{ id: string }, Reconciliation>(
  "reconciliations.get",
  (context, { id }) => show(context, id, "reconciliations.get", "doubtful"),
);

/** The whole sheet for printing: everybody by name. */
export const printReconciliation = useCase<{ id: string }, Reconciliation>(
  "reconciliations.print",
  (context, { id }) => show(context, id, "reconciliations.print", "all"),
);

async function show(
  context: UseCaseContext,
  id: string,
  action: string,
  showing: Showing,
): Promise<Reconciliation> {
  const row = await getReconciliationRow(context.tx, id);
  const viewed = await viewLines(context, row, showing);
  context.audit({
    action,
    subjectType: "reconciliation",
    subjectId: id,
    change: { lines: viewed.lines.length, shown: showing === "all" ? viewed.shown.length : viewed.shown },
  });
  return viewReconciliation(context, row, viewed);
}

/** A comparison with its list and its lines. */
export async function viewReconciliation(
  { tx }: QueryContext,
  row: ReconciliationRow,
  { lines, totals }: ViewedLines,
): Promise<Reconciliation> {
  const [entry] = await viewEntries(tx, [row]);
  const names = await accountNames(tx);
  const { from, to } = spanOf(row);
  return {
    ...entryOf(row, entry?.people ?? 0),
    note: row.note,
    version: row.version,
    from,
    to,
    list: await viewList(tx, row),
    totals,
    lines,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    finishedBy: row.finishedAt === null ? null : (names.get(row.finishedBy ?? "") ?? systemName),
  };
}

async function viewList(tx: ReadTx, row: ReconciliationRow): Promise<Reconciliation["list"]> {
  if (row.batchId === null) return null;
  const [file] = await tx
    .select({ name: importFile.name, recognition: importFile.recognition })
    .from(importFile)
    .where(eq(importFile.batchId, row.batchId));
  if (file === undefined) return null;
  const { title, listed, isZeroList, unknownColumns, missingColumns } = file.recognition as StoredRecognition;
  return {
    fileName: file.name,
    title,
    rows: listed,
    isZeroList,
    unknownColumns: unknownColumns.map(({ header }) => header),
    missingColumns: [...missingColumns],
    warnings: row.warnings.map(({ code, text, answer }) => ({ code, text, answer })),
  };
}

/** Comparisons as a list of them shows them, each with the number of people on its list. */
export async function viewEntries(
  tx: ReadTx,
  rows: readonly ReconciliationRow[],
): Promise<ReconciliationEntry[]> {
  const batchIds = rows.flatMap(({ batchId }) => batchId ?? []);
  const counts =
    batchIds.length === 0
      ? []
      : await tx
          .select({ batchId: importRow.batchId, people: sql<number>`count(*)::int` })
          .from(importRow)
          .where(inArray(importRow.batchId, batchIds))
          .groupBy(importRow.batchId);
  const people = new Map(counts.map((count) => [count.batchId, count.people]));
  return rows.map((row) => entryOf(row, people.get(row.batchId ?? "") ?? 0));
}

function entryOf(row: ReconciliationRow, people: number): ReconciliationEntry {
  const { id, kind, year, week, month, state, source, checkedOn, ourPerson, policePerson } = row;
  return { id, kind, year, week, month, state, source, checkedOn, ourPerson, policePerson, people };
}
