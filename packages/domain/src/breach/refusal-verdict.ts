import type { Law } from "../law/law.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { breachCounters } from "./breach-counters.ts";
import type { BreachFacts } from "./breach-counters.ts";

/**
 * Whether a refused or missed test counts towards a serious breach (戒毒条例 第二十条); undefined for any other test. It is
 * the counter's own verdict.
 */
export function refusalCounts(
  testId: string,
  facts: BreachFacts,
  asOf: PlainDate,
  law: Law,
): boolean | undefined {
  const refusals = breachCounters(facts, asOf, law).find(({ ground }) => ground === "refusals");
  return refusals?.items.find(({ subjectId }) => subjectId === testId)?.counts;
}

/** Whether a refusal on a day would count: a written call was served, and no earlier test has used it up. */
export function refusalWouldCount(facts: BreachFacts, on: PlainDate, law: Law): boolean {
  const id = "asked";
  const asked = { id, on, method: "urine", result: "refused" } as const;
  return refusalCounts(id, { ...facts, tests: [...facts.tests, asked] }, on, law) ?? false;
}
