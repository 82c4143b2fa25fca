import { isPlainDate } from "@rehab/domain/time/plain-date";
import writeXlsxFile from "write-excel-file/node";
import type { CellObject } from "write-excel-file/node";

import { cellAddress } from "./workbook.ts";

export interface TableColumn {
  readonly header: string;
  /** `date` takes `YYYY-MM-DD` and becomes a real Excel date; `money` is yuan. */
  readonly type?: "text" | "date" | "number" | "money";
  /** In characters of half width; by default as wide as the content, up to 40. */
  readonly width?: number;
}

export interface Table {
  readonly sheetName: string;
  /** Stands merged over the whole table. */
  readonly title?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

type SheetsToWrite = Parameters<typeof writeXlsxFile>[0];
type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>["features"]>[number];

const BORDER = { borderColor: "#9CA3AF", borderStyle: "thin" } as const;
const HEADER_FILL = "#E5EDF6";
const FORMATS = { text: "@", date: "yyyy-mm-dd", number: "General", money: "#,##0.00" } as const;

/**
 * An .xlsx file of one sheet per table: merged title, bold header with fill and borders, frozen and with a filter.
 * Text is never taken for a formula, and digits such as ID numbers stay text.
 */
export async function writeWorkbook(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map((table, index) => sheetOf(table, index));
  const options = { fontFamily: "宋体", fontSize: 11, features: [autoFilter(tables)] };
  return writeXlsxFile(sheets, options).toBuffer();
}

function sheetOf(table: Table, index: number): SheetsToWrite[number] {
  const header = table.columns.map((column): CellObject => ({
    value: cleaned(column.header),
    type: String,
    fontWeight: "bold",
    align: "center",
    alignVertical: "center",
    wrap: true,
    backgroundColor: HEADER_FILL,
    ...BORDER,
  }));
  const rows = table.rows.map((row) => table.columns.map((column, at) => cellOf(row[at], column)));
  return {
    sheet: sheetName(table.sheetName, index),
    data: [...titleRows(table), header, ...rows],
    columns: table.columns.map((column, at) => ({ width: column.width ?? fittingWidth(table, at) })),
    stickyRowsCount: headerRowNumber(table),
  };
}

function titleRows(table: Table): (CellObject | null)[][] {
  if (table.title === undefined) return [];
  const title: CellObject = {
    value: cleaned(table.title),
    type: String,
    fontWeight: "bold",
    fontSize: 16,
    height: 30,
    align: "center",
    alignVertical: "center",
    columnSpan: table.columns.length,
  };
  return [[title, ...table.columns.slice(1).map(() => null)]];
}

function cellOf(value: string | number | undefined, column: TableColumn): CellObject {
  const type = column.type ?? "text";
  if (value === undefined || value === "") return { ...BORDER };
  if (typeof value === "number") {
    return { value, type: Number, format: type === "money" ? FORMATS.money : FORMATS.number, ...BORDER };
  }
  if (type === "date" && isPlainDate(value)) {
    return {
      value: new Date(`${value}T00:00:00Z`),
      type: Date,
      format: FORMATS.date,
      align: "center",
      ...BORDER,
    };
  }
  return { value: cleaned(value), type: String, format: FORMATS.text, wrap: true, ...BORDER };
}

/** The filter's element has its place right behind the rows, before the merged cells. */
function autoFilter(tables: readonly Table[]): Feature {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _options, { sheetIndex }) => {
            const table = tables[sheetIndex];
            if (table === undefined) return xml;
            const headerIndex = headerRowNumber(table) - 1;
            const from = cellAddress(headerIndex, 0);
            const to = cellAddress(headerIndex + table.rows.length, table.columns.length - 1);
            return xml.replace("</sheetData>", `</sheetData><autoFilter ref="${from}:${to}"/>`);
          },
        },
      },
    },
  };
}

function headerRowNumber(table: Table): number {
  return table.title === undefined ? 1 : 2;
}

function fittingWidth(table: Table, columnIndex: number): number {
  const texts = [
    table.columns[columnIndex]?.header,
    ...table.rows.slice(0, 500).map((row) => row[columnIndex]),
  ];
  const widest = Math.max(...texts.map((text) => displayWidth(String(text ?? ""))));
  return Math.min(40, Math.max(6, widest + 2));
}

function displayWidth(text: string): number {
  return text.length + (text.match(/[^\p{ASCII}]/gu)?.length ?? 0);
}

/** XML knows no control characters but tab and line break. */
function cleaned(text: string): string {
  return text.replaceAll(/(?![\t\n])\p{Cc}/gu, "");
}

function sheetName(name: string, index: number): string {
  const allowed = cleaned(name)
    .replaceAll(/[\\/?*[\]:']/g, " ")
    .trim()
    .slice(0, 31);
  return allowed === "" ? `Sheet${index + 1}` : allowed;
}
