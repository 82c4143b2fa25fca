import { normalizeHeader } from "./match-header.ts";
import type { Cell, CellRow } from "./workbook.ts";

/** What the rows below the header are. Indexes are zero-based. */
export interface RowClasses {
  readonly dataRowIndexes: readonly number[];
  /** Sums, signatures, notes and repeated titles, kept with their text. */
  readonly footRows: readonly { readonly rowIndex: number; readonly text: string }[];
  readonly repeatedHeaderRowIndexes: readonly number[];
  /** The paper says in words that there was nobody to hand over: a check that was made. */
  readonly isZeroList: boolean;
}

export interface TableShape {
  readonly firstRowIndex: number;
  readonly headerByColumn: ReadonlyMap<number, string>;
  readonly sequenceColumn: number | undefined;
  readonly nameColumn: number | undefined;
  readonly titleTexts: readonly string[];
}

const SUM = /^(合计|总计|小计|累计|本页合计|本页小计)/;
const SIGNATURE =
  /^(制表|填表|填报|审核|审批|审签|移交|接收|交接|负责人|单位负责人|分管|经办人|经手人|复核|校对|记录人|打印|报送|盖章|签字|签名|联系人|主管|备注|说明|注)[^：:]{0,8}[：:]/;
const NOTHING_NEW = /无新增|零新增|零报告|无移交|没有新增|没有移交|无人员移交|新增0人|新增零人|无衔接/;
const LONG_NOTE = 15;

export function classifyRows(rows: readonly CellRow[], table: TableShape): RowClasses {
  const dataRowIndexes: number[] = [];
  const footRows: { rowIndex: number; text: string }[] = [];
  const repeatedHeaderRowIndexes: number[] = [];
  let saysNothingNew = table.titleTexts.some((text) => NOTHING_NEW.test(text));
  for (let rowIndex = table.firstRowIndex; rowIndex < rows.length; rowIndex += 1) {
    const row = rows[rowIndex] ?? [];
    const filled = row.filter((cell) => cell !== undefined);
    if (isBlank(row, filled, table)) continue;
    if (repeatsHeader(row, filled, table)) {
      repeatedHeaderRowIndexes.push(rowIndex);
    } else if (isNothingNew(row, filled, table)) {
      saysNothingNew = true;
      footRows.push({ rowIndex, text: textOf(filled) });
    } else if (isFoot(filled, table)) {
      footRows.push({ rowIndex, text: textOf(filled) });
    } else {
      dataRowIndexes.push(rowIndex);
    }
  }
  const isZeroList = saysNothingNew && dataRowIndexes.length === 0;
  return { dataRowIndexes, footRows, repeatedHeaderRowIndexes, isZeroList };
}

/** Printed forms number their empty lines. */
function isBlank(row: CellRow, filled: readonly Cell[], table: TableShape): boolean {
  if (filled.length === 0) return true;
  const isOnlyNumbered = filled.length === 1 && table.sequenceColumn !== undefined;
  return isOnlyNumbered && /^\d+$/.test(row[table.sequenceColumn]?.text ?? "");
}

function repeatsHeader(row: CellRow, filled: readonly Cell[], table: TableShape): boolean {
  let same = 0;
  for (const [columnIndex, header] of table.headerByColumn) {
    const cell = row[columnIndex];
    if (cell && normalizeHeader(cell.text) === normalizeHeader(header)) same += 1;
  }
  return same >= 2 && same * 2 >= filled.length;
}

function isNothingNew(row: CellRow, filled: readonly Cell[], table: TableShape): boolean {
  if (filled.length > 3) return false;
  const name = table.nameColumn === undefined ? undefined : row[table.nameColumn]?.text;
  return NOTHING_NEW.test(textOf(filled)) || (name !== undefined && /^(无|零)$/.test(name));
}

function isFoot(filled: readonly Cell[], table: TableShape): boolean {
  const first = filled[0]?.text.replaceAll(/\s/g, "") ?? "";
  if (SUM.test(first)) return true;
  if (table.titleTexts.includes(filled[0]?.text ?? "")) return true;
  if (filled.length <= 4 && SIGNATURE.test(first)) return true;
  return filled.length === 1 && first.length > LONG_NOTE;
}

function textOf(filled: readonly Cell[]): string {
  return filled.map((cell) => cell.text).join(" ");
}
