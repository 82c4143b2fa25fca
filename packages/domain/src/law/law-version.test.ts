import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportDeadline } from "../report-in/report-deadline.ts";
import { planFor } from "../testing/plan.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import { NATIONAL_LAW } from "./law.ts";
import { codeOfVersion, contentOfRule, lawWith, versionFaults } from "./law-version.ts";
import type { LawVersion, RuleContent } from "./law-version.ts";
import { planSays, reminderSays, visitSays } from "./local-words.ts";
import { ruleOn } from "./rule.ts";
import type { RuleId, RuleLimits, RulePeriod } from "./rule.ts";
import { settingOn } from "./settings.ts";

const d = plainDate;
const contentOf = (id: RuleId): RuleContent => contentOfRule(ruleOn(id, d("2026-01-01"), NATIONAL_LAW.rules));

const tenDays: LawVersion = {
  subject: "rule",
  inForceFrom: d("2021-10-01"),
  content: {
    ...contentOf("T1"),
    says: "10日内报到。",
    period: { amount: 10, unit: "day", counting: "natural", rollsOver: true },
  },
};
const monthly: LawVersion = {
  subject: "test_plan",
  inForceFrom: d("2022-01-01"),
  content: { measure: "community_detox", testsPerYear: [12, 12, 12] },
};
const t8 = (limits: RuleLimits, says = contentOf("T8").says): LawVersion => ({
  ...tenDays,
  content: { ...contentOf("T8"), says, limits: { ...contentOf("T8").limits, ...limits } },
});
const term = (period: Partial<RulePeriod>): LawVersion => ({
  ...tenDays,
  content: { ...contentOf("T3"), says: "x", period: { ...contentOf("T3").period!, ...period } },
});
const due = (receivedOn: string, law = lawWith(NATIONAL_LAW, [tenDays])) =>
  reportDeadline({ measure: "community_detox", receivedOn: d(receivedOn) }, law);

describe("a rule that changes while cases run", () => {
  it.each([
    // 15 days from the last day before the change: 15 October, a Friday
    ["2021-09-30", "2021-10-15", 15],
    // 10 days from the day of the change: 11 October, a Monday
    ["2021-10-01", "2021-10-11", 10],
    ["2021-10-02", "2021-10-12", 10],
    // long before: nothing moves
    ["2021-09-16", "2021-10-08", 15],
  ])("received on %s: due %s after %i days", (receivedOn, date, days) => {
    const deadline = due(receivedOn);
    expect(deadline.date).toBe(date);
    expect(deadline.rule.period?.amount).toBe(days);
  });

  it("keeps the old rule for a case in custody across the change", () => {
    const duty = {
      measure: "community_detox" as const,
      receivedOn: d("2021-09-25"),
      custody: [{ from: d("2021-09-28"), releasedOn: d("2021-10-20") }],
    };
    expect(reportDeadline(duty, lawWith(NATIONAL_LAW, [tenDays])).date).toBe("2021-11-04");
  });

  it("ends the version before it on the day before", () => {
    const versions = lawWith(NATIONAL_LAW, [tenDays]).rules.filter(({ id }) => id === "T1");
    expect(versions.map(({ inForceFrom, inForceTo }) => [inForceFrom, inForceTo])).toEqual([
      ["2011-06-26", "2021-09-30"],
      ["2021-10-01", undefined],
    ]);
  });

  it("keeps its numbers where a version that was stored without them says nothing of them", () => {
    const content = { ...contentOf("T8"), says: "照旧", limits: null };
    const law = lawWith(NATIONAL_LAW, [{ ...tenDays, content }]);
    expect(ruleOn("T8", d("2021-10-01"), law.rules)).toMatchObject({
      says: "照旧",
      limits: { refusals: 3, departures: 3, absence_days: 30 },
    });
  });

  it("takes versions in any order", () => {
    const later: LawVersion = { ...tenDays, inForceFrom: d("2023-01-01"), content: contentOf("T1") };
    expect(lawWith(NATIONAL_LAW, [later, tenDays])).toEqual(lawWith(NATIONAL_LAW, [tenDays, later]));
  });
});

