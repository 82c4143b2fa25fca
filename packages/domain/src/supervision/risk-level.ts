/** How closely a person is watched. A caseworker confirms every level: no machine sets one. */
export const RISK_LEVELS = [
  { code: "high", zh: "高" },
  { code: "medium", zh: "中" },
  { code: "low", zh: "低" },
] as const;

export type RiskLevel = (typeof RISK_LEVELS)[number]["code"];

/** What a caseworker looks at before confirming a level. */
export const RISK_FACTORS = [
  { code: "drug", zh: "染毒种类" },
  { code: "dependence", zh: "染毒程度" },
  { code: "behaviour", zh: "行为特征" },
  { code: "attempts", zh: "戒毒次数" },
  { code: "abstinence", zh: "戒断时限" },
  { code: "family", zh: "家庭环境" },
  { code: "employment", zh: "就业情况" },
] as const;

export type RiskFactor = (typeof RISK_FACTORS)[number]["code"];
