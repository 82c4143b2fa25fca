import type { TypedRow } from "@rehab/schema/reconciliations";

/** The columns of the grid, in the order of the paper. */
export const typedColumns = [
  { field: "name", width: 88 },
  { field: "idNumber", width: 176 },
  { field: "measure", width: 104 },
  { field: "orderNumber", width: 216 },
  { field: "decidedOn", width: 108 },
  { field: "receivedOn", width: 108 },
  { field: "township", width: 108 },
  { field: "residence", width: 176 },
  { field: "phone", width: 120 },
  { field: "policeUnit", width: 128 },
] as const satisfies readonly { field: keyof TypedRow; width: number }[];

export type TypedField = (typeof typedColumns)[number]["field"];

export interface TypedLine {
  readonly key: number;
  readonly values: Readonly<Partial<Record<TypedField, string>>>;
}

export const isBlank = ({ values }: TypedLine): boolean =>
  Object.values(values).every((text) => (text ?? "").trim() === "");

/** The filled rows, and one blank row behind them to go on in. */
export function withBlankRow(rows: readonly TypedLine[]): readonly TypedLine[] {
  const last = rows.at(-1);
  if (last !== undefined && isBlank(last)) return rows;
  return [...rows, { key: Math.max(0, ...rows.map(({ key }) => key)) + 1, values: {} }];
}

/** Cells of a copied table: a row a line, a cell a tab. */
export function pasteInto(
  rows: readonly TypedLine[],
  at: { readonly row: number; readonly column: number },
  text: string,
): readonly TypedLine[] {
  const lines = text.replace(/\r?\n$/u, "").split(/\r?\n/u);
  let filled = [...rows];
  for (const [down, line] of lines.entries()) {
    filled = [...withBlankRow(filled)];
    const target = filled[at.row + down];
    if (target === undefined) break;
    const values = { ...target.values };
    for (const [right, cell] of line.split("\t").entries()) {
      const column = typedColumns[at.column + right];
      if (column !== undefined) values[column.field] = cell.trim();
    }
    filled[at.row + down] = { ...target, values };
  }
  return withBlankRow(filled);
}