describe("test plans", () => {
  const law = lawWith(NATIONAL_LAW, [monthly]);

  it.each([
    ["2021-12-31", [12, 6, 4]],
    ["2022-01-01", [12, 12, 12]],
  ])("a term from %s has %j", (start, tests) => {
    expect(planFor("community_detox", d(start), law.testPlans).testsPerYear).toEqual(tests);
  });

  it("leaves the other measure alone and words its rule", () => {
    expect(planFor("community_rehab", d("2022-01-01"), law.testPlans).testsPerYear).toEqual([6, 4, 2]);
    expect(ruleOn("W1", d("2022-01-01"), law.rules).says).toContain("第二年12次");
    expect(ruleOn("W1", d("2021-12-31"), law.rules).says).toContain("第二年6次");
  });

  it("words the common plans and settings as the rules do", () => {
    expect(planSays([12, 6, 4])).toBe(contentOf("W1").says);
    expect(planSays([6, 4, 2])).toBe(contentOf("W2").says);
    const today = d("2026-01-01");
    expect(visitSays(settingOn("visit_months", today, NATIONAL_LAW.settings))).toBe(contentOf("V1").says);
    expect(reminderSays(settingOn("end_reminder_days", today, NATIONAL_LAW.settings))).toBe(
      contentOf("E1").says,
    );
  });
});

describe("settings and holidays", () => {
  it("picks a setting by the day", () => {
    const version: LawVersion = {
      subject: "setting",
      inForceFrom: d("2022-03-01"),
      content: { key: "term_last_day", value: "anniversary" },
    };
    const { settings } = lawWith(NATIONAL_LAW, [version]);
    expect(settingOn("term_last_day", d("2022-02-28"), settings)).toBe("day_before");
    expect(settingOn("term_last_day", d("2022-03-01"), settings)).toBe("anniversary");
  });

  const newYear2027: LawVersion = {
    subject: "holidays",
    inForceFrom: d("2026-11-05"),
    content: {
      year: 2027,
      daysOff: [d("2027-01-01"), d("2027-01-02"), d("2027-01-03")],
      workdays: [],
      source: "测",
    },
  };

  it("knows a year once its notice is entered, and moves a deadline across it", () => {
    expect(due("2026-12-17", NATIONAL_LAW)).toMatchObject({ date: "2027-01-01", unknownYears: [2027] });
    const law = lawWith(NATIONAL_LAW, [newYear2027]);
    expect(due("2026-12-17", law)).toMatchObject({ date: "2027-01-04", unknownYears: [] });
  });

  it("replaces a year's notice as a whole", () => {
    const changed: LawVersion = {
      ...newYear2027,
      inForceFrom: d("2026-12-01"),
      content: { ...newYear2027.content, daysOff: [d("2027-01-01")] },
    };
    const law = lawWith(NATIONAL_LAW, [newYear2027, changed]);
    expect(law.calendar.daysOff.has(d("2027-01-02"))).toBe(false);
    expect(law.calendar.years.has(2026)).toBe(true);
  });
});

