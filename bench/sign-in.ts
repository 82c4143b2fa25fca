import { newId } from "@rehab/api/core/ids";
import type { Services } from "@rehab/api/core/use-case";
import { tables } from "@rehab/api/db/client";
import { insertRows } from "@rehab/api/db/insert-rows";
import { hashOfToken, newSessionToken } from "@rehab/api/modules/session/session-token";

const hourMs = 3_600_000;
/** So many browsers that none of them meets its limit of requests. */
const browsers = 200;

/** Signs a supervisor in with many browsers and gives their cookies. */
export async function signIn({ db, county }: Services): Promise<string[]> {
  const accountId = newId();
  const tokens = Array.from({ length: browsers }, newSessionToken);
  const now = new Date();
  await db.write({ countyCode: county.code, people: { kind: "none" } }, async (tx) => {
    await insertRows(tx, tables.account, [
      {
        id: accountId,
        countyCode: county.code,
        username: "supervisor",
        displayName: "李明",
        passwordHash: "",
        roles: ["supervisor"],
        mustChangePassword: false,
      },
    ]);
    await insertRows(
      tx,
      tables.session,
      tokens.map((token) => ({
        tokenHash: hashOfToken(token),
        countyCode: county.code,
        accountId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + hourMs),
      })),
    );
  });
  return tokens.map((token) => `rehab_session=${token}`);
}
