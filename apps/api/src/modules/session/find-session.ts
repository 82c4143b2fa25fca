import type { Role } from "@rehab/schema/access/role";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { prepared } from "../../db/prepared.ts";
import { account, session } from "../../db/schema/account.ts";
import { station } from "../../db/schema/county.ts";

/** A session that is stored, with the account it belongs to. It may have expired. */
export interface StoredSession {
  readonly tokenHash: Buffer;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly account: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly roles: Role[];
    readonly stationId: string | null;
    readonly stationName: string | null;
    readonly mustChangePassword: boolean;
  };
}

const sessionByToken = prepared("session_by_token", (tx, { tokenHash }: { readonly tokenHash: Buffer }) =>
  tx
    .select({
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
      id: account.id,
      username: account.username,
      displayName: account.displayName,
      roles: account.roles,
      stationId: account.stationId,
      stationName: station.name,
      mustChangePassword: account.mustChangePassword,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .leftJoin(station, eq(station.id, account.stationId))
    .where(and(eq(session.tokenHash, tokenHash), eq(account.status, "active"))),
);

/** The session of a token with its active account. */
export async function findSession(db: Database, tokenHash: Buffer): Promise<StoredSession | undefined> {
  const [row] = await db.single((tx) => sessionByToken(tx, { tokenHash }));
  if (row === undefined) return undefined;
  const { lastSeenAt, expiresAt, roles, ...rest } = row;
  return { tokenHash, lastSeenAt, expiresAt, account: { ...rest, roles: roles as Role[] } };
}
