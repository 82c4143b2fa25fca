import type { Recognition } from "./recognise.ts";
import { REJECTION_HEADER } from "./rejection-header.ts";
import type { Sheet } from "./workbook.ts";
import { type Table, writeWorkbook } from "./write-workbook.ts";

export interface RejectedRow {
  /** As Excel shows it. */
  readonly rowNumber: number;
  readonly reason: string;
}

export interface RejectedSheet {
  readonly sheet: Sheet;
  readonly recognition: Recognition;
  readonly rejected: readonly RejectedRow[];
}

/** The rejected rows as the Excel file they came from: same title, same header, original texts, and why. */
export function annotateRejected(sheets: readonly RejectedSheet[]): Promise<Buffer> {
  return writeWorkbook(sheets.map(tableOf));
}

function tableOf({ sheet, recognition, rejected }: RejectedSheet): Table {
  const columns = [...recognition.columns, ...recognition.unknownColumns].sort(
    (a, b) => a.columnIndex - b.columnIndex,
  );
  const rows = rejected.map(({ rowNumber, reason }) => {
    const cells = sheet.rows[rowNumber - 1] ?? [];
    return [...columns.map((column) => cells[column.columnIndex]?.text), reason];
  });
  return {
    sheetName: sheet.name,
    ...(recognition.title === "" ? {} : { title: recognition.title }),
    columns: [...columns.map(({ header }) => ({ header })), { header: REJECTION_HEADER, width: 40 }],
    rows,
  };
}
