import type { Account, AccountUpdate } from "@rehab/schema/accounts";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { ProblemError } from "../../core/problem-error.ts";
import { staleVersion } from "../../core/stale-version.ts";
import { useCase } from "../../core/use-case.ts";
import { account, session } from "../../db/schema/account.ts";
import { getAccount } from "./queries.ts";

type Input = z.output<typeof AccountUpdate> & { readonly id: string };

/** Changes name, roles, station or status. The account's sessions end, so that the new rights hold at once. */
export const updateAccount = useCase<Input, Account>("accounts.update", async (context, input) => {
  const { tx, audit, actor } = context;
  const { id, version, ...changes } = input;
  const [found] = await tx.select().from(account).where(eq(account.id, id)).for("update");
  if (found === undefined) throw new ProblemError("not_found");
  if (found.version !== version) throw await staleVersion(context, { ...found, subjectId: id });
  const losesAdmin = !changes.roles.includes("admin") || changes.status === "disabled";
  if (id === actor.accountId && losesAdmin) {
    throw new ProblemError("wrong_state", {
      detail: "不能停用自己的账号或取消自己的管理员角色，请由另一位管理员操作。",
    });
  }
  await tx
    .update(account)
    .set({ ...changes, version: version + 1 })
    .where(eq(account.id, id));
  if (id !== actor.accountId) await tx.delete(session).where(eq(session.accountId, id));
  audit({
    action: "accounts.update",
    subjectType: "account",
    subjectId: id,
    saved: { id, version: version + 1 },
    change: {
      before: { roles: found.roles, stationId: found.stationId, status: found.status },
      after: { roles: changes.roles, stationId: changes.stationId, status: changes.status },
    },
  });
  return getAccount(tx, id);
});
