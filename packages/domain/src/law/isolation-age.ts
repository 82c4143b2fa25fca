import type { PlainDate } from "../time/plain-date.ts";
import { addYears } from "../time/plain-date.ts";
import type { Law } from "./law.ts";
import { limitOf, ruleOn } from "./rule.ts";

/**
 * Whether a person is as young on a day as those on whom 强制隔离戒毒 need not be imposed (rule T11, 禁毒法 第三十九条: 不满
 * 十六周岁). Undefined days of birth say no.
 */
export function isBelowIsolationAge(birthDate: PlainDate | null, on: PlainDate, law: Law): boolean {
  return birthDate !== null && on < addYears(birthDate, isolationAge(on, law));
}

/** The age in years below which rule T11 protects, by the version of a day. */
export function isolationAge(on: PlainDate, law: Law): number {
  return limitOf(ruleOn("T11", on, law.rules), "child_below_age");
}
