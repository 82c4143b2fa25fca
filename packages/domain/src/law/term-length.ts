import { zhOf } from "../code-list.ts";
import type { Measure } from "../supervision/measure.ts";
import { MEASURES } from "../supervision/measure.ts";
import { addMonths, daysBetween } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { periodText } from "./deadline.ts";
import type { Law } from "./law.ts";
import type { Rule } from "./rule.ts";
import { citationOf, ruleOn } from "./rule.ts";

/** How long a term the law sets, or allows an order to set. */
export interface TermLength {
  readonly rule: Rule;
  readonly months: number;
  /** Whether an order sets exactly this (rule T3), or at most this (rule T4). */
  readonly isExact: boolean;
}

/** What an order deducts from the term that it sets. */
export interface Deduction {
  readonly measure: Measure;
  readonly termMonths: number;
  /** Whole days served in compulsory isolation. */
  readonly deductedDays: number;
}

/**
 * The length of a term by the version of the day of the decision (禁毒法 第三十三条、第四十八条; 戒毒条例 第十四条、第三十七条). It
 * is what an order means that does not say a length. An order keeps what it said: a later version moves no term.
 */
export function termLengthOn(
  measure: Measure,
  decidedOn: PlainDate,
  { rules }: Pick<Law, "rules">,
): TermLength {
  const isExact = measure === "community_detox";
  const rule = ruleOn(isExact ? "T3" : "T4", decidedOn, rules);
  return { rule, months: monthsOf(rule), isExact };
}

/** Why an order of a day cannot set so many months, in Chinese with the article; undefined when it can. */
export function termLengthFault(
  measure: Measure,
  months: number,
  decidedOn: PlainDate,
  law: Pick<Law, "rules">,
): string | undefined {
  const { rule, months: lawful, isExact } = termLengthOn(measure, decidedOn, law);
  if (isExact ? months === lawful : 1 <= months && months <= lawful) return undefined;
  const length = rule.period === undefined ? "" : periodText(rule.period);
  return `${zhOf(MEASURES, measure)}的期限${isExact ? "为" : "不超过"}${length}（${citationOf(rule)}）`;
}

/**
 * Why an order cannot deduct so many days from a term, in Chinese with the article; undefined when it can. Only time
 * in compulsory isolation is deducted, from 社区戒毒 alone, and something of the term is left (戒毒条例 第三十一条, rule T5).
 */
export function deductionFault(
  { measure, termMonths, deductedDays }: Deduction,
  decidedOn: PlainDate,
  law: Pick<Law, "rules">,
): string | undefined {
  if (deductedDays === 0) return undefined;
  const article = `（${citationOf(ruleOn("T5", decidedOn, law.rules))}）`;
  if (measure !== "community_detox") return `${zhOf(MEASURES, measure)}的期限没有折抵${article}`;
  const termDays = daysBetween(decidedOn, addMonths(decidedOn, termMonths));
  return deductedDays < termDays ? undefined : `折抵的天数应少于期限的${termDays}天${article}`;
}

function monthsOf({ id, period }: Rule): number {
  if (period === undefined || period.unit === "day")
    throw new RangeError(`rule ${id} sets no length of a term`);
  return period.unit === "year" ? period.amount * 12 : period.amount;
}
