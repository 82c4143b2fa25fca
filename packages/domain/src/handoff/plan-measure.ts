/** What a plan can set down for a person (戒毒条例 第十八条; for 社区康复 第三十九条 adds psychological help). */
export const PLAN_MEASURES = [
  { code: "detox_guidance", zh: "戒毒知识辅导" },
  { code: "education", zh: "教育、劝诫" },
  { code: "vocational_training", zh: "职业技能培训" },
  { code: "career_guidance", zh: "职业指导" },
  { code: "schooling", zh: "就学援助" },
  { code: "employment", zh: "就业援助" },
  { code: "medical", zh: "就医援助" },
  { code: "psychological", zh: "心理治疗和辅导" },
  { code: "other", zh: "其他措施" },
] as const;

export type PlanMeasure = (typeof PLAN_MEASURES)[number]["code"];
