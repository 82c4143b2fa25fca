import type { Account, AccountCreation } from "@rehab/schema/accounts";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { hashPassword, isStrongPassword } from "../../core/password.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { account } from "../../db/schema/account.ts";
import { station } from "../../db/schema/county.ts";
import { getAccount } from "./queries.ts";

type Input = z.output<typeof AccountCreation> & {
  /** Whether somebody else chose the password, so that it must be changed at the first sign-in. */
  readonly mustChangePassword: boolean;
};

/** Creates an account. A resend with the same id changes nothing. */
export const createAccount = useCase<Input, Account>(
  "accounts.create",
  async ({ tx, audit, county }, input) => {
    if (!isStrongPassword(input.password)) throw new ProblemError("password_too_weak");
    if (input.stationId !== null) {
      const [known] = await tx
        .select({ id: station.id })
        .from(station)
        .where(eq(station.id, input.stationId));
      if (known === undefined) {
        throw new ProblemError("not_found", {
          errors: [{ pointer: "/stationId", detail: "没有这个工作站" }],
        });
      }
    }
    const { password, ...rest } = input;
    const inserted = await tx
      .insert(account)
      .values({ ...rest, countyCode: county.code, passwordHash: await hashPassword(password) })
      .onConflictDoNothing()
      .returning({ id: account.id });
    const created = inserted.length > 0;
    if (!created) {
      const [existing] = await tx
        .select({ id: account.id })
        .from(account)
        .where(eq(account.username, input.username));
      if (existing?.id !== input.id) throw new ProblemError("username_taken");
    }
    audit({
      action: "accounts.create",
      subjectType: "account",
      subjectId: input.id,
      change: { roles: input.roles, stationId: input.stationId, created },
    });
    return getAccount(tx, input.id);
  },
);
