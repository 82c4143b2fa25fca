import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { CaseEvent } from "../supervision/case-event.ts";
import type { CaseHistory } from "../supervision/case-history.ts";
import type { Measure } from "../supervision/measure.ts";
import { termOf } from "../supervision/term.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import type { DrugTest, TestResult } from "./drug-test.ts";
import type { TestPlan } from "./plan.ts";
import { planFor, TEST_PLANS, testsInTerm } from "./plan.ts";
import type { TestWindow } from "./windows.ts";
import { coverage, dueWindows, windowsOf } from "./windows.ts";

const d = plainDate;
const lastDayIsAnniversary = {
  key: "term_last_day",
  inForceFrom: d("2008-06-01"),
  value: "anniversary",
} as const;

function windowsOn(history: CaseHistory, asOf: PlainDate): TestWindow[] {
  const term = termOf(history, asOf, NATIONAL_LAW);
  return term === undefined ? [] : windowsOf(term, planFor(history.measure, term.startOn, TEST_PLANS));
}

function plain(measure: Measure, start: string, termMonths: number): TestWindow[] {
  const history: CaseHistory = { measure, termMonths, events: [{ kind: "reported", on: d(start) }] };
  return windowsOn(history, d(start));
}

function urine(on: string, result: TestResult = "negative"): DrugTest {
  return { on: d(on), method: "urine", result };
}

describe("test plan", () => {
  it("asks for 22 tests in three years of 社区戒毒, 12 in three and 10 in two of 社区康复", () => {
    expect(testsInTerm(planFor("community_detox", d("2021-01-01"), TEST_PLANS), 3)).toBe(22);
    expect(testsInTerm(planFor("community_rehab", d("2021-01-01"), TEST_PLANS), 3)).toBe(12);
    expect(testsInTerm(planFor("community_rehab", d("2021-01-01"), TEST_PLANS), 2)).toBe(10);
  });
});

describe("a county's own plan", () => {
  const monthly: TestPlan = {
    ruleId: "W2",
    measure: "community_rehab",
    inForceFrom: d("2022-01-01"),
    testsPerYear: [12],
  };
  const plans = [...TEST_PLANS.map((plan): TestPlan => ({ ...plan, inForceTo: d("2021-12-31") })), monthly];

  it("is chosen by the day on which the term starts", () => {
    expect(planFor("community_rehab", d("2021-12-31"), plans).testsPerYear).toEqual([6, 4, 2]);
    expect(planFor("community_rehab", d("2022-01-01"), plans)).toBe(monthly);
    expect(planFor("community_rehab", d("2010-01-01"), plans).testsPerYear).toEqual([6, 4, 2]);
    expect(() => planFor("community_detox", d("2022-01-01"), plans)).toThrow(RangeError);
  });

  it("repeats its last year in a longer term", () => {
    expect(testsInTerm(monthly, 3)).toBe(36);
  });
});

describe("windows", () => {
  it("are anchored on the report day", () => {
    const windows = plain("community_detox", "2021-03-15", 36);
    expect(windows).toHaveLength(22);
    expect(windows[0]).toEqual({ index: 1, year: 1, from: "2021-03-15", to: "2021-04-14" });
    expect(windows[12]).toEqual({ index: 13, year: 2, from: "2022-03-15", to: "2022-05-14" });
    expect(windows[21]).toEqual({ index: 22, year: 3, from: "2023-12-15", to: "2024-03-14" });
  });

  it.each(["2020-02-29", "2021-01-31", "2021-08-30"])(
    "keep their number when the term starts on %s",
    (start) => {
      expect(plain("community_detox", start, 36)).toHaveLength(22);
      expect(plain("community_rehab", start, 24)).toHaveLength(10);
    },
  );

  it("keep their number when the term ends on the anniversary", () => {
    const history: CaseHistory = {
      measure: "community_detox",
      termMonths: 36,
      events: [{ kind: "reported", on: d("2021-03-15") }],
    };
    const term = termOf(history, d("2021-03-15"), { ...NATIONAL_LAW, settings: [lastDayIsAnniversary] });
    const windows = windowsOf(term!, planFor("community_detox", d("2021-03-15"), TEST_PLANS));
    expect(windows).toHaveLength(22);
    expect(windows[21]?.to).toBe("2024-03-15");
  });

  it("are due in a period only when wholly inside it", () => {
    const windows = plain("community_detox", "2021-03-15", 36);
    const due = dueWindows(windows, d("2021-04-15"), d("2021-06-13"));
    expect(due.map((window) => window.index)).toEqual([2]);
    expect(dueWindows(windows, d("2021-04-15"), d("2021-06-14"))).toHaveLength(2);
  });
});

