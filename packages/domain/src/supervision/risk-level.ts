/** How closely a person is watched. A caseworker confirms every level: no machine sets one. */
export const RISK_LEVELS = [
  { code: "high", zh: "高" },
  { code: "medium", zh: "中" },
  { code: "low", zh: "低" },
] as const;

export type RiskLevel = (typeof RISK_LEVELS)[number]["code"];
