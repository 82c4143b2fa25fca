import type { PgTable } from "drizzle-orm/pg-core";
import { getTableColumns } from "drizzle-orm";
import type { Tx } from "./client.ts";

const mostParameters = 60_000;

/** Inserts any number of rows in as few statements as PostgreSQL's limit of parameters allows. */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  const perStatement = Math.floor(mostParameters / Object.keys(getTableColumns(table)).length);
  for (let start = 0; start < rows.length; start += perStatement) {
    await tx.insert(table).values(rows.slice(start, start + perStatement));
  }
}
