import type { LineView, TypedRow } from "@rehab/schema/reconciliations";

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

interface ListsCompared {
  readonly rows: readonly { readonly key: string; readonly saved: string; readonly mine: string }[];
  /** How many rows say the same on both sides. */
  readonly same: number;
}

/** What is masked in the answers is not compared. */
const comparedFields = [
  ["name", "name"],
  ["measure", "measure"],
  ["orderNumber", "orderNumber"],
  ["orderedOn", "decidedOn"],
  ["receivedOn", "receivedOn"],
  ["township", "township"],
  ["residence", "residence"],
] as const;

/**
 * The list that somebody else saved beside the one that was typed: rows of one order, or else of one name, stand side
 * by side. `measureText` gives the words that a list uses for a measure.
 */
export function compareLists(
  lines: readonly LineView[],
  typed: readonly TypedLine[],
  measureText: (code: string) => string,
): ListsCompared {
  const words = (texts: readonly (string | null | undefined)[]) =>
    texts
      .map((text) => (text ?? "").trim())
      .filter((text) => text !== "")
      .join("，");
  const sideOf = (order: string | null | undefined, name: string | null | undefined, text: string) => ({
    key: (order ?? "").trim() || (name ?? "").trim() || text,
    text,
  });
  const saved = lines.flatMap(({ theirs }) => {
    if (theirs === null) return [];
    const text = words(
      comparedFields.map(([field]) => {
        const value = theirs[field];
        return field === "measure" && value ? measureText(value) : value;
      }),
    );
    return [sideOf(theirs.orderNumber, theirs.name, text)];
  });
  const mine = typed
    .filter((line) => !isBlank(line))
    .map(({ values }) =>
      sideOf(values.orderNumber, values.name, words(comparedFields.map(([, field]) => values[field]))),
    );
  const keys = [...new Set([...saved, ...mine].map(({ key }) => key))];
  const textsOf = (side: typeof saved, key: string) =>
    side
      .filter((each) => each.key === key)
      .map(({ text }) => text)
      .join("；");
  const rows = keys.map((key) => ({ key, saved: textsOf(saved, key), mine: textsOf(mine, key) }));
  const differing = rows.filter((row) => row.saved !== row.mine);
  return { rows: differing, same: rows.length - differing.length };
}
