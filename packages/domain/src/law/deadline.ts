import type { PlainDate } from "../time/plain-date.ts";
import { addDays, addMonths, addYears } from "../time/plain-date.ts";
import type { WorkCalendar } from "../time/working-day.ts";
import { addWorkingDays, rollToWorkingDay, unknownYears } from "../time/working-day.ts";
import type { Rule, RuleId, RulePeriod } from "./rule.ts";

/** One step of the way to a deadline: what happened on which day, in Chinese. */
export interface DeadlineStep {
  readonly kind: "trigger" | "count" | "deduct" | "roll" | "stop";
  readonly on: PlainDate;
  readonly note: string;
}

/** The last day on which a duty is done in time, and how it was found. */
export interface Deadline {
  readonly date: PlainDate;
  readonly ruleId: RuleId;
  /** The version of the rule that counted: that of the day of the trigger. */
  readonly rule: Rule;
  readonly steps: readonly DeadlineStep[];
  /** Years on the way whose holidays are not published: the date may still move. */
  readonly unknownYears: readonly number[];
}

/**
 * Counts a rule's period from the day of its trigger, which is not counted itself.
 * `before` are steps that came before the trigger, such as a stop.
 * Throws a RangeError for a rule without a period.
 */
export function deadlineFrom(
  rule: Rule,
  trigger: { readonly on: PlainDate; readonly note: string },
  calendar: WorkCalendar,
  before: readonly DeadlineStep[] = [],
): Deadline {
  if (rule.period === undefined) throw new RangeError(`rule ${rule.id} has no period`);
  const counted = endOfPeriod(trigger.on, rule.period, calendar);
  const date = rule.period.rollsOver ? rollToWorkingDay(counted, calendar) : counted;
  const steps: DeadlineStep[] = [
    ...before,
    { kind: "trigger", on: trigger.on, note: trigger.note },
    { kind: "count", on: counted, note: `次日起算，满${periodText(rule.period)}` },
  ];
  if (date !== counted) {
    steps.push({ kind: "roll", on: date, note: "最后一日为节假日，顺延至其后第一个工作日" });
  }
  return { date, ruleId: rule.id, rule, steps, unknownYears: unknownYears(trigger.on, date, calendar) };
}

function endOfPeriod(from: PlainDate, period: RulePeriod, calendar: WorkCalendar): PlainDate {
  if (period.unit === "year") return addYears(from, period.amount);
  if (period.unit === "month") return addMonths(from, period.amount);
  if (period.counting === "working") return addWorkingDays(from, period.amount, calendar);
  return addDays(from, period.amount);
}

/** 15日、3个工作日、3年: a length of time as the office says it. */
export function periodText(period: RulePeriod): string {
  if (period.unit === "year") return `${period.amount}年`;
  if (period.unit === "month") return `${period.amount}个月`;
  return period.counting === "working" ? `${period.amount}个工作日` : `${period.amount}日`;
}