describe("coverage", () => {
  const windows = plain("community_detox", "2021-03-15", 36).slice(0, 3);

  it("counts a window once, by its first test", () => {
    const tests = [urine("2021-04-02"), urine("2021-03-15"), urine("2021-04-15", "positive")];
    expect(coverage(windows, tests).map(({ test }) => test?.on)).toEqual([
      "2021-03-15",
      "2021-04-15",
      undefined,
    ]);
  });

  it.each(["refused", "absent", "invalid"] as const)("is not given by %s", (result) => {
    expect(coverage(windows, [urine("2021-03-20", result)])[0]?.test).toBeUndefined();
  });

  it("is not given by a hair test", () => {
    const hair: DrugTest = { on: d("2021-03-20"), method: "hair", result: "negative" };
    expect(coverage(windows, [hair])[0]?.test).toBeUndefined();
  });
});

const start = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(d("2019-01-01"), days));
const stops = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 120 })), {
  maxLength: 4,
});
const histories = fc
  .tuple(
    start,
    fc.constantFrom<Measure>("community_detox", "community_rehab"),
    fc.constantFrom(12, 18, 24, 36),
    stops,
  )
  .map(([reportedOn, measure, termMonths, gaps]): CaseHistory => {
    const events: CaseEvent[] = [{ kind: "reported", on: reportedOn }];
    let day = reportedOn;
    for (const [gap, length] of gaps) {
      const from = addDays(day, gap);
      day = addDays(from, length);
      events.push({ kind: "suspended", on: from }, { kind: "resumed", on: day });
    }
    return { measure, termMonths, events };
  });
const later = fc.integer({ min: 0, max: 2000 });

describe("properties", () => {
  it("windows tile the term without gap or overlap", () => {
    fc.assert(
      fc.property(histories, later, (history, days) => {
        const asOf = addDays(history.events[0]!.on, days);
        const term = termOf(history, asOf, NATIONAL_LAW)!;
        const windows = windowsOn(history, asOf);
        expect(windows[0]?.from).toBe(term.startOn);
        expect(windows.at(-1)?.to).toBe(term.endOn);
        for (const window of windows) expect(window.from <= window.to).toBe(true);
        const dayAfterEach = windows.slice(0, -1).map((window) => addDays(window.to, 1));
        expect(windows.slice(1).map((window) => window.from)).toEqual(dayAfterEach);
      }),
    );
  });

  it("a later as-of never makes fewer windows due", () => {
    fc.assert(
      fc.property(histories, later, fc.integer({ min: 0, max: 200 }), (history, days, more) => {
        const reportedOn = history.events[0]!.on;
        const earlier = addDays(reportedOn, days);
        const after = addDays(earlier, more);
        const dueEarlier = dueWindows(windowsOn(history, earlier), reportedOn, earlier);
        const dueLater = dueWindows(windowsOn(history, after), reportedOn, after);
        expect(dueLater.slice(0, dueEarlier.length)).toEqual(dueEarlier);
      }),
    );
  });

  it("a test counts in one window only", () => {
    const tests = fc.array(
      fc.record({
        days: later,
        result: fc.constantFrom<TestResult>("negative", "positive", "refused", "absent", "invalid"),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(histories, tests, (history, given) => {
        const reportedOn = history.events[0]!.on;
        const entries = given.map(({ days, result }): DrugTest => ({
          on: addDays(reportedOn, days),
          method: "urine",
          result,
        }));
        const used = coverage(windowsOn(history, reportedOn), entries).flatMap(({ test }) => test ?? []);
        expect(new Set(used).size).toBe(used.length);
        for (const test of used) expect(["negative", "positive"]).toContain(test.result);
      }),
    );
  });
});
