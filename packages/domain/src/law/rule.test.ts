import { describe, expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import type { Rule } from "./rule.ts";
import { citationOf, daysOfRule, limitOf, ruleOn } from "./rule.ts";
import { RULES } from "./rules.ts";

const d = plainDate;

describe("dated rules", () => {
  const first = ruleOn("T1", d("2021-01-01"), RULES);
  const rules: Rule[] = [
    { ...first, inForceTo: d("2022-12-31") },
    { ...first, inForceFrom: d("2023-01-01"), period: { ...first.period!, amount: 2 } },
  ];

  it.each([
    ["2022-12-31", 15],
    ["2023-01-01", 2],
    ["2009-05-01", 15],
  ])("on %s the period is %i days", (day, amount) => {
    expect(ruleOn("T1", d(day), rules).period?.amount).toBe(amount);
  });

  it("refuses an unknown or repealed rule", () => {
    expect(() => ruleOn("T1", d("2021-01-01"), [])).toThrow(RangeError);
    const repealed = [{ ...first, inForceTo: d("2022-12-31") }];
    expect(() => ruleOn("T1", d("2023-01-01"), repealed)).toThrow(RangeError);
  });

  it("holds each rule once, and an article for each that is not local", () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    for (const rule of RULES) expect(rule.article === "").toBe(rule.instrument === "本县工作口径");
  });

  it("reaches what is counted from a number with it, and what is over a number with the next", () => {
    const t8 = ruleOn("T8", d("2021-01-01"), RULES);
    expect(limitOf(t8, "refusals")).toBe(3);
    expect(limitOf(t8, "absence_days")).toBe(31);
    expect(() => limitOf(t8, "suit_months")).toThrow(RangeError);
    expect(daysOfRule(ruleOn("T7", d("2021-01-01"), RULES))).toBe(3);
    expect(() => daysOfRule(t8)).toThrow(RangeError);
  });

  it("says the numbers that it counts with", () => {
    for (const { says, period, limits } of RULES) {
      const numbers = [...(period === undefined ? [] : [period.amount]), ...Object.values(limits ?? {})];
      for (const number of numbers) expect(says).toMatch(new RegExp(`${number}|次一|十六`, "u"));
    }
  });

  it("cites instrument and article", () => {
    expect(citationOf(first)).toBe("《戒毒条例》第十四条");
  });
});
