/**
 * Breaches of the agreement that no other record holds: refused tests stand in the test ledger, departures in the
 * leave ledger (戒毒条例 第十九条、第二十条).
 */
export const BREACH_KINDS = [
  { code: "contact_change", zh: "通讯地址或者电话变更未报告" },
  { code: "unreachable", zh: "电话非本人或者无法联系" },
  { code: "education_missed", zh: "无故不参加教育、谈话" },
  { code: "other", zh: "其他违反协议的行为" },
] as const;

export type BreachKind = (typeof BREACH_KINDS)[number]["code"];
