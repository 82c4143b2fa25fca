import { annotateRejected } from "@rehab/spreadsheet/annotate";
import type { Recognition } from "@rehab/spreadsheet/recognise";
import type { Cell, CellRow } from "@rehab/spreadsheet/workbook";
import { and, asc, eq, inArray } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { importFile, importRow } from "../../db/schema/import.ts";
import type { RowIssue } from "./plan/planned-row.ts";
import type { StoredCells } from "./source-row.ts";
import type { StoredRecognition } from "./to-source-rows.ts";

interface ExportedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The held and rejected rows of a file as the Excel they came from, with the reason in a column of its own. */
export const exportRejected = useCase<{ id: string; fileId: string }, ExportedFile>(
  "imports.rejected",
  async ({ tx, audit, cipher }, { id, fileId }) => {
    const [file] = await tx
      .select()
      .from(importFile)
      .where(and(eq(importFile.id, fileId), eq(importFile.batchId, id)));
    if (file === undefined || file.kind === null) throw new ProblemError("not_found");
    const stored = await tx
      .select()
      .from(importRow)
      .where(and(eq(importRow.fileId, fileId), inArray(importRow.verdict, ["held", "waiting", "rejected"])))
      .orderBy(asc(importRow.rowNumber));
    const recognition = recognitionOf(
      file.recognition as StoredRecognition,
      file.kind as Recognition["kind"],
    );
    const rows: CellRow[] = [];
    for (const { rowNumber, cellsCipher } of stored) {
      rows[rowNumber - 1] = cellRowOf(JSON.parse(cipher.decrypt(cellsCipher)) as StoredCells, recognition);
    }
    audit({
      action: "imports.rejected",
      subjectType: "importBatch",
      subjectId: id,
      change: { fileId, rows: stored.length },
    });
    const rejected = stored.map((row) => ({ rowNumber: row.rowNumber, reason: reasonOf(row) }));
    return {
      name: `${
        file.name
          .split("/")
          .at(-1)
          ?.replace(/\.[^.]+$/u, "") ?? ""
      }-退回.xlsx`,
      content: await annotateRejected([
        {
          sheet: { name: recognition.sheetName, rows: Array.from(rows, (row) => row ?? []) },
          recognition,
          rejected,
        },
      ]),
    };
  },
);

function reasonOf(row: typeof importRow.$inferSelect): string {
  if (row.decisionReason !== null) return row.decisionReason;
  return (row.issues as RowIssue[])
    .filter(({ holds }) => holds)
    .map(({ text }) => text)
    .join("；");
}

function recognitionOf(stored: StoredRecognition, kind: Recognition["kind"]): Recognition {
  return {
    ...stored,
    kind,
    confidence: 1,
    rows: { dataRowIndexes: [], footRows: [], repeatedHeaderRowIndexes: [], isZeroList: stored.isZeroList },
  };
}

function cellRowOf({ cells, extra }: StoredCells, recognition: Recognition): CellRow {
  const row: (Cell | undefined)[] = [];
  const put = (columnIndex: number | undefined, text: string, address: string): void => {
    if (columnIndex !== undefined && text !== "") row[columnIndex] = { value: text, text, address };
  };
  for (const [field, { raw, address }] of Object.entries(cells)) {
    put(recognition.columns.find((column) => column.field === field)?.columnIndex, raw, address);
  }
  for (const { header, raw, address } of extra) {
    put(recognition.unknownColumns.find((column) => column.header === header)?.columnIndex, raw, address);
  }
  return Array.from(row);
}
