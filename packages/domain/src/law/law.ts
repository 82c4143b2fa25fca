import type { TestPlan } from "../testing/plan.ts";
import { TEST_PLANS } from "../testing/plan.ts";
import type { WorkCalendar } from "../time/working-day.ts";
import { PUBLISHED_CALENDAR } from "../time/working-day.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules.ts";
import type { SettingVersion } from "./settings.ts";
import { COMMON_SETTINGS } from "./settings.ts";

/** Everything outside a case's own facts that a verdict depends on. A county may replace any part. */
export interface Law {
  readonly rules: readonly Rule[];
  readonly testPlans: readonly TestPlan[];
  readonly calendar: WorkCalendar;
  readonly settings: readonly SettingVersion[];
}

/** The law as it stands nationally; a county with settings of its own passes a changed copy. */
export const NATIONAL_LAW: Law = {
  rules: RULES,
  testPlans: TEST_PLANS,
  calendar: PUBLISHED_CALENDAR,
  settings: COMMON_SETTINGS,
};

/** The parts of the law that a county keeps versions of. */
export const LAW_SUBJECTS = [
  { code: "rule", zh: "规则" },
  { code: "test_plan", zh: "检测计划" },
  { code: "setting", zh: "本地设定" },
  { code: "holidays", zh: "节假日安排" },
] as const;

export type LawSubject = (typeof LAW_SUBJECTS)[number]["code"];

/** What of a case can come out differently under another law. */
export const LAW_EFFECTS = [
  { code: "report_deadline", zh: "报到期限" },
  { code: "term_end", zh: "期满日" },
  { code: "test_windows", zh: "检测窗口" },
  { code: "intake", zh: "衔接手续期限" },
  { code: "history", zh: "在册状态与管控情况" },
  { code: "breaches", zh: "违反协议的计次和程度" },
  { code: "duties", zh: "待办事项及期限" },
] as const;

export type LawEffectCode = (typeof LAW_EFFECTS)[number]["code"];
