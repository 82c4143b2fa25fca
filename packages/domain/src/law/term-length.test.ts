import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainTerm } from "../supervision/explain-term.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import { NATIONAL_LAW } from "./law.ts";
import { contentOfRule, lawWith } from "./law-version.ts";
import { ruleOn } from "./rule.ts";
import { deductionFault, termLengthFault, termLengthOn } from "./term-length.ts";

const d = plainDate;
const law = lawWith(
  NATIONAL_LAW,
  (["T3", "T4"] as const).map((id) => ({
    subject: "rule",
    inForceFrom: d("2022-01-01"),
    content: {
      ...contentOfRule(ruleOn(id, d("2021-01-01"), NATIONAL_LAW.rules)),
      says: "期限2年。",
      period: { amount: 2, unit: "year", counting: "natural", rollsOver: false },
    },
  })),
);

describe("how long a term an order sets", () => {
  it.each([
    ["community_detox", "2021-12-31", 36, true],
    ["community_detox", "2022-01-01", 24, true],
    ["community_rehab", "2021-12-31", 36, false],
    ["community_rehab", "2022-01-01", 24, false],
  ] as const)("%s ordered on %s: %i months", (measure, on, months, isExact) => {
    expect(termLengthOn(measure, d(on), law)).toMatchObject({ months, isExact });
  });

  it.each([
    ["community_detox", 36, "2021-12-31", undefined],
    ["community_detox", 35, "2021-12-31", "社区戒毒的期限为3年（《戒毒条例》第十四条）"],
    ["community_detox", 36, "2022-01-01", "社区戒毒的期限为2年（《戒毒条例》第十四条）"],
    ["community_rehab", 24, "2022-01-01", undefined],
    ["community_rehab", 1, "2022-01-01", undefined],
    ["community_rehab", 25, "2022-01-01", "社区康复的期限不超过2年（《戒毒条例》第三十七条）"],
    ["community_rehab", 37, "2021-12-31", "社区康复的期限不超过3年（《戒毒条例》第三十七条）"],
    ["community_rehab", 0, "2021-12-31", "社区康复的期限不超过3年（《戒毒条例》第三十七条）"],
  ] as const)("%s of %i months ordered on %s: %s", (measure, months, on, fault) => {
    expect(termLengthFault(measure, months, d(on), law)).toBe(fault);
  });

  it.each([
    ["community_detox", 36, 0, undefined],
    ["community_detox", 36, 1095, undefined],
    // 2024 has a 29 February
    ["community_detox", 36, 1096, "折抵的天数应少于期限的1096天（《戒毒条例》第三十一条）"],
    ["community_rehab", 36, 0, undefined],
    ["community_rehab", 36, 1, "社区康复的期限没有折抵（《戒毒条例》第三十一条）"],
  ] as const)("%s of %i months, %i days deducted: %s", (measure, termMonths, deductedDays, fault) => {
    expect(deductionFault({ measure, termMonths, deductedDays }, d("2021-12-31"), law)).toBe(fault);
  });

  it("names the version of the day of the decision behind the end of a term", () => {
    const history = (orderedOn: string) => ({
      measure: "community_rehab" as const,
      termMonths: 24,
      events: [
        { kind: "ordered" as const, on: d(orderedOn) },
        { kind: "received" as const, on: d("2022-01-03") },
        { kind: "reported" as const, on: d("2022-01-05") },
      ],
    });
    const saysOf = (orderedOn: string) => explainTerm(history(orderedOn), d("2022-02-01"), law)?.rule.says;
    expect(saysOf("2021-12-31")).toBe("期限由决定书确定，不超过3年。");
    expect(saysOf("2022-01-01")).toBe("期限2年。");
  });

  it("is what an order means that says none, and no order before a version is touched by it", () => {
    const day = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(d("2012-01-01"), days));
    const measure = fc.constantFrom("community_detox", "community_rehab");
    fc.assert(
      fc.property(day, measure, (on, of) => {
        const { months } = termLengthOn(of, on, law);
        expect(termLengthFault(of, months, on, law)).toBeUndefined();
        expect(termLengthFault(of, months + 1, on, law)).toBeDefined();
        const holding = on < "2022-01-01" ? NATIONAL_LAW : law;
        expect(months).toBe(termLengthOn(of, on, holding).months);
      }),
    );
  });
});
