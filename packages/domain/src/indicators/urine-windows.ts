import type { Law } from "../law/law.ts";
import type { CaseHistory, CaseStanding } from "../supervision/case-history.ts";
import { standingOn } from "../supervision/case-history.ts";
import { termFrom } from "../supervision/term.ts";
import type { DrugTest } from "../testing/drug-test.ts";
import { planFor } from "../testing/plan.ts";
import type { WindowCoverage } from "../testing/windows.ts";
import { coverage, dueWindows, windowsOf } from "../testing/windows.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { minDate } from "../time/plain-date.ts";

/** What the window count needs to know of a case. */
export interface WindowFacts {
  readonly caseId: string;
  readonly stationId: string;
  readonly history: CaseHistory;
  readonly tests: readonly DrugTest[];
}

/** One case's windows of a period. */
export interface WindowPerson {
  readonly caseId: string;
  readonly stationId: string;
  readonly due: number;
  readonly done: number;
  /** Each window due, with the test that fulfils it. */
  readonly windows: readonly WindowCoverage[];
}

/** Windows due and done in a period, with the people behind them. */
export interface WindowCount {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly due: number;
  readonly done: number;
  /** Each case with a window due, in the order given. */
  readonly people: readonly WindowPerson[];
  readonly stations: readonly { readonly stationId: string; readonly due: number; readonly done: number }[];
  /** Cases left out because they were suspended at some time in the period. */
  readonly suspended: readonly string[];
}

/**
 * Counts test windows that lie wholly in a period (both days included) and wholly inside the measure, of people
 * never suspended in it. A window counts once, however many tests lie in it.
 */
export function windowCount(
  cases: Iterable<WindowFacts>,
  from: PlainDate,
  to: PlainDate,
  law: Law,
): WindowCount {
  const people: WindowPerson[] = [];
  const suspended: string[] = [];
  for (const facts of cases) {
    const standing = standingOn(facts.history, to);
    if (wasSuspended(standing, from)) {
      suspended.push(facts.caseId);
      continue;
    }
    const person = personOf(facts, standing, from, to, law);
    if (person.due > 0) people.push(person);
  }
  return { from, to, ...sumOf(people), people, stations: stationsOf(people), suspended };
}

function personOf(
  facts: WindowFacts,
  standing: CaseStanding,
  from: PlainDate,
  to: PlainDate,
  law: Law,
): WindowPerson {
  const { caseId, stationId, history, tests } = facts;
  const term = termFrom(history, standing, to, law);
  if (term === undefined) return { caseId, stationId, due: 0, done: 0, windows: [] };
  const windows = windowsOf(term, planFor(history.measure, term.startOn, law.testPlans));
  const due = dueWindows(windows, from, minDate(to, standing.ended?.on ?? to));
  const covered = coverage(due, tests);
  const done = covered.filter(({ test }) => test !== undefined).length;
  return { caseId, stationId, due: due.length, done, windows: covered };
}

function wasSuspended(standing: CaseStanding, from: PlainDate): boolean {
  return standing.suspensions.some(({ resumedOn }) => resumedOn === undefined || resumedOn > from);
}

function sumOf(people: readonly WindowPerson[]): { due: number; done: number } {
  return people.reduce((sum, { due, done }) => ({ due: sum.due + due, done: sum.done + done }), {
    due: 0,
    done: 0,
  });
}

function stationsOf(people: readonly WindowPerson[]): WindowCount["stations"] {
  const byStation = new Map<string, { stationId: string; due: number; done: number }>();
  for (const { stationId, due, done } of people) {
    const count = byStation.get(stationId) ?? { stationId, due: 0, done: 0 };
    count.due += due;
    count.done += done;
    byStation.set(stationId, count);
  }
  return [...byStation.values()];
}
