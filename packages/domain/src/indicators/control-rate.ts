import type { Law } from "../law/law.ts";
import type { RuleId } from "../law/rule.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { ControlFacts, ControlReason, UnregisteredReason } from "./control-reason.ts";
import { CONTROL_REASONS, controlVerdictOn } from "./control-reason.ts";

/** One person on the register and how they count. */
export interface ControlPerson {
  readonly caseId: string;
  readonly stationId: string;
  readonly controlled: boolean;
  readonly reason: ControlReason;
  readonly since: PlainDate;
  readonly ruleId: RuleId;
}

/** A rate as counts: only the screen divides and rounds. */
export interface RateCount {
  readonly numerator: number;
  readonly denominator: number;
}

export interface StationRate extends RateCount {
  readonly stationId: string;
}

/** The control rate of a day with the people behind each figure. */
export interface ControlRate extends RateCount {
  readonly asOf: PlainDate;
  readonly ruleId: "I1";
  /** One entry for each person on the register, in the order given. */
  readonly people: readonly ControlPerson[];
  /** Every reason code with its count, zero included; they sum to the denominator. */
  readonly reasons: Readonly<Record<ControlReason, number>>;
  /** In the order in which the stations first appear; they sum to the whole. */
  readonly stations: readonly StationRate[];
  /** Cases that were given but are not on the register on the day, and why. */
  readonly excluded: readonly {
    readonly caseId: string;
    readonly stationId: string;
    readonly reason: UnregisteredReason;
  }[];
}

/** Counts who is on the register and who is under control as of a day (rule I1). */
export function controlRate(cases: Iterable<ControlFacts>, asOf: PlainDate, law: Law): ControlRate {
  const people: ControlPerson[] = [];
  const excluded: ControlRate["excluded"][number][] = [];
  for (const facts of cases) {
    const { caseId, stationId } = facts;
    const verdict = controlVerdictOn(facts, asOf, law);
    if (verdict.registered) {
      const { controlled, reason, since, ruleId } = verdict;
      people.push({ caseId, stationId, controlled, reason, since, ruleId });
    } else {
      excluded.push({ caseId, stationId, reason: verdict.reason });
    }
  }
  return {
    asOf,
    ruleId: "I1",
    numerator: people.filter((person) => person.controlled).length,
    denominator: people.length,
    people,
    reasons: countReasons(people),
    stations: ratesByStation(people, (person) => person.controlled),
    excluded,
  };
}

/** Counts by station how many people are there and how many of them `counts` accepts. */
export function ratesByStation<T extends { readonly stationId: string }>(
  people: readonly T[],
  counts: (person: T) => boolean,
): StationRate[] {
  const rates = new Map<string, { stationId: string; numerator: number; denominator: number }>();
  for (const person of people) {
    const { stationId } = person;
    const rate = rates.get(stationId) ?? { stationId, numerator: 0, denominator: 0 };
    rate.denominator += 1;
    if (counts(person)) rate.numerator += 1;
    rates.set(stationId, rate);
  }
  return [...rates.values()];
}

function countReasons(people: readonly ControlPerson[]): Record<ControlReason, number> {
  const counts = Object.fromEntries(CONTROL_REASONS.map(({ code }) => [code, 0])) as Record<
    ControlReason,
    number
  >;
  for (const person of people) counts[person.reason] += 1;
  return counts;
}
