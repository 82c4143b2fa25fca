/** One filled cell as it stands in the file. */
export interface Cell {
  /** The stored value. A date is its Excel serial in the file's own date system. */
  readonly value: string | number | boolean;
  /** What the user sees, trimmed; a date cell as `YYYY-MM-DD` where that day exists. */
  readonly text: string;
  /** True when the number format shows the serial as a date. */
  readonly isDate?: true;
  /** Where the value stands, such as `F3`. A cell of a vertical merge carries the merge's first address. */
  readonly address: string;
}

/** The cells of one row by column index; blank cells are undefined and trailing blanks are cut. */
export type CellRow = readonly (Cell | undefined)[];

export interface Sheet {
  readonly name: string;
  /** Index 0 is row 1 of the sheet; trailing blank rows are cut. */
  readonly rows: readonly CellRow[];
}

export type WorkbookFormat = "xlsx" | "xls" | "csv";

/** Excel counts days from 1900; files from old Macs count from 1904. */
export type DateSystem = 1900 | 1904;

export interface Workbook {
  readonly format: WorkbookFormat;
  readonly fileName: string;
  readonly dateSystem: DateSystem;
  readonly sheets: readonly Sheet[];
}

/** Column letters of a zero-based index: 0 → `A`, 26 → `AA`. */
export function columnLetters(columnIndex: number): string {
  let letters = "";
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Address of a cell from zero-based indexes: (2, 5) → `F3`. */
export function cellAddress(rowIndex: number, columnIndex: number): string {
  return `${columnLetters(columnIndex)}${rowIndex + 1}`;
}
