import { Column, DrizzleQueryError, SQL, fillPlaceholders, is } from "drizzle-orm";
import type { ReadTx } from "./client.ts";

/** A statement of the query builder that waits to be sent. */
export interface Sendable {
  toSQL(): { readonly sql: string; readonly params: unknown[] };
}

/** One that answers with rows: their fields stand side by side and none is nested. */
export interface Selecting<Row> extends Sendable, PromiseLike<Row[]> {
  readonly _: { readonly selectedFields: object };
}

type Row = Record<string, unknown>;
type Send = (tx: ReadTx, values: Record<string, unknown>) => Promise<unknown[][]>;

/**
 * The statement as text, sent with other values each time. With a name each connection plans it once; with null it is
 * planned for every run.
 */
export function compileSend(statement: Sendable, name: string | null): Send {
  const { sql: text, params } = statement.toSQL();
  const config = { ...(name === null ? {} : { name }), text, rowMode: "array" as const };
  return async (tx, values) => {
    const given = fillPlaceholders(params, values);
    try {
      const { rows } = await tx.$client.query<unknown[]>({ ...config, values: given });
      return rows;
    } catch (error) {
      // as the query builder does it: whoever logs errors knows that such a message holds values
      throw new DrizzleQueryError(text, given, error as Error);
    }
  };
}

/**
 * The same for rows. What the query builder finds out anew for every value of every row, namely how its column is
 * read, is found out once: a page of the register has a thousand values.
 */
export function compileSelect<R>(
  statement: Selecting<R>,
  name: string | null,
): (tx: ReadTx, values: Record<string, unknown>) => Promise<R[]> {
  const send = compileSend(statement, name);
  const fields = Object.entries(statement._.selectedFields).map(([key, field]) => ({
    key,
    decode: decoderOf(field),
  }));
  return async (tx, values) => {
    const rows = await send(tx, values);
    return rows.map((row) => {
      const read: Row = {};
      fields.forEach(({ key, decode }, index) => {
        const value = row[index];
        read[key] = value === null || decode === undefined ? value : decode(value);
      });
      return read as R;
    });
  };
}

/** How a column's values are read; a piece of SQL gives what the database gives. */
function decoderOf(field: unknown): ((value: unknown) => unknown) | undefined {
  if (is(field, SQL) || is(field, SQL.Aliased)) return undefined;
  if (!is(field, Column))
    throw new TypeError("a compiled statement selects columns and pieces of SQL, no groups");
  if (field.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
  return (value) => field.mapFromDriverValue(value);
}
