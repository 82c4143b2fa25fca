import type { Account } from "@rehab/schema/accounts";
import type { Role } from "@rehab/schema/access/role";
import { asc, eq, getTableColumns } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { account } from "../../db/schema/account.ts";
import { station } from "../../db/schema/county.ts";

const selection = { ...getTableColumns(account), stationName: station.name };
type AccountRow = typeof account.$inferSelect & { stationName: string | null };

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    roles: row.roles as Role[],
    stationId: row.stationId,
    stationName: row.stationName,
    status: row.status as Account["status"],
    lockedUntil: row.lockedUntil?.toISOString() ?? null,
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    version: row.version,
  };
}

/** All accounts of the county. */
export const listAccounts = query<void, { accounts: Account[] }>(async ({ tx }) => {
  const rows = await tx
    .select(selection)
    .from(account)
    .leftJoin(station, eq(station.id, account.stationId))
    .orderBy(asc(account.username));
  return { accounts: rows.map(toAccount) };
});

/** One account. Throws `not_found`. */
export async function getAccount(tx: ReadTx, id: string): Promise<Account> {
  const [row] = await tx
    .select(selection)
    .from(account)
    .leftJoin(station, eq(station.id, account.stationId))
    .where(eq(account.id, id));
  if (row === undefined) throw new ProblemError("not_found");
  return toAccount(row);
}
