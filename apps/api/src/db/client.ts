import { drizzle } from "drizzle-orm/node-postgres";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, types } from "pg";
import type { PoolClient } from "pg";
import type { DataScope } from "@rehab/schema/access/ability";
import * as account from "./schema/account.ts";
import * as audit from "./schema/audit.ts";
import * as caseFacts from "./schema/case-facts.ts";
import * as county from "./schema/county.ts";
import * as countyRecords from "./schema/county-records.ts";
import * as enrollee from "./schema/enrollee.ts";
import * as handoff from "./schema/handoff.ts";
import * as importing from "./schema/import.ts";
import * as projection from "./schema/projection.ts";
import * as reconciliation from "./schema/reconciliation.ts";
import * as supervision from "./schema/supervision.ts";

export const tables = {
  ...account,
  ...audit,
  ...caseFacts,
  ...county,
  ...countyRecords,
  ...enrollee,
  ...handoff,
  ...importing,
  ...projection,
  ...reconciliation,
  ...supervision,
};

type Connection = NodePgDatabase & { readonly $client: PoolClient };

declare const writable: unique symbol;

/** A transaction that may only read. */
export type ReadTx = Connection;
/** A transaction that may write. Only `useCase` opens one. */
export type Tx = Connection & { readonly [writable]: true };

/** Which rows a transaction sees: handed to row-level security at its start. */
export interface TransactionScope {
  readonly countyCode: string;
  readonly people: DataScope;
}

export interface Database {
  /** One statement outside any transaction; it sees the county's structure and nobody's data. */
  single<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
  read<T>(scope: TransactionScope, work: (tx: ReadTx) => Promise<T>): Promise<T>;
  write<T>(scope: TransactionScope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Whether the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const countyCodePattern = /^\d{6}$/u;
types.setTypeParser(types.builtins.DATE, (text) => text);

/** Opens the pool of the application role for one county. */
export function openDatabase(
  url: string,
  options: { countyCode: string; maxConnections?: number },
): Database {
  if (!countyCodePattern.test(options.countyCode)) throw new Error("a county code has six digits");
  const pool = new Pool({
    connectionString: url,
    options: `-c app.county_code=${options.countyCode}`,
    max: options.maxConnections ?? 10,
    application_name: "rehab-api",
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    // Statements that do not wait for each other's answers are sent one behind the other, and answered in that order.
    pipeline: true,
  });
  // A dropped connection must not end the process: the request that used it fails, the next one gets a new one.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));

  // One query builder for as long as a connection lives: making one takes as long as a statement.
  const connections = new WeakMap<PoolClient, Connection>();
  const connectionOf = (client: PoolClient): Connection => {
    const known = connections.get(client);
    if (known !== undefined) return known;
    const connection = drizzle(client, { casing: "snake_case" }) as Connection;
    connections.set(client, connection);
    return connection;
  };

  const inTransaction = async <T>(begin: string, work: (tx: Connection) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      const begun = client.query(begin);
      // If it cannot begin, the work fails as well, for the database shows nothing outside a transaction.
      begun.catch(() => undefined);
      const result = await work(connectionOf(client));
      await begun;
      await client.query("commit");
      client.release();
      return result;
    } catch (error) {
      await client.query("rollback").then(
        () => client.release(),
        (rollbackError: Error) => client.release(rollbackError),
      );
      throw error;
    }
  };

  const withoutTransaction = drizzle(pool, { casing: "snake_case" }) as unknown as Connection;

  return {
    single: (work) => work(withoutTransaction),
    read: (scope, work) => inTransaction(beginStatement("read only", scope), work),
    write: (scope, work) =>
      againAfterConflict(() => inTransaction(beginStatement("read write", scope), (tx) => work(tx as Tx))),
    ping: async () => {
      await pool.query("select 1");
    },
    close: () => pool.end(),
  };
}

const uniqueViolation = "23505";

/**
 * What PostgreSQL says when two transactions got in each other's way: one of them can simply be done again. A unique
 * violation is among them, for a write asks first whether something is there: done again it sees what the other
 * transaction recorded, and answers as it does to whoever comes a moment later.
 */
const conflicts: ReadonlySet<unknown> = new Set(["40001", "40P01", uniqueViolation]);
const mostAttempts = 3;

/** Two people who write about one person at the same moment both get through, one after the other. */
async function againAfterConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts === mostAttempts || !conflicts.has(sqlStateOf(error))) throw error;
    }
  }
}

function sqlStateOf(error: unknown): unknown {
  const cause = causeOf(error);
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}

/** The unique constraint or index that a write ran into; undefined for any other error. */
export function violatedUnique(error: unknown): string | undefined {
  if (sqlStateOf(error) !== uniqueViolation) return undefined;
  const { constraint } = causeOf(error) as { constraint?: string };
  return constraint ?? "";
}

function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

/** One round trip opens the transaction and tells the database who is asking. */
function beginStatement(
  access: "read only" | "read write",
  { countyCode, people }: TransactionScope,
): string {
  if (!countyCodePattern.test(countyCode)) throw new Error("a county code has six digits");
  const stationId = people.kind === "station" ? people.stationId : "";
  if (!/^[0-9a-f-]*$/u.test(stationId)) throw new Error("a station id is a uuid");
  return (
    `begin isolation level repeatable read ${access};` +
    `set local app.county_code = '${countyCode}';` +
    `set local app.scope = '${people.kind}';` +
    `set local app.station_id = '${stationId}'`
  );
}
