import { decodeText } from "./decode-text.ts";
import { detectFormat } from "./detect-format.ts";
import { inspectZip } from "./inspect-zip.ts";
import { parseCsv } from "./parse-csv.ts";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "./read-limits.ts";
import { readExcel } from "./read-excel.ts";
import { SpreadsheetProblem } from "./spreadsheet-problem.ts";
import { type Cell, type CellRow, type Sheet, type Workbook, cellAddress } from "./workbook.ts";

/**
 * Reads an .xlsx, .xls or .csv file into plain cells. Throws SpreadsheetProblem `file_…`.
 * A large file blocks the thread: servers use readWorkbookInWorker.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Promise<Workbook> {
  if (bytes.length > limits.maxFileBytes) throw new SpreadsheetProblem("file_too_large");
  const format = detectFormat(bytes, fileName);
  if (format === "csv") {
    const sheets = [readCsv(bytes, fileName)];
    return checked({ format, fileName, dateSystem: 1900, sheets }, limits);
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === "xlsx") await inspectZip(buffer, limits);
  return checked({ format, fileName, ...readExcel(buffer) }, limits);
}

function readCsv(bytes: Uint8Array, fileName: string): Sheet {
  const rows: CellRow[] = parseCsv(decodeText(bytes)).map((fields, rowIndex) => {
    const cells = fields.map((field, columnIndex) => textCell(field, rowIndex, columnIndex));
    return cells.slice(0, cells.findLastIndex((cell) => cell !== undefined) + 1);
  });
  return {
    name: fileName.replace(/\.[^.]+$/, ""),
    rows: rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1),
  };
}

function textCell(field: string, rowIndex: number, columnIndex: number): Cell | undefined {
  const text = field.trim();
  if (text === "") return undefined;
  return { value: field, text, address: cellAddress(rowIndex, columnIndex) };
}

function checked(workbook: Workbook, limits: ReadLimits): Workbook {
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) throw new SpreadsheetProblem("file_empty");
  if (workbook.sheets.some((sheet) => sheet.rows.length > limits.maxRows)) {
    throw new SpreadsheetProblem("file_too_many_rows");
  }
  return workbook;
}
