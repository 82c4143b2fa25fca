import type { Stop, Term } from "../supervision/term.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addDays, addMonths, comparePlainDates, daysBetween } from "../time/plain-date.ts";
import type { DrugTest } from "./drug-test.ts";
import { fulfilsWindow } from "./drug-test.ts";
import type { TestPlan } from "./plan.ts";
import { testsInYear } from "./plan.ts";

/** A stretch of the term in which one test is due, both days included. */
export interface TestWindow {
  /** Position in the term, from 1. */
  readonly index: number;
  /** Year of the term, from 1. */
  readonly year: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A window and the first test that fulfils it. */
export interface WindowCoverage<T extends DrugTest = DrugTest> {
  readonly window: TestWindow;
  readonly test: T | undefined;
}

/**
 * The windows of a term, anchored on the report day and not on calendar months. They tile the term without
 * gap or overlap. Days in suspension do not count: a window in which they fall is longer by them.
 */
export function windowsOf(
  term: Pick<Term, "startOn" | "endOn" | "termMonths" | "stops">,
  plan: TestPlan,
): TestWindow[] {
  const windows: TestWindow[] = [];
  let from = term.startOn;
  let month = 0;
  while (month < term.termMonths && from <= term.endOn) {
    const year = Math.floor(month / 12) + 1;
    month += 12 / testsInYear(plan, year);
    const next = afterStops(addMonths(term.startOn, month), term.stops);
    // The last window runs to the last day of the term, whichever day the county takes that to be.
    const isLast = month >= term.termMonths || next > term.endOn;
    windows.push({ index: windows.length + 1, year, from, to: isLast ? term.endOn : addDays(next, -1) });
    from = next;
  }
  return windows;
}

/** For each window the first test that fulfils it: a window counts once, however many tests lie in it. */
export function coverage<T extends DrugTest>(
  windows: readonly TestWindow[],
  tests: readonly T[],
): WindowCoverage<T>[] {
  const valid = tests.filter(fulfilsWindow).sort((a, b) => comparePlainDates(a.on, b.on));
  let next = 0;
  return windows.map((window) => {
    while (valid[next] !== undefined && (valid[next] as T).on < window.from) next += 1;
    const test = valid[next];
    return { window, test: test !== undefined && test.on <= window.to ? test : undefined };
  });
}

/** The windows that lie wholly inside a period, both days included. */
export function dueWindows(windows: readonly TestWindow[], from: PlainDate, to: PlainDate): TestWindow[] {
  return windows.filter((window) => from <= window.from && window.to <= to);
}

/**
 * The day on which so much of the term is served as on `planned` in a term without stops. A stop that begins
 * on that very day leaves it where it is, so that a window once due stays due.
 */
function afterStops(planned: PlainDate, stops: readonly Stop[]): PlainDate {
  let day = planned;
  for (const stop of stops) {
    if (stop.from < day) day = addDays(day, daysBetween(stop.from, stop.to) + 1);
  }
  return day;
}
