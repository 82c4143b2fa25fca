import type { Account } from "@rehab/schema/accounts";
import { eq, sql } from "drizzle-orm";
import { hashPassword, isStrongPassword } from "../../core/password.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { account, session } from "../../db/schema/account.ts";
import { getAccount } from "./queries.ts";

/** Sets a new password that must be changed at the next sign-in, unlocks the account and ends its sessions. */
export const resetPassword = useCase<{ id: string; password: string }, Account>(
  "accounts.resetPassword",
  async ({ tx, audit }, { id, password }) => {
    if (!isStrongPassword(password)) throw new ProblemError("password_too_weak");
    const [saved] = await tx
      .update(account)
      .set({
        passwordHash: await hashPassword(password),
        mustChangePassword: true,
        failedSignIns: 0,
        lockedUntil: null,
        version: sql`${account.version} + 1`,
      })
      .where(eq(account.id, id))
      .returning({ version: account.version });
    if (saved === undefined) throw new ProblemError("not_found");
    await tx.delete(session).where(eq(session.accountId, id));
    audit({
      action: "accounts.resetPassword",
      subjectType: "account",
      subjectId: id,
      saved: { id, version: saved.version },
    });
    return getAccount(tx, id);
  },
);
