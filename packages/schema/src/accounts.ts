import { z } from "zod";
import { Role } from "./access/role.ts";
import { Id, IdParams, Moment } from "./common.ts";
import { endpoint } from "./endpoint.ts";

export const Account = z.object({
  id: Id,
  username: z.string(),
  displayName: z.string(),
  roles: z.array(Role),
  stationId: Id.nullable(),
  stationName: z.string().nullable(),
  status: z.enum(["active", "disabled"]),
  lockedUntil: Moment.nullable(),
  lastSignInAt: Moment.nullable(),
  version: z.number().int(),
});
export type Account = z.infer<typeof Account>;

const username = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9._-]{2,31}$/u, "用户名用小写字母开头，3 至 32 位，可含数字和 . _ -");

export const AccountCreation = z
  .strictObject({
    id: Id,
    username,
    displayName: z.string().trim().min(1, "请填写姓名").max(40),
    roles: z.array(Role).min(1, "请至少选择一个角色"),
    stationId: Id.nullable(),
    password: z.string().min(1, "请填写初始密码").max(256),
  })
  .refine((account) => !account.roles.includes("caseworker") || account.stationId !== null, {
    path: ["stationId"],
    error: "专职工作人员须选择所在工作站",
  });

export const AccountUpdate = z
  .strictObject({
    version: z.number().int(),
    displayName: z.string().trim().min(1, "请填写姓名").max(40),
    roles: z.array(Role).min(1, "请至少选择一个角色"),
    stationId: Id.nullable(),
    status: z.enum(["active", "disabled"]),
  })
  .refine((account) => !account.roles.includes("caseworker") || account.stationId !== null, {
    path: ["stationId"],
    error: "专职工作人员须选择所在工作站",
  });

export const PasswordReset = z.strictObject({ password: z.string().min(1, "请填写新密码").max(256) });

export const accountsEndpoints = {
  list: endpoint({
    name: "accounts.list",
    summary: "Accounts of the county",
    method: "GET",
    path: "/accounts",
    access: ["list", "Account"],
    response: z.object({ accounts: z.array(Account) }),
    problems: [],
  }),
  create: endpoint({
    name: "accounts.create",
    summary: "Create an account; the password must be changed at first sign-in",
    method: "POST",
    path: "/accounts",
    access: ["create", "Account"],
    body: AccountCreation,
    response: Account,
    problems: ["username_taken", "password_too_weak", "not_found"],
  }),
  update: endpoint({
    name: "accounts.update",
    summary: "Change name, roles, station or status",
    method: "PUT",
    path: "/accounts/{id}",
    access: ["update", "Account"],
    params: IdParams,
    body: AccountUpdate,
    response: Account,
    problems: ["not_found", "stale_version", "wrong_state"],
  }),
  resetPassword: endpoint({
    name: "accounts.resetPassword",
    summary: "Set a new password, unlock the account and end its sessions",
    method: "POST",
    path: "/accounts/{id}/password",
    access: ["update", "Account"],
    params: IdParams,
    body: PasswordReset,
    response: Account,
    problems: ["not_found", "password_too_weak"],
  }),
};
