import { z } from "zod";

/** The three roles, with the word that the screens show. */
export const roles = [
  { code: "caseworker", zh: "专职工作人员" },
  { code: "supervisor", zh: "督查人员" },
  { code: "admin", zh: "管理员" },
] as const;

export type Role = (typeof roles)[number]["code"];

export const Role = z.enum(roles.map((role) => role.code) as [Role, ...Role[]]);
