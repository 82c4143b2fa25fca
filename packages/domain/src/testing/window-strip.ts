import type { Law } from "../law/law.ts";
import type { CaseHistory } from "../supervision/case-history.ts";
import { standingOn } from "../supervision/case-history.ts";
import type { Stop } from "../supervision/term.ts";
import { termFrom } from "../supervision/term.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { daysBetween, maxDate, minDate } from "../time/plain-date.ts";
import type { DrugTest } from "./drug-test.ts";
import { planFor } from "./plan.ts";
import type { TestWindow } from "./windows.ts";
import { coverage, windowsOf } from "./windows.ts";

/** How a window of the test plan stands on a day. */
export const WINDOW_STATES = [
  { code: "covered", zh: "已检测" },
  { code: "open", zh: "本期待检测" },
  { code: "missed", zh: "无检测记录" },
  { code: "suspended", zh: "中止" },
  { code: "future", zh: "未到期" },
  { code: "void", zh: "措施已结束" },
] as const;

export type WindowState = (typeof WINDOW_STATES)[number]["code"];

/** A window of the term, how it stands, and by which test. */
export interface StripWindow<T extends DrugTest = DrugTest> extends TestWindow {
  readonly state: WindowState;
  readonly test: T | undefined;
  /** Days in suspension inside the window, by which it is longer. */
  readonly stoppedDays: number;
}

/**
 * The windows of the whole term as of a day; none before the report-in. A window whose last day is today can still
 * be used. One that the end of the measure cut short owes nothing.
 */
export function windowStrip<T extends DrugTest>(
  history: CaseHistory,
  tests: readonly T[],
  asOf: PlainDate,
  law: Law,
): StripWindow<T>[] {
  const standing = standingOn(history, asOf);
  const term = termFrom(history, standing, asOf, law);
  if (term === undefined) return [];
  const windows = windowsOf(term, planFor(history.measure, term.startOn, law.testPlans));
  const isSuspended = standing.suspendedSince !== undefined;
  const endedOn = standing.ended?.on;
  return coverage(
    windows,
    tests.filter(({ on }) => on <= asOf),
  ).map(({ window, test }) => {
    const stateWithout = (): WindowState => {
      if (endedOn !== undefined && endedOn < window.to) return "void";
      if (asOf < window.from) return "future";
      if (window.to < asOf) return "missed";
      return isSuspended ? "suspended" : "open";
    };
    return {
      ...window,
      test,
      state: test === undefined ? stateWithout() : "covered",
      stoppedDays: stoppedDaysIn(window, term.stops),
    };
  });
}

function stoppedDaysIn({ from, to }: TestWindow, stops: readonly Stop[]): number {
  return stops.reduce(
    (days, stop) => days + Math.max(0, daysBetween(maxDate(stop.from, from), minDate(stop.to, to)) + 1),
    0,
  );
}
