import type { HolidayNotice } from "./public-holidays.ts";
import { HOLIDAY_NOTICES } from "./public-holidays.ts";
import type { PlainDate } from "./plain-date.ts";
import { addDays, isoWeekday, yearOf } from "./plain-date.ts";

/** The rest days and make-up working days of some years; passed in wherever working days are counted. */
export interface WorkCalendar {
  /** What the calendar was made from; a county replaces a year's by its own. */
  readonly notices: readonly HolidayNotice[];
  readonly years: ReadonlySet<number>;
  readonly daysOff: ReadonlySet<PlainDate>;
  readonly workdays: ReadonlySet<PlainDate>;
}

/** The calendar of the given years. A year without a published notice is left out: see `isYearKnown`. */
export function calendarOf(years: readonly number[]): WorkCalendar {
  return calendarFrom(HOLIDAY_NOTICES.filter((notice) => years.includes(notice.year)));
}

/** A calendar from notices that are not built in, such as those an admin entered for a coming year. */
export function calendarFrom(notices: readonly HolidayNotice[]): WorkCalendar {
  return {
    notices,
    years: new Set(notices.map((notice) => notice.year)),
    daysOff: new Set(notices.flatMap((notice) => notice.daysOff)),
    workdays: new Set(notices.flatMap((notice) => notice.workdays)),
  };
}

/** The calendar of every published year. */
export const PUBLISHED_CALENDAR: WorkCalendar = calendarFrom(HOLIDAY_NOTICES);

/** Whether the holidays of a year are published. Where not, only weekends count as rest. */
export function isYearKnown(year: number, calendar: WorkCalendar): boolean {
  return calendar.years.has(year);
}

/** Whether `date` is a public holiday, or a weekend day that is not a make-up working day. */
export function isRestDay(date: PlainDate, calendar: WorkCalendar): boolean {
  if (calendar.daysOff.has(date)) return true;
  if (calendar.workdays.has(date)) return false;
  return isoWeekday(date) > 5;
}

/** `date` itself where it is a working day, else the first working day after it. */
export function rollToWorkingDay(date: PlainDate, calendar: WorkCalendar): PlainDate {
  let day = date;
  while (isRestDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/** The first working day after `date`. */
export function nextWorkingDay(date: PlainDate, calendar: WorkCalendar): PlainDate {
  return rollToWorkingDay(addDays(date, 1), calendar);
}

/**
 * The `count`-th working day after `date`, that day not counted.
 * Throws a RangeError unless `count` is a whole number from 0; with 0 it is `date` itself.
 */
export function addWorkingDays(date: PlainDate, count: number, calendar: WorkCalendar): PlainDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of days: ${count}`);
  let day = date;
  for (let counted = 0; counted < count; counted += 1) day = nextWorkingDay(day, calendar);
  return day;
}

/** Years from `from` to `to` whose holidays are not published, so that a deadline across them may still move. */
export function unknownYears(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number[] {
  const unknown: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!isYearKnown(year, calendar)) unknown.push(year);
  }
  return unknown;
}
