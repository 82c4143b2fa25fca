import type { Law } from "../law/law.ts";
import { settingOn } from "../law/settings.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addDays, addMonths, daysBetween, maxDate, minDate } from "../time/plain-date.ts";
import type { CaseHistory, CaseStanding, Suspension } from "./case-history.ts";
import { standingOn } from "./case-history.ts";

/** Days in which the clock stands still, both included. */
export interface Stop {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A term as it stands on a day. All figures are whole days; the day of the report is the first. */
export interface Term {
  readonly startOn: PlainDate;
  /** The length that the order sets. */
  readonly termMonths: number;
  /** The last day to serve, days stopped so far included. */
  readonly endOn: PlainDate;
  /** Days to serve. */
  readonly plannedDays: number;
  /** Days served up to and including the day asked for. */
  readonly servedDays: number;
  readonly stoppedDays: number;
  readonly leftDays: number;
  /** From the first to the last day: `plannedDays` and `stoppedDays`. */
  readonly totalDays: number;
  /** The stops so far; one that still runs is taken to last until the day asked for. */
  readonly stops: readonly Stop[];
}

/**
 * The term of a case as of a day, undefined before the report-in (戒毒条例 第十四条: it starts then).
 * Days in suspension do not count and move its end (第二十四条); a transfer does not (第二十二条).
 */
export function termOf(history: CaseHistory, asOf: PlainDate, law: Law): Term | undefined {
  return termFrom(history, standingOn(history, asOf), asOf, law);
}

/** `termOf` for a caller that has replayed the case already; `standing` is that of `asOf`. */
export function termFrom(
  history: CaseHistory,
  standing: CaseStanding,
  asOf: PlainDate,
  law: Law,
): Term | undefined {
  const startOn = standing.reportedOn;
  if (startOn === undefined) return undefined;
  const lastServed = minDate(asOf, standing.ended?.on ?? asOf);
  const plannedEnd = addDays(lastDayOf(startOn, history.termMonths, law), -(history.deductedDays ?? 0));
  const stopping = standing.suspensions.filter((suspension) => stopsTerm(suspension, law));
  const stops = stopsOf(stopping, startOn, plannedEnd, lastServed);
  const stoppedDays = stops.reduce((total, stop) => total + lengthOf(stop), 0);
  const plannedDays = Math.max(0, daysBetween(startOn, plannedEnd) + 1);
  const elapsedDays = daysBetween(startOn, lastServed) + 1;
  const servedDays = Math.min(plannedDays, elapsedDays - stoppedDays);
  return {
    startOn,
    termMonths: history.termMonths,
    endOn: addDays(plannedEnd, stoppedDays),
    plannedDays,
    servedDays,
    stoppedDays,
    leftDays: plannedDays - servedDays,
    totalDays: plannedDays + stoppedDays,
    stops,
  };
}

/** The last day of a term without stops. */
function lastDayOf(startOn: PlainDate, months: number, law: Law): PlainDate {
  const anniversary = addMonths(startOn, months);
  // Where the month has no such day its last day ends the term (民法典 第二百零二条):
  // from 29 February 2020, 28 February 2023.
  const hasSameDay = anniversary.slice(8) === startOn.slice(8);
  const lastDay = settingOn("term_last_day", startOn, law.settings);
  return lastDay === "day_before" && hasSameDay ? addDays(anniversary, -1) : anniversary;
}

/** Whether a suspension stops the term; of 行政拘留 the county says so, by the day on which it began. */
function stopsTerm({ ground, from }: Suspension, law: Law): boolean {
  return (
    ground !== "administrative_detention" || settingOn("administrative_detention_stops", from, law.settings)
  );
}

function stopsOf(
  suspensions: readonly Suspension[],
  startOn: PlainDate,
  plannedEnd: PlainDate,
  lastServed: PlainDate,
): Stop[] {
  const stops: Stop[] = [];
  let endOn = plannedEnd;
  for (const suspension of suspensions) {
    const from = maxDate(suspension.from, startOn);
    const to = suspension.resumedOn === undefined ? lastServed : addDays(suspension.resumedOn, -1);
    // A stop that began after the term was served extends nothing.
    if (to < from || from > endOn) continue;
    stops.push({ from, to });
    endOn = addDays(endOn, lengthOf({ from, to }));
  }
  return stops;
}

function lengthOf(stop: Stop): number {
  return daysBetween(stop.from, stop.to) + 1;
}
