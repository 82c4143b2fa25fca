import { zhOf } from "../code-list.ts";
import type { Measure } from "../supervision/measure.ts";
import { MEASURES } from "../supervision/measure.ts";
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

function monthsOf({ id, period }: Rule): number {
  if (period === undefined || period.unit === "day")
    throw new RangeError(`rule ${id} sets no length of a term`);
  return period.unit === "year" ? period.amount * 12 : period.amount;
}
