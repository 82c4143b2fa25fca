import { and, eq, ne } from "drizzle-orm";
import { hashPassword, isStrongPassword, verifyPassword } from "../../core/password.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { account, session } from "../../db/schema/account.ts";

interface Input {
  readonly accountId: string;
  readonly tokenHash: Buffer;
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes the own password; every other session of the account ends. */
export const changePassword = useCase<Input, void>("session.changePassword", async ({ tx, audit }, input) => {
  const [found] = await tx.select().from(account).where(eq(account.id, input.accountId)).for("update");
  if (found === undefined || !(await verifyPassword(input.currentPassword, found.passwordHash))) {
    throw new ProblemError("wrong_credentials", {
      errors: [{ pointer: "/currentPassword", detail: "当前密码不正确" }],
    });
  }
  if (!isStrongPassword(input.newPassword) || input.newPassword === input.currentPassword) {
    throw new ProblemError("password_too_weak");
  }
  await tx
    .update(account)
    .set({ passwordHash: await hashPassword(input.newPassword), mustChangePassword: false })
    .where(eq(account.id, input.accountId));
  await tx
    .delete(session)
    .where(and(eq(session.accountId, input.accountId), ne(session.tokenHash, input.tokenHash)));
  audit({ action: "session.changePassword", subjectType: "account", subjectId: input.accountId });
});
