import type { WorkbookFormat } from "./workbook.ts";
import { SpreadsheetProblem } from "./spreadsheet-problem.ts";

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const OTHER_FORMATS = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x1f, 0x8b], // gzip
];

/**
 * The format by content, never by name alone; only plain text must also be named .csv, .txt or .tsv.
 * Throws SpreadsheetProblem `file_empty` or `file_wrong_type`.
 */
export function detectFormat(bytes: Uint8Array, fileName: string): WorkbookFormat {
  if (bytes.length === 0) throw new SpreadsheetProblem("file_empty");
  if (startsWith(bytes, ZIP)) return "xlsx";
  if (startsWith(bytes, OLE)) return "xls";
  const isOther = OTHER_FORMATS.some((magic) => startsWith(bytes, magic));
  if (isOther || !/\.(csv|txt|tsv)$/i.test(fileName)) throw new SpreadsheetProblem("file_wrong_type");
  return "csv";
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
