import { CFB, SSF, type WorkBook, type WorkSheet, read, set_cptable } from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel";

import { dateOfSerial } from "./excel-serial.ts";
import { SpreadsheetProblem } from "./spreadsheet-problem.ts";
import { type Cell, type CellRow, type DateSystem, type Sheet, cellAddress } from "./workbook.ts";

interface StoredCell {
  readonly t: string;
  readonly v?: unknown;
  readonly z?: string | number;
}

type StoredRows = (StoredCell | undefined)[][];

const ERROR_TEXTS = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
]);

// Excel 5.0/95 files keep Chinese text in code page 936.
set_cptable(codePages);

/**
 * Cells of an .xlsx or .xls file. Hidden sheets are read as well.
 * Throws SpreadsheetProblem `file_password_protected`, `file_wrong_type` or `file_broken`.
 */
export function readExcel(bytes: Buffer): { dateSystem: DateSystem; sheets: Sheet[] } {
  const book = parse(bytes);
  const dateSystem = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const sheets = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet === undefined ? [] : [{ name, rows: rowsOf(sheet, dateSystem) }];
  });
  return { dateSystem, sheets };
}

function parse(bytes: Buffer): WorkBook {
  if (bytes[0] !== 0x50) refuseOtherDocuments(bytes);
  try {
    return read(bytes, {
      type: "buffer",
      dense: true,
      cellNF: true,
      cellText: false,
      cellFormula: false,
      cellHTML: false,
    });
  } catch (error) {
    const isProtected = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new SpreadsheetProblem(isProtected ? "file_password_protected" : "file_broken", { cause: error });
  }
}

/** The same container holds .doc and .ppt files and, as EncryptedPackage, every protected .xlsx. */
function refuseOtherDocuments(bytes: Buffer): void {
  const paths = containedPaths(bytes);
  if (paths.some((path) => path.endsWith("/EncryptedPackage"))) {
    throw new SpreadsheetProblem("file_password_protected");
  }
  if (!paths.some((path) => /\/(workbook|book)$/i.test(path)))
    throw new SpreadsheetProblem("file_wrong_type");
}

function containedPaths(bytes: Buffer): string[] {
  try {
    return (CFB.read(bytes, { type: "buffer" }) as { FullPaths: string[] }).FullPaths;
  } catch (error) {
    throw new SpreadsheetProblem("file_broken", { cause: error });
  }
}

function rowsOf(sheet: WorkSheet, dateSystem: DateSystem): CellRow[] {
  const stored = (sheet["!data"] ?? []) as StoredRows;
  const rows: (Cell | undefined)[][] = [];
  for (let rowIndex = 0; rowIndex < stored.length; rowIndex += 1) {
    const cells: (Cell | undefined)[] = [];
    (stored[rowIndex] ?? []).forEach((from, columnIndex) => {
      const cell = from && cellOf(from, cellAddress(rowIndex, columnIndex), dateSystem);
      if (cell) setAt(cells, columnIndex, cell);
    });
    rows.push(cells);
  }
  fillVerticalMerges(rows, sheet);
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

function cellOf(stored: StoredCell, address: string, dateSystem: DateSystem): Cell | undefined {
  const value = stored.v;
  if (stored.t === "e") {
    const text = ERROR_TEXTS.get(Number(value)) ?? "#N/A";
    return { value: text, text, address };
  }
  if (typeof value === "boolean") return { value, text: value ? "是" : "否", address };
  if (typeof value === "number") {
    const isDate = stored.z !== undefined && SSF.is_date(String(stored.z));
    if (!isDate) return { value, text: numberText(value, stored.z), address };
    return { value, text: dateOfSerial(value, dateSystem) ?? String(value), isDate: true, address };
  }
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : { value: value as string, text, address };
}

/** General shows long numbers as 4.3E+17, so only a chosen format decides what the user sees. */
function numberText(value: number, format: string | number | undefined): string {
  if (format === undefined || format === 0 || format === "General") return String(value);
  try {
    return SSF.format(format, value).trim();
  } catch {
    return String(value);
  }
}

/** A value merged over several rows of one column, such as a station over its staff, holds for each row. */
function fillVerticalMerges(rows: (Cell | undefined)[][], sheet: WorkSheet): void {
  for (const { s: start, e: end } of sheet["!merges"] ?? []) {
    const cell = rows[start.r]?.[start.c];
    if (start.c !== end.c || cell === undefined) continue;
    for (let rowIndex = start.r + 1; rowIndex <= Math.min(end.r, rows.length - 1); rowIndex += 1) {
      setAt(rows[rowIndex] ?? [], start.c, cell);
    }
  }
}

function setAt(cells: (Cell | undefined)[], columnIndex: number, cell: Cell): void {
  while (cells.length < columnIndex) cells.push(undefined);
  cells[columnIndex] = cell;
}
