import type { BodyOf } from "@rehab/schema/endpoint";
import type { sessionEndpoints } from "@rehab/schema/session";
import { eq } from "drizzle-orm";
import { unmatchedPasswordHash, verifyPassword } from "../../core/password.ts";
import { useCase } from "../../core/use-case.ts";
import { account, session } from "../../db/schema/account.ts";
import { hashOfToken, newSessionToken } from "./session-token.ts";
import type { SessionLifetime } from "./session-lifetime.ts";

const failuresUntilLock = 5;
const lockMinutes = 15;

type Outcome =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly problem: "wrong_credentials" | "locked_out" };

type Input = BodyOf<typeof sessionEndpoints.start> & {
  readonly wallClock: Date;
  readonly lifetime: SessionLifetime;
};

/**
 * Checks a password and opens a session. After five failures in a row the account is locked for 15 minutes.
 * A failure is an outcome and not an error, so that its count is saved. Unknown names take as long as known ones.
 */
export const startSession = useCase<Input, Outcome>("session.start", async ({ tx, audit }, input) => {
  const [found] = await tx.select().from(account).where(eq(account.username, input.username)).for("update");
  const fits = await verifyPassword(input.password, found?.passwordHash ?? unmatchedPasswordHash);

  if (found === undefined || found.status !== "active") {
    audit({ action: "session.start", outcome: "denied", change: { because: "unknown or disabled account" } });
    return { ok: false, problem: "wrong_credentials" };
  }
  const subject = { subjectType: "account", subjectId: found.id };

  if (found.lockedUntil !== null && found.lockedUntil > input.wallClock) {
    audit({ action: "session.start", outcome: "denied", ...subject, change: { because: "locked" } });
    return { ok: false, problem: "locked_out" };
  }
  if (!fits) {
    const failedSignIns = found.failedSignIns + 1;
    const locks = failedSignIns >= failuresUntilLock;
    const lockedUntil = locks ? new Date(input.wallClock.getTime() + lockMinutes * 60_000) : null;
    await tx
      .update(account)
      .set({ failedSignIns: locks ? 0 : failedSignIns, lockedUntil })
      .where(eq(account.id, found.id));
    audit({
      action: "session.start",
      outcome: "denied",
      ...subject,
      change: { because: "wrong password", locks },
    });
    return { ok: false, problem: locks ? "locked_out" : "wrong_credentials" };
  }

  const token = newSessionToken();
  await tx.insert(session).values({
    tokenHash: hashOfToken(token),
    countyCode: found.countyCode,
    accountId: found.id,
    createdAt: input.wallClock,
    lastSeenAt: input.wallClock,
    expiresAt: new Date(input.wallClock.getTime() + input.lifetime.absoluteHours * 3_600_000),
  });
  await tx
    .update(account)
    .set({ failedSignIns: 0, lockedUntil: null, lastSignInAt: input.wallClock })
    .where(eq(account.id, found.id));
  audit({ action: "session.start", ...subject });
  return { ok: true, token };
});
