import type { RuleId } from "../law/rule.ts";
import type { Measure } from "../supervision/measure.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { plainDate } from "../time/plain-date.ts";

/** How many tests each year of a term asks for, for terms that start while it is in force. */
export interface TestPlan {
  readonly ruleId: RuleId;
  readonly measure: Measure;
  readonly inForceFrom: PlainDate;
  /** The last day in force; absent while it still is. */
  readonly inForceTo?: PlainDate;
  /** Tests in the first, second, … year; each divides 12. A longer term repeats the last. */
  readonly testsPerYear: readonly number[];
}

/** The plans of this field in Hunan; no national text sets a number. A county may put its own in their place. */
export const TEST_PLANS: readonly TestPlan[] = [
  {
    ruleId: "W1",
    measure: "community_detox",
    inForceFrom: plainDate("2011-06-26"),
    testsPerYear: [12, 6, 4],
  },
  {
    ruleId: "W2",
    measure: "community_rehab",
    inForceFrom: plainDate("2011-06-26"),
    testsPerYear: [6, 4, 2],
  },
];

/**
 * The plan in force for a measure on the day on which the term starts, the first one for an earlier day.
 * Throws a RangeError when there is none.
 */
export function planFor(measure: Measure, on: PlainDate, plans: readonly TestPlan[]): TestPlan {
  const ofMeasure = plans
    .filter((plan) => plan.measure === measure)
    .sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  const inForce = ofMeasure.find(
    (plan) => plan.inForceFrom <= on && (plan.inForceTo === undefined || on <= plan.inForceTo),
  );
  if (inForce !== undefined) return inForce;
  const first = ofMeasure[0];
  if (first !== undefined && on < first.inForceFrom) return first;
  throw new RangeError(`no test plan for ${measure} on ${on}`);
}

/** The tests that a plan asks for in a term of so many years: 22 for 12, 6 and 4 in three years. */
export function testsInTerm(plan: TestPlan, termYears: number): number {
  let tests = 0;
  for (let year = 1; year <= termYears; year += 1) tests += testsInYear(plan, year);
  return tests;
}

/** The tests that a plan asks for in a year of the term, counted from 1. Throws a RangeError for an empty plan. */
export function testsInYear(plan: TestPlan, year: number): number {
  const tests = plan.testsPerYear[Math.min(year, plan.testsPerYear.length) - 1];
  if (tests === undefined) throw new RangeError("a test plan without years");
  return tests;
}
