import type { TestPlan } from "../testing/plan.ts";
import { TEST_PLANS } from "../testing/plan.ts";
import type { WorkCalendar } from "../time/working-day.ts";
import { PUBLISHED_CALENDAR } from "../time/working-day.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules.ts";

/**
 * Which day is the last of a term that begins on 15 March: 14 March, as orders are usually printed,
 * or 15 March (民法典 第二百零二条).
 */
export const TERM_LAST_DAYS = [
  { code: "day_before", zh: "对应日的前一日" },
  { code: "anniversary", zh: "对应日" },
] as const;

export type TermLastDay = (typeof TERM_LAST_DAYS)[number]["code"];

/** Everything outside a case's own facts that a verdict depends on. A county may replace any part. */
export interface Law {
  readonly rules: readonly Rule[];
  readonly testPlans: readonly TestPlan[];
  readonly calendar: WorkCalendar;
  readonly termLastDay: TermLastDay;
}

/** The law as it stands nationally; a county with settings of its own passes a changed copy. */
export const NATIONAL_LAW: Law = {
  rules: RULES,
  testPlans: TEST_PLANS,
  calendar: PUBLISHED_CALENDAR,
  termLastDay: "day_before",
};
