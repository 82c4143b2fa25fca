import { eq } from "drizzle-orm";
import { useCase } from "../../core/use-case.ts";
import { session } from "../../db/schema/account.ts";

/** Signs out here. */
export const endSession = useCase<{ tokenHash: Buffer }, void>(
  "session.end",
  async ({ tx, audit, actor }, input) => {
    await tx.delete(session).where(eq(session.tokenHash, input.tokenHash));
    audit({
      action: "session.end",
      subjectType: "account",
      ...(actor.accountId === null ? {} : { subjectId: actor.accountId }),
    });
  },
);

/** Signs an account out on every device. */
export const endSessionsEverywhere = useCase<{ accountId: string }, void>(
  "session.endEverywhere",
  async ({ tx, audit }, { accountId }) => {
    await tx.delete(session).where(eq(session.accountId, accountId));
    audit({ action: "session.endEverywhere", subjectType: "account", subjectId: accountId });
  },
);
