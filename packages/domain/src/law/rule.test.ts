import { describe, expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import type { Rule } from "./rule.ts";
import { citationOf, ruleOn } from "./rule.ts";
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

  it("cites instrument and article", () => {
    expect(citationOf(first)).toBe("《戒毒条例》第十四条");
  });
});
