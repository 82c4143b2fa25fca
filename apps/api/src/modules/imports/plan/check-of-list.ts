import { isoWeekOf, lastDayOfWeek, weeksInYear } from "@rehab/domain/time/iso-week";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { addDays, yearOf } from "@rehab/domain/time/plain-date";
import type { TitleFacts } from "@rehab/spreadsheet/title-facts";

/** The weekly check that a hand-off list comes from. */
export interface CheckOfList {
  readonly year: number;
  readonly week: number;
  readonly on: PlainDate;
  /** False when the paper names only the week: the check then counts for its Friday. */
  readonly isDayKnown: boolean;
}

/** Week and day of a list's check from its title; undefined when it names neither. */
export function findCheckOfList({ checkedOn, week, year }: TitleFacts): CheckOfList | undefined {
  if (checkedOn !== undefined) {
    const ofDay = isoWeekOf(checkedOn);
    if (week === undefined) return { ...ofDay, on: checkedOn, isDayKnown: true };
    return { year: year ?? yearOf(checkedOn), week, on: checkedOn, isDayKnown: true };
  }
  if (week === undefined || year === undefined || week < 1 || week > weeksInYear(year)) return undefined;
  return { year, week, on: addDays(lastDayOfWeek({ year, week }), -2), isDayKnown: false };
}
