import type { ImportRow, RowVerdict } from "@rehab/schema/imports";
import { and, asc, count, eq, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { useCase } from "../../core/use-case.ts";
import { importFile, importRow } from "../../db/schema/import.ts";
import { getBatchRow } from "./batch-state.ts";
import { viewRows } from "./row-view.ts";

interface Input {
  readonly id: string;
  readonly fileId?: string | undefined;
  readonly verdict?: RowVerdict | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Page {
  rows: ImportRow[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
}

/**
 * Rows of a batch in the order of its files. What names a person is masked, except in rows that somebody must
 * decide: those show what stands on paper, and the trail keeps whose rows were shown.
 */
export const listRows = useCase<Input, Page>("imports.rows", async ({ tx, audit, cipher }, input) => {
  await getBatchRow(tx, input.id);
  const conditions = and(
    eq(importRow.batchId, input.id),
    input.fileId === undefined ? undefined : eq(importRow.fileId, input.fileId),
    input.verdict === undefined ? undefined : eq(importRow.verdict, input.verdict),
  );
  const [position, rowNumber, id] = decodeCursor(input.cursor, 3);
  const isAfter =
    position === undefined || rowNumber === undefined || id === undefined
      ? undefined
      : sql`(${importFile.position}, ${importRow.rowNumber}, ${importRow.id})
            > (${Number(position)}::int, ${Number(rowNumber)}::int, ${id}::uuid)`;
  const rows = await tx
    .select({ row: importRow, file: { name: importFile.name, position: importFile.position } })
    .from(importRow)
    .innerJoin(importFile, eq(importFile.id, importRow.fileId))
    .where(and(conditions, isAfter))
    .orderBy(asc(importFile.position), asc(importRow.rowNumber), asc(importRow.id))
    .limit(input.limit + 1);
  const [total] = await tx.select({ count: count() }).from(importRow).where(conditions);

  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const shown = page.filter(({ row }) => row.verdict === "held").map(({ row }) => row.id);
  audit({
    action: "imports.rows",
    subjectType: "importBatch",
    subjectId: input.id,
    change: { rows: page.length, shown },
  });
  return {
    rows: await viewRows(tx, page, cipher),
    nextCursor:
      rows.length > input.limit && last !== undefined
        ? encodeCursor([String(last.file.position), String(last.row.rowNumber), last.row.id])
        : null,
    total: { count: total?.count ?? 0, exact: true },
  };
});
