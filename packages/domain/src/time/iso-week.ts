import type { PlainDate } from "./plain-date.ts";
import { addDays, daysBetween, isoWeekday, plainDateOf, yearOf } from "./plain-date.ts";

/** A week from Monday to Sunday; the first of a year holds its first Thursday (ISO 8601). */
export interface IsoWeek {
  /** The year that the week belongs to: that of its Thursday. */
  readonly year: number;
  readonly week: number;
}

/** The week that `date` lies in. */
export function isoWeekOf(date: PlainDate): IsoWeek {
  const thursday = addDays(date, 4 - isoWeekday(date));
  const year = yearOf(thursday);
  return { year, week: Math.floor(daysBetween(plainDateOf(year, 1, 1), thursday) / 7) + 1 };
}

/** 52 or 53: 28 December always lies in the last week. */
export function weeksInYear(year: number): number {
  return isoWeekOf(plainDateOf(year, 12, 28)).week;
}

/** The Sunday that ends a week. Throws a RangeError when the year has no such week. */
export function lastDayOfWeek({ year, week }: IsoWeek): PlainDate {
  if (week < 1 || week > weeksInYear(year)) throw new RangeError(`no week ${week} in ${year}`);
  const inFirstWeek = plainDateOf(year, 1, 4);
  return addDays(inFirstWeek, 7 - isoWeekday(inFirstWeek) + (week - 1) * 7);
}
