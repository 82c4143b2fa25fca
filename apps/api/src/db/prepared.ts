import { hash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Column, Placeholder, SQL } from "drizzle-orm";
import type { ReadTx, Tx } from "./client.ts";
import { compileSelect, compileSend } from "./compiled.ts";
import type { Selecting, Sendable } from "./compiled.ts";

type Run<R> = (tx: ReadTx, values: Record<string, unknown>) => Promise<R>;

/** Nobody shall fill the database's memory with plans by asking for one form after the other. */
const mostForms = 50;

/**
 * A statement that is built once, planned once by each connection and then run with other values: for one that
 * somebody waits for. It has several forms, by what it is built for and by which of its values are given; `build`
 * gets placeholders in the place of the given values. Forms beyond the first fifty are built and planned for every
 * run. Without a name a statement is built once but planned for every run: for one whose values, such as the days it
 * counts, decide how it is done best.
 */
export function preparedInForms<F, V extends object, Row>(
  name: string | null,
  build: (tx: ReadTx, form: F, values: V) => Selecting<Row>,
): (tx: ReadTx, form: F, values: V) => Promise<Row[]> {
  return inForms(name, build, compileSelect<Row>);
}

/** A statement of one form, by which of its values are given. */
export function prepared<V extends object, Row>(
  name: string | null,
  build: (tx: ReadTx, values: V) => Selecting<Row>,
): (tx: ReadTx, values: V) => Promise<Row[]> {
  const run = preparedInForms(name, (tx, _form: null, values: V) => build(tx, values));
  return (tx, values) => run(tx, null, values);
}

/** The same for a statement that writes and is not answered. */
export function preparedWrite<V extends object>(
  name: string,
  build: (tx: Tx, values: V) => Sendable,
): (tx: Tx, values: V) => Promise<void> {
  const run = inForms(name, (tx, _form: null, values: V) => build(tx as Tx, values), compileSend);
  return async (tx, values) => void (await run(tx, null, values));
}

function inForms<F, V extends object, S extends Sendable, R>(
  name: string | null,
  build: (tx: ReadTx, form: F, values: V) => S,
  compile: (statement: S, name: string | null) => Run<R>,
): (tx: ReadTx, form: F, values: V) => Promise<R> {
  const forms = new Map<string, Run<R>>();
  return (tx, form, values) => {
    const given = values as Record<string, unknown>;
    const names = Object.keys(given).filter((key) => given[key] !== undefined);
    const key = JSON.stringify([form, names]);
    const known = forms.get(key);
    if (known !== undefined) return known(tx, given);
    const placeholders = Object.fromEntries(names.map((value) => [value, sql.placeholder(value)])) as V;
    const isKept = forms.size < mostForms;
    const ownName = isKept && name !== null ? `${name}_${hash("sha1", key)}` : null;
    const run = compile(build(tx, form, placeholders), ownName);
    if (isKept) forms.set(key, run);
    return run(tx, given);
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
