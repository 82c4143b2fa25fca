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
