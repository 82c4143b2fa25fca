import { HANDOFF_LIST } from "@rehab/spreadsheet/forms/people-forms";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import type { GivenFile } from "./read-files.ts";

type HandoffField = (typeof HANDOFF_LIST)["columns"][number]["field"];

/** A row of a hand-off list as somebody types it, by the fields of the paper form. */
export type TypedHandoffRow = { readonly [Field in HandoffField]?: string | undefined };

/**
 * Typed rows as the paper that the police would have sent: they go the same way as a file, with the same checks.
 * `title` stands over the list; a day or week in it makes the list a weekly check, as on paper.
 */
export async function typedHandoffList(
  rows: readonly TypedHandoffRow[],
  { title }: { readonly title: string },
): Promise<GivenFile> {
  const columns = HANDOFF_LIST.columns.filter(({ field }) => field !== "sequence");
  const content = await writeWorkbook([
    {
      sheetName: HANDOFF_LIST.label,
      title,
      columns: columns.map(({ label }) => ({ header: label })),
      rows: rows.map((row) => columns.map(({ field }) => row[field])),
    },
  ]);
  return { name: `${title}.xlsx`, bytes: content };
}
