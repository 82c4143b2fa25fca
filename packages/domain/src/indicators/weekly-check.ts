import type { IsoWeek } from "../time/iso-week.ts";
import { isoWeekOf, lastDayOfWeek, weeksInYear } from "../time/iso-week.ts";
import type { PlainDate } from "../time/plain-date.ts";

/** One check with the police whether there are new people. A list without names is a check too. */
export interface WeeklyCheck {
  readonly on: PlainDate;
  /** The week that the list's title names; where absent, the week of the day. */
  readonly week?: IsoWeek;
  readonly listed: number;
}

/** The weekly checks of a year, as far as known on a day. */
export interface WeeklyChecks {
  readonly year: number;
  readonly asOf: PlainDate;
  readonly weeksInYear: number;
  /** Weeks with at least one check. */
  readonly made: number;
  /** Weeks that are over without a check: a finding. */
  readonly silentWeeks: readonly number[];
  /** Weeks whose checks listed nobody. */
  readonly zeroWeeks: readonly number[];
  /** Weeks not over by the day, and not checked yet. */
  readonly openWeeks: readonly number[];
}

/** Sorts the weeks of a year into checked, silent, zero and still open, as of a day. */
export function weeklyChecks(checks: readonly WeeklyCheck[], year: number, asOf: PlainDate): WeeklyChecks {
  const listedByWeek = new Map<number, number>();
  for (const check of checks) {
    const week = check.week ?? isoWeekOf(check.on);
    if (check.on > asOf || week.year !== year) continue;
    listedByWeek.set(week.week, (listedByWeek.get(week.week) ?? 0) + check.listed);
  }
  const weeks = Array.from({ length: weeksInYear(year) }, (_, index) => index + 1);
  const unchecked = weeks.filter((week) => !listedByWeek.has(week));
  const isOver = (week: number): boolean => lastDayOfWeek({ year, week }) < asOf;
  return {
    year,
    asOf,
    weeksInYear: weeks.length,
    made: listedByWeek.size,
    silentWeeks: unchecked.filter(isOver),
    zeroWeeks: weeks.filter((week) => listedByWeek.get(week) === 0),
    openWeeks: unchecked.filter((week) => !isOver(week)),
  };
}
