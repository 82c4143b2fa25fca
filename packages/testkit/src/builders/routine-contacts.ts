import { TEST_PLANS, planFor, testsInYear } from "@rehab/domain/testing/plan";
import type { DrugTest, TestResult } from "@rehab/domain/testing/drug-test";
import type { Measure } from "@rehab/domain/supervision/measure";
import { addDays } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Visit, VisitMethod } from "@rehab/domain/visit/visit";
import type { Random } from "../random.ts";

const daysPerYear = 365;
const resultWeights: Readonly<Record<TestResult, number>> = {
  negative: 980,
  positive: 6,
  refused: 8,
  absent: 4,
  invalid: 2,
  pending: 0,
};
const visitWeights: Readonly<Record<VisitMethod, number>> = {
  home_visit: 45,
  station_interview: 30,
  phone: 22,
  video: 3,
  family: 0,
};

/** The urine tests of a case from its report-in to a day: about as many as the plan asks for, some left out. */
export function routineTests(random: Random, measure: Measure, from: PlainDate, to: PlainDate): DrugTest[] {
  const plan = planFor(measure, from, TEST_PLANS);
  const tests: DrugTest[] = [];
  let elapsed = 0;
  for (;;) {
    const year = Math.floor(elapsed / daysPerYear) + 1;
    const pace = Math.floor(daysPerYear / testsInYear(plan, year));
    const on = addDays(from, elapsed + random.integer(1, pace - 1));
    if (on > to) return tests;
    if (random.chance(0.9)) tests.push({ on, method: "urine", result: random.weighted(resultWeights) });
    elapsed += pace;
  }
}

/** The visits and talks of a case from its report-in to a day: one in one to three months. */
export function routineVisits(random: Random, from: PlainDate, to: PlainDate): Visit[] {
  const visits: Visit[] = [];
  let on = addDays(from, random.integer(10, 40));
  while (on <= to) {
    visits.push({ on, method: random.weighted(visitWeights) });
    on = addDays(on, random.integer(30, 90));
  }
  return visits;
}
