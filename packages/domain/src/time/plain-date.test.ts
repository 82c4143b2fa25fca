import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  comparePlainDates,
  daysBetween,
  endOfMonth,
  isPlainDate,
  isoWeekday,
  maxDate,
  minDate,
  monthOf,
  plainDate,
} from "./plain-date.ts";

const d = plainDate;
const anyDay = fc.integer({ min: -40_000, max: 60_000 }).map((days) => addDays(d("1970-01-01"), days));

describe("plain date", () => {
  it("accepts days that exist", () => {
    expect(isPlainDate("2020-02-29")).toBe(true);
    expect(isPlainDate("2000-02-29")).toBe(true);
  });

  it.each(["2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "2021-2-3", "20210203", ""])(
    "refuses %s",
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );
});

describe("day arithmetic", () => {
  it.each([
    ["2021-12-31", 1, "2022-01-01"],
    ["2020-02-28", 1, "2020-02-29"],
    ["2021-02-28", 1, "2021-03-01"],
    ["2020-03-01", -1, "2020-02-29"],
    ["2021-09-16", 15, "2021-10-01"],
    ["1970-01-01", 0, "1970-01-01"],
    ["1969-12-31", 1, "1970-01-01"],
  ])("%s + %i days is %s", (from, days, to) => {
    expect(addDays(d(from), days)).toBe(to);
    expect(daysBetween(d(from), d(to))).toBe(days);
  });

  it("agrees with the calendar of the platform", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const platform = new Date(`${date}T00:00:00Z`);
        expect(daysBetween(d("1970-01-01"), date)).toBe(platform.getTime() / 86_400_000);
        expect(isoWeekday(date)).toBe(platform.getUTCDay() === 0 ? 7 : platform.getUTCDay());
      }),
    );
  });

  it("adding days and counting them back are inverse", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe("months and years", () => {
  it.each([
    ["2021-01-31", 1, "2021-02-28"],
    ["2020-01-31", 1, "2020-02-29"],
    ["2021-11-30", 3, "2022-02-28"],
    ["2021-03-31", -1, "2021-02-28"],
    ["2021-01-15", -1, "2020-12-15"],
    ["2021-12-15", 1, "2022-01-15"],
  ])("%s + %i months is %s", (from, months, to) => {
    expect(addMonths(d(from), months)).toBe(to);
  });

  it("puts the anniversary of a leap day on 28 February", () => {
    expect(addYears(d("2020-02-29"), 3)).toBe("2023-02-28");
    expect(addYears(d("2020-02-29"), 4)).toBe("2024-02-29");
  });

  it("knows month, month end, order", () => {
    expect(monthOf(d("2021-03-05"))).toBe("2021-03");
    expect(endOfMonth(d("2020-02-01"))).toBe("2020-02-29");
    expect(minDate(d("2021-03-05"), d("2021-03-04"))).toBe("2021-03-04");
    expect(maxDate(d("2021-03-05"), d("2021-03-04"))).toBe("2021-03-05");
    expect([d("2021-03-05"), d("2020-12-31")].sort(comparePlainDates)).toEqual(["2020-12-31", "2021-03-05"]);
  });
});
