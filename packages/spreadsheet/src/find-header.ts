import { FORM_KINDS } from "./forms/forms.ts";
import { type HeaderReadings, matchColumns } from "./match-header.ts";
import type { CellRow } from "./workbook.ts";

export interface HeaderRow {
  readonly rowIndex: number;
  /** 2 when group headers stand over their parts. */
  readonly rowCount: 1 | 2;
  /** By column index; a column without a header has no readings. */
  readonly readings: readonly HeaderReadings[];
}

const ROWS_TO_SEARCH = 30;
const FEWEST_KNOWN_HEADERS = 3;

/** The row that names the most columns of any one kind of paper, or undefined when none names three. */
export function findHeaderRow(rows: readonly CellRow[]): HeaderRow | undefined {
  let best: { header: HeaderRow; known: number } | undefined;
  for (let rowIndex = 0; rowIndex < Math.min(rows.length, ROWS_TO_SEARCH); rowIndex += 1) {
    for (const header of headersAt(rows, rowIndex)) {
      const known = countKnown(header);
      if (known >= FEWEST_KNOWN_HEADERS && known > (best?.known ?? 0)) best = { header, known };
    }
  }
  return best?.header;
}

function headersAt(rows: readonly CellRow[], rowIndex: number): HeaderRow[] {
  const upper = rows[rowIndex] ?? [];
  const lower = rows[rowIndex + 1] ?? [];
  const single: HeaderRow = {
    rowIndex,
    rowCount: 1,
    readings: Array.from(upper, (cell) => (cell ? [cell.text] : [])),
  };
  return standsUnder(upper, lower) ? [single, twoRowHeader(upper, lower, rowIndex)] : [single];
}

/** A second header row holds words only and names columns that the first one, no title, leaves blank. */
function standsUnder(upper: CellRow, lower: CellRow): boolean {
  if (upper.filter((cell) => cell !== undefined).length < FEWEST_KNOWN_HEADERS) return false;
  const hasOnlyWords = lower.every((cell) => cell === undefined || /^\D{1,12}$/.test(cell.text));
  return hasOnlyWords && lower.some((cell, index) => cell !== undefined && upper[index] === undefined);
}

function twoRowHeader(upper: CellRow, lower: CellRow, rowIndex: number): HeaderRow {
  let group = "";
  const readings = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const above = upper[index]?.text;
    const below = lower[index]?.text === above ? undefined : lower[index]?.text;
    group = above ?? group;
    if (below === undefined) return above === undefined ? [] : [above];
    return [group + below, below, group];
  });
  return { rowIndex, rowCount: 2, readings };
}

function countKnown(header: HeaderRow): number {
  const counts = FORM_KINDS.map(
    (kind) => matchColumns(kind, header.readings).filter((match) => match.isExact).length,
  );
  return Math.max(...counts);
}
