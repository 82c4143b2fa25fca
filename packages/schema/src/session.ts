import { z } from "zod";
import { Role } from "./access/role.ts";
import { Day, Id, Moment } from "./common.ts";
import { endpoint } from "./endpoint.ts";

export const AppMode = z.enum(["training", "production"]);
export type AppMode = z.infer<typeof AppMode>;

/** What the login page needs before anyone is known. Training accounts exist in the training county only. */
export const SystemInfo = z.object({
  mode: AppMode,
  countyName: z.string(),
  today: Day,
  trainingPassword: z.string().nullable(),
  trainingAccounts: z.array(
    z.object({
      username: z.string(),
      displayName: z.string(),
      role: Role,
      stationName: z.string().nullable(),
    }),
  ),
});
export type SystemInfo = z.infer<typeof SystemInfo>;

export const Session = z.object({
  account: z.object({
    id: Id,
    username: z.string(),
    displayName: z.string(),
    roles: z.array(Role),
    stationId: Id.nullable(),
    stationName: z.string().nullable(),
    mustChangePassword: z.boolean(),
  }),
  csrfToken: z.string(),
  expiresAt: Moment,
  county: z.object({ code: z.string(), name: z.string() }),
  mode: AppMode,
  /** The day the system believes it is; the training clock can be moved. */
  today: Day,
});
export type Session = z.infer<typeof Session>;

export const Credentials = z.strictObject({
  username: z.string().trim().min(1, "请填写用户名").max(64),
  password: z.string().min(1, "请填写密码").max(256),
});

export const PasswordChange = z.strictObject({
  currentPassword: z.string().min(1, "请填写当前密码").max(256),
  newPassword: z.string().min(1, "请填写新密码").max(256),
});

export const ClockSetting = z.strictObject({ today: Day });

export const sessionEndpoints = {
  system: endpoint({
    name: "session.system",
    summary: "What the login page shows",
    method: "GET",
    path: "/system",
    access: "public",
    response: SystemInfo,
    problems: [],
  }),
  start: endpoint({
    name: "session.start",
    summary: "Sign in",
    method: "POST",
    path: "/session",
    access: "public",
    body: Credentials,
    response: Session,
    perMinute: 60,
    problems: ["wrong_credentials", "locked_out"],
  }),
  current: endpoint({
    name: "session.current",
    summary: "Who is signed in",
    method: "GET",
    path: "/session",
    access: "signed-in",
    response: Session,
    problems: [],
  }),
  end: endpoint({
    name: "session.end",
    summary: "Sign out here",
    method: "DELETE",
    path: "/session",
    access: "signed-in",
    problems: [],
  }),
  endEverywhere: endpoint({
    name: "session.endEverywhere",
    summary: "Sign out on every device",
    method: "DELETE",
    path: "/sessions",
    access: "signed-in",
    problems: [],
  }),
  changePassword: endpoint({
    name: "session.changePassword",
    summary: "Change the own password; every other session ends",
    method: "POST",
    path: "/session/password",
    access: "signed-in",
    body: PasswordChange,
    problems: ["wrong_credentials", "password_too_weak"],
  }),
  setClock: endpoint({
    name: "session.setClock",
    summary: "Move the training clock",
    method: "PUT",
    path: "/clock",
    access: ["update", "Clock"],
    body: ClockSetting,
    response: ClockSetting,
    problems: ["training_only"],
  }),
};
