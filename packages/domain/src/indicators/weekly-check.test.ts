import { describe, expect, it } from "vitest";
import { isoWeekOf, lastDayOfWeek, weeksInYear } from "../time/iso-week.ts";
import { plainDate } from "../time/plain-date.ts";
import { weeklyChecks } from "./weekly-check.ts";

const d = plainDate;

describe("iso week", () => {
  it.each([
    ["2021-01-03", 2020, 53],
    ["2021-01-04", 2021, 1],
    ["2021-12-30", 2021, 52],
    ["2022-01-02", 2021, 52],
    ["2018-12-31", 2019, 1],
  ])("%s lies in %i week %i", (day, year, week) => {
    expect(isoWeekOf(d(day))).toEqual({ year, week });
  });

  it("ends on Sunday", () => {
    expect(lastDayOfWeek({ year: 2021, week: 1 })).toBe("2021-01-10");
    expect(lastDayOfWeek({ year: 2020, week: 53 })).toBe("2021-01-03");
    expect([weeksInYear(2020), weeksInYear(2021)]).toEqual([53, 52]);
    expect(() => lastDayOfWeek({ year: 2021, week: 53 })).toThrow(RangeError);
  });
});

describe("weekly checks", () => {
  const checks = [
    { on: d("2021-01-07"), listed: 0 },
    { on: d("2021-01-14"), listed: 2 },
    { on: d("2021-01-15"), listed: 0 },
    { on: d("2021-02-01"), week: { year: 2021, week: 4 }, listed: 1 },
    { on: d("2021-03-01"), listed: 1 },
  ];

  it("tells checked, silent, zero and open weeks apart", () => {
    const weeks = weeklyChecks(checks, 2021, d("2021-02-07"));
    expect(weeks).toMatchObject({ weeksInYear: 52, made: 3, silentWeeks: [3], zeroWeeks: [1] });
    expect(weeks.openWeeks[0]).toBe(5);
  });

  it("calls a week silent only when it is over", () => {
    expect(weeklyChecks(checks, 2021, d("2021-02-08")).silentWeeks).toEqual([3, 5]);
  });
});
