import { FORMS } from "@rehab/spreadsheet/forms/forms";
import type { FieldOf } from "@rehab/spreadsheet/forms/forms";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import type { GivenFile } from "./read-files.ts";

/** One line of a hand-off list as somebody typed it: what stands in each column, as text. */
export type TypedHandoffRow = { readonly [Field in FieldOf<"handoff_list">]?: string | undefined };

const columns = FORMS.handoff_list.columns.filter(({ field }) => field !== "sequence");

/**
 * A hand-off list that was typed instead of received as a file, as the sheet that it would be on paper: it then
 * passes through the same reading and the same checks. `title` names the week and the day of the check, as the
 * title of a list does: `…（2021年第9周，核对日期2021-03-04）`.
 */
export async function typedHandoffList(
  rows: readonly TypedHandoffRow[],
  { title }: { readonly title: string },
): Promise<GivenFile> {
  const bytes = await writeWorkbook([
    {
      sheetName: FORMS.handoff_list.label,
      title: rows.length === 0 ? `${title} 本次无新增` : title,
      columns: [{ header: "序号", type: "number" }, ...columns.map(({ label }) => ({ header: label }))],
      rows: rows.map((row, index) => [index + 1, ...columns.map(({ field }) => row[field]?.trim())]),
    },
  ]);
  return { name: "手工录入的衔接名单.xlsx", bytes };
}
