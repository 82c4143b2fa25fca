import { hash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Column, Placeholder, SQL } from "drizzle-orm";
import type { ReadTx } from "./client.ts";

/**
 * A statement that each connection builds and plans once and then runs with other values, which it takes through
 * `sql.placeholder`. For statements that never change their text and that somebody waits for.
 */
export function prepared<S>(build: (tx: ReadTx) => S): (tx: ReadTx) => S {
  const byConnection = new WeakMap<ReadTx, S>();
  return (tx) => {
    const known = byConnection.get(tx);
    if (known !== undefined) return known;
    const statement = build(tx);
    byConnection.set(tx, statement);
    return statement;
  };
}

interface Preparable<R> {
  prepare(name: string): { execute(values: Record<string, unknown>): Promise<R> };
}

/** Nobody shall fill the database's memory with plans by asking for one form after the other. */
const mostForms = 50;

/**
 * As `prepared`, for a statement that has several forms: by what it is built for, and by which of its values are
 * given. `build` gets placeholders in the place of the given values. Forms beyond the first fifty are built and
 * planned for every run. Without a name a statement is built once but planned for every run: for one whose values,
 * such as the days it counts, decide how it is done best.
 */
export function preparedInForms<F, V extends object, R>(
  name: string | null,
  build: (tx: ReadTx, form: F, values: V) => Preparable<R>,
): (tx: ReadTx, form: F, values: V) => Promise<R> {
  const byConnection = prepared(() => new Map<string, ReturnType<Preparable<R>["prepare"]>>());
  return (tx, form, values) => {
    const forms = byConnection(tx);
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    const names = Object.keys(given);
    const key = JSON.stringify([form, names]);
    const known = forms.get(key);
    if (known !== undefined) return known.execute(given);
    const placeholders = Object.fromEntries(names.map((value) => [value, sql.placeholder(value)])) as V;
    const isKept = forms.size < mostForms;
    const isNamed = isKept && name !== null;
    const statement = build(tx, form, placeholders).prepare(isNamed ? `${name}_${hash("sha1", key)}` : "");
    if (isKept) forms.set(key, statement);
    return statement.execute(given);
  };
}

/**
 * A limit that stands in the statement itself. A prepared statement whose limit is a value is planned for a tenth of
 * all rows: in a big county with parallel workers, which take ten times as long to start as the page to read.
 */
export function literalLimit(rows: number): Placeholder {
  if (!Number.isSafeInteger(rows)) throw new RangeError("a limit is a whole number");
  // drizzle takes any piece of SQL here, its types only a placeholder
  return sql.raw(String(rows)) as unknown as Placeholder;
}

/** A condition of a statement with forms: none, where the value is not given. */
export function whenGiven(column: Column, value: string | undefined): SQL | undefined {
  return value === undefined ? undefined : eq(column, value);
}
