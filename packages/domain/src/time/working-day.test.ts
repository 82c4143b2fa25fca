import { describe, expect, it } from "vitest";
import { isoWeekday, plainDate, yearOf } from "./plain-date.ts";
import { HOLIDAY_NOTICES } from "./public-holidays.ts";
import {
  addWorkingDays,
  calendarOf,
  isRestDay,
  isYearKnown,
  nextWorkingDay,
  PUBLISHED_CALENDAR,
  rollToWorkingDay,
  unknownYears,
} from "./working-day.ts";

const d = plainDate;

describe("published holidays", () => {
  // 全国年节及纪念日放假办法: 11 statutory days, 13 from 2025. 2020 adds the two weekdays by which the
  // Spring Festival was extended: 31 January, and 1 February no longer worked.
  const freeWeekdays: Record<number, number> = { 2020: 13, 2025: 13, 2026: 13 };

  it.each(HOLIDAY_NOTICES)("$year: weekdays off less make-up days are the statutory days", (notice) => {
    const weekdaysOff = notice.daysOff.filter((day) => isoWeekday(day) <= 5).length;
    expect(weekdaysOff - notice.workdays.length).toBe(freeWeekdays[notice.year] ?? 11);
  });

  it.each(HOLIDAY_NOTICES)("$year: make-up days are weekend days and no days off", (notice) => {
    for (const day of notice.workdays) {
      expect(isoWeekday(day)).toBeGreaterThan(5);
      expect(notice.daysOff).not.toContain(day);
    }
    expect(new Set(notice.daysOff).size).toBe(notice.daysOff.length);
    for (const day of notice.daysOff) expect([notice.year - 1, notice.year]).toContain(yearOf(day));
  });

  it.each([
    ["2020-01-31", true],
    ["2020-02-01", true],
    ["2020-02-02", true],
    ["2020-02-03", false],
    ["2021-10-07", true],
    ["2021-10-08", false],
    ["2021-10-09", false],
    ["2021-10-10", true],
    ["2018-12-29", false],
    ["2018-12-31", true],
    ["2019-05-03", true],
    ["2021-09-26", false],
  ])("%s is a rest day: %s", (day, rest) => {
    expect(isRestDay(d(day), PUBLISHED_CALENDAR)).toBe(rest);
  });
});

describe("working days", () => {
  it("rolls a rest day forward and leaves a working day", () => {
    expect(rollToWorkingDay(d("2021-10-01"), PUBLISHED_CALENDAR)).toBe("2021-10-08");
    expect(rollToWorkingDay(d("2021-09-18"), PUBLISHED_CALENDAR)).toBe("2021-09-18");
    expect(nextWorkingDay(d("2021-09-18"), PUBLISHED_CALENDAR)).toBe("2021-09-22");
  });

  it("counts working days across a holiday with make-up days", () => {
    expect(addWorkingDays(d("2021-09-30"), 2, PUBLISHED_CALENDAR)).toBe("2021-10-09");
    expect(addWorkingDays(d("2021-09-30"), 0, PUBLISHED_CALENDAR)).toBe("2021-09-30");
    expect(() => addWorkingDays(d("2021-09-30"), -1, PUBLISHED_CALENDAR)).toThrow(RangeError);
  });

  it("says which years are not published", () => {
    const calendar = calendarOf([2021]);
    expect(isYearKnown(2021, calendar)).toBe(true);
    expect(isYearKnown(2022, calendar)).toBe(false);
    expect(isRestDay(d("2022-10-03"), calendar)).toBe(false);
    expect(unknownYears(d("2021-12-20"), d("2022-01-04"), calendar)).toEqual([2022]);
  });
});
