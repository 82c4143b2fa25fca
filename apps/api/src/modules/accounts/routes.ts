import { accountsEndpoints } from "@rehab/schema/accounts";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { createAccount } from "./create-account.ts";
import { listAccounts } from "./queries.ts";
import { resetPassword } from "./reset-password.ts";
import { updateAccount } from "./update-account.ts";

export const accountsRoutes: Route[] = [
  on(accountsEndpoints.list)(({ services, actor }) => listAccounts(services, actor)),
  on(accountsEndpoints.create)(({ services, actor, body }) =>
    createAccount(services, actor, { ...body, mustChangePassword: true }),
  ),
  on(accountsEndpoints.update)(({ services, actor, params, body }) =>
    updateAccount(services, actor, { ...params, ...body }),
  ),
  on(accountsEndpoints.resetPassword)(({ services, actor, params, body }) =>
    resetPassword(services, actor, { ...params, ...body }),
  ),
];
