import type { PlainDate } from "../time/plain-date.ts";

/** Who belongs to a person's team: the first five by 戒毒条例 第十七条, the others by local practice. */
export const SUPPORT_ROLES = [
  { code: "caseworker", zh: "专职工作人员" },
  { code: "police", zh: "社区民警" },
  { code: "medic", zh: "社区医务人员" },
  { code: "family", zh: "家庭成员" },
  { code: "volunteer", zh: "禁毒志愿者" },
  { code: "cadre", zh: "村（社区）干部" },
] as const;

export type SupportRole = (typeof SUPPORT_ROLES)[number]["code"];

const requiredRoles: readonly SupportRole[] = ["caseworker", "police", "medic", "family", "volunteer"];

export interface SupportMember {
  readonly role: SupportRole;
  readonly from: PlainDate;
  /** The first day on which the member no longer belongs to the team. */
  readonly until?: PlainDate;
}

/** The roles that 戒毒条例 第十七条 names and nobody fills on a day. */
export function missingRoles(members: readonly SupportMember[], asOf: PlainDate): SupportRole[] {
  const present = members.filter(({ from, until }) => from <= asOf && (until === undefined || asOf < until));
  return requiredRoles.filter((role) => !present.some((member) => member.role === role));
}
