import type { Law } from "../law/law.ts";
import { standingOn } from "../supervision/case-history.ts";
import type { DrugTest } from "../testing/drug-test.ts";
import { wasTaken } from "../testing/drug-test.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addDays } from "../time/plain-date.ts";
import type { Visit } from "../visit/visit.ts";
import { isInPerson } from "../visit/visit.ts";
import type { RateCount, StationRate } from "./control-rate.ts";
import { ratesByStation } from "./control-rate.ts";
import type { ControlFacts, ControlReason } from "./control-reason.ts";
import { controlVerdictOn } from "./control-reason.ts";

/** Why a controlled person counts as proven, or that nothing proves it. */
export const EVIDENCE_KINDS = [
  { code: "test", zh: "检测", proven: true },
  { code: "home_visit", zh: "入户走访", proven: true },
  { code: "station_interview", zh: "到站面谈", proven: true },
  { code: "report_in", zh: "报到", proven: true },
  { code: "in_custody", zh: "羁押中", proven: true },
  { code: "in_report_period", zh: "报到期内", proven: true },
  { code: "none", zh: "期间内无当面接触", proven: false },
  { code: "not_controlled", zh: "未计入管控", proven: false },
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]["code"];

/** The control reasons that prove themselves: custody, and the time in which nobody has to have come yet. */
export const PROVEN_WITHOUT_CONTACT: ReadonlyMap<ControlReason, EvidenceKind> = new Map([
  ["suspended", "in_custody"],
  ["in_report_period", "in_report_period"],
]);

/** The control rate's facts and those that can prove it. */
export interface EvidenceFacts extends ControlFacts {
  readonly tests: readonly DrugTest[];
  readonly visits: readonly Visit[];
}

/** A meeting in person. */
export interface Contact {
  readonly on: PlainDate;
  readonly kind: "test" | "home_visit" | "station_interview" | "report_in";
}

/** What proves that a registered person is under control. */
export interface Evidence {
  readonly proven: boolean;
  readonly kind: EvidenceKind;
  /** The latest meeting in person up to the day, however long ago. */
  readonly lastContact: Contact | undefined;
}

/** The evidence-backed rate of a day with the people behind it. */
export interface EvidenceRate extends RateCount {
  readonly asOf: PlainDate;
  readonly days: number;
  readonly ruleId: "I2";
  readonly people: readonly (Evidence & { readonly caseId: string; readonly stationId: string })[];
  readonly stations: readonly StationRate[];
}

/**
 * Whether a case counts as proven within so many days (rule I2): controlled, and met in person on the day or in
 * the days before it, or in custody, or still inside the report period. Undefined when not on the register.
 */
export function provenWithin(
  facts: EvidenceFacts,
  asOf: PlainDate,
  days: number,
  law: Law,
): Evidence | undefined {
  const verdict = controlVerdictOn(facts, asOf, law);
  if (!verdict.registered) return undefined;
  const lastContact = lastContactOn(facts, asOf);
  if (!verdict.controlled) return { proven: false, kind: "not_controlled", lastContact };
  const withoutContact = PROVEN_WITHOUT_CONTACT.get(verdict.reason);
  if (withoutContact !== undefined) return { proven: true, kind: withoutContact, lastContact };
  if (lastContact !== undefined && lastContact.on >= addDays(asOf, -days)) {
    return { proven: true, kind: lastContact.kind, lastContact };
  }
  return { proven: false, kind: "none", lastContact };
}

/** The latest meeting in person up to and including a day; a refused test is none. */
export function lastContactOn(facts: EvidenceFacts, asOf: PlainDate): Contact | undefined {
  let last: Contact | undefined;
  const consider = (on: PlainDate, kind: Contact["kind"]): void => {
    if (on <= asOf && (last === undefined || last.on < on)) last = { on, kind };
  };
  const { reportedOn } = standingOn(facts.history, asOf);
  if (reportedOn !== undefined) consider(reportedOn, "report_in");
  for (const test of facts.tests) {
    if (wasTaken(test)) consider(test.on, "test");
  }
  for (const visit of facts.visits) {
    if (isInPerson(visit)) consider(visit.on, visit.method);
  }
  return last;
}

/** Counts, of all on the register as of a day, those whose control is proven within so many days. */
export function evidenceRate(
  cases: Iterable<EvidenceFacts>,
  asOf: PlainDate,
  days: number,
  law: Law,
): EvidenceRate {
  const people: EvidenceRate["people"][number][] = [];
  for (const facts of cases) {
    const evidence = provenWithin(facts, asOf, days, law);
    if (evidence !== undefined)
      people.push({ caseId: facts.caseId, stationId: facts.stationId, ...evidence });
  }
  return {
    asOf,
    days,
    ruleId: "I2",
    numerator: people.filter((person) => person.proven).length,
    denominator: people.length,
    people,
    stations: ratesByStation(people, (person) => person.proven),
  };
}
