/** What help a person is given (戒毒条例 第十八条、第三十九条). */
export const HELP_KINDS = [
  { code: "knowledge", zh: "戒毒知识辅导" },
  { code: "education", zh: "教育、劝诫" },
  { code: "skills", zh: "职业技能培训" },
  { code: "schooling", zh: "就学援助" },
  { code: "employment", zh: "就业帮扶" },
  { code: "medical", zh: "就医援助" },
  { code: "counselling", zh: "心理辅导" },
  { code: "livelihood", zh: "生活帮扶" },
] as const;

export type HelpKind = (typeof HELP_KINDS)[number]["code"];

/** What came of it. */
export const HELP_OUTCOMES = [
  { code: "ongoing", zh: "进行中" },
  { code: "achieved", zh: "已落实" },
  { code: "partly", zh: "部分落实" },
  { code: "failed", zh: "未落实" },
  { code: "declined", zh: "本人不愿接受" },
] as const;

export type HelpOutcome = (typeof HELP_OUTCOMES)[number]["code"];

/** How a goal of a person's plan was closed. */
export const GOAL_RESULTS = [
  { code: "achieved", zh: "已完成" },
  { code: "partly", zh: "部分完成" },
  { code: "not_achieved", zh: "未完成" },
  { code: "dropped", zh: "不再需要" },
] as const;

export type GoalResult = (typeof GOAL_RESULTS)[number]["code"];