describe("what is wrong with a version", () => {
  const faults = (version: LawVersion, law = NATIONAL_LAW) =>
    versionFaults(version, law).map(({ field }) => field);

  it.each<[string, LawVersion, string[]]>([
    ["a good rule", tenDays, []],
    ["a good plan", monthly, []],
    ["the first day of the version before", { ...tenDays, inForceFrom: d("2011-06-26") }, ["/inForceFrom"]],
    ["the same content", { ...tenDays, content: contentOf("T1") }, ["/content/says"]],
    [
      "words that kept the old number",
      { ...tenDays, content: { ...tenDays.content, says: contentOf("T1").says } },
      ["/content/says"],
    ],
    ["a lost period", { ...tenDays, content: { ...contentOf("T1"), period: null } }, ["/content/period"]],
    [
      "a statute without article",
      { ...tenDays, content: { ...tenDays.content, article: "" } },
      ["/content/article"],
    ],
    ["other numbers", t8({ refusals: 2 }, "2次以上"), []],
    ["numbers whose words kept the old ones", t8({ refusals: 2 }), ["/content/says"]],
    ["the numbers as they are", t8({}), ["/content/says"]],
    ["no refusal at all", t8({ refusals: 0 }, "x"), ["/content/limits/refusals"]],
    ["more days than a year has", t8({ absence_days: 366 }, "x"), ["/content/limits/absence_days"]],
    ["a number of another rule", t8({ suit_months: 6 }, "x"), ["/content/limits/suit_months"]],
    [
      "a number left out",
      { ...tenDays, content: { ...contentOf("T8"), says: "x", limits: { refusals: 2, departures: 3 } } },
      ["/content/limits/absence_days"],
    ],
    ["a term in days", term({ amount: 700, unit: "day" }), ["/content/period/amount"]],
    ["a term of six years", term({ amount: 6 }), ["/content/period/amount"]],
    ["a term whose last day moves", term({ amount: 2, rollsOver: true }), ["/content/period/amount"]],
    ["a term of two years", term({ amount: 2 }), []],
    [
      "a rule worded by a plan",
      { ...tenDays, content: { ...contentOf("W1"), says: "x" } },
      ["/content/ruleId"],
    ],
    [
      "seven tests a year",
      { ...monthly, content: { measure: "community_detox", testsPerYear: [12, 7] } },
      ["/content/testsPerYear"],
    ],
    [
      "the plan as it is",
      { ...monthly, content: { measure: "community_detox", testsPerYear: [12, 6, 4] } },
      ["/content/testsPerYear"],
    ],
    [
      "reminders out of order",
      {
        subject: "setting",
        inForceFrom: d("2022-01-01"),
        content: { key: "end_reminder_days", value: [30, 60] },
      },
      ["/content/value"],
    ],
    [
      "holidays without 1 January",
      {
        subject: "holidays",
        inForceFrom: d("2026-11-05"),
        content: { year: 2027, daysOff: [d("2027-02-05")], workdays: [], source: "测" },
      },
      ["/content/daysOff"],
    ],
    [
      "a make-up day on a Monday",
      {
        subject: "holidays",
        inForceFrom: d("2026-11-05"),
        content: { year: 2027, daysOff: [d("2027-01-01")], workdays: [d("2027-01-04")], source: "测" },
      },
      ["/content/workdays"],
    ],
  ] as const)("%s", (_, version, fields) => {
    expect(faults(version)).toEqual(fields);
  });

  it("compares with the county's own last version", () => {
    const law = lawWith(NATIONAL_LAW, [tenDays]);
    expect(faults({ ...tenDays, inForceFrom: d("2021-10-01") }, law)).toEqual([
      "/inForceFrom",
      "/content/says",
    ]);
    expect(faults({ ...tenDays, inForceFrom: d("2021-10-02"), content: contentOf("T1") }, law)).toEqual([]);
  });

  it("names what it is a version of", () => {
    expect([tenDays, monthly].map(codeOfVersion)).toEqual(["T1", "community_detox"]);
  });
});

const anyDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(d("2012-01-01"), days));

describe("old cases keep old law", () => {
  it("a later version changes no verdict for a day before it", () => {
    const amount = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        amount,
        fc.constantFrom(1, 2, 3, 4, 6, 12),
        (trigger, from, days, tests) => {
          fc.pre(trigger < from);
          const law = lawWith(NATIONAL_LAW, [
            {
              ...tenDays,
              inForceFrom: from,
              content: {
                ...contentOf("T1"),
                period: { amount: days, unit: "day", counting: "natural", rollsOver: false },
              },
            },
            { ...monthly, inForceFrom: from, content: { measure: "community_detox", testsPerYear: [tests] } },
            {
              subject: "setting",
              inForceFrom: from,
              content: { key: "administrative_detention_stops", value: false },
            },
          ]);
          expect(due(trigger, law)).toMatchObject({ date: due(trigger, NATIONAL_LAW).date });
          expect(planFor("community_detox", trigger, law.testPlans).testsPerYear).toEqual([12, 6, 4]);
          expect(settingOn("administrative_detention_stops", trigger, law.settings)).toBe(true);
          expect(due(from, law).rule.period?.amount).toBe(days);
        },
      ),
    );
  });
});
