import type { Law } from "../law/law.ts";
import { settingOn } from "../law/settings.ts";
import type { RiskLevel } from "../supervision/risk-level.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addMonths, maxDate } from "../time/plain-date.ts";
import type { Visit } from "./visit.ts";
import { isInPerson } from "./visit.ts";

/** What the next visit depends on. */
export interface VisitFacts {
  readonly reportedOn: PlainDate;
  readonly visits: readonly Visit[];
  readonly riskLevel: RiskLevel | undefined;
}

/**
 * The day by which the person is to be met again (rule V1): so many months after the last visit in person, at the
 * earliest after the report-in. A day that the last visit proposed itself holds where it comes sooner.
 */
export function nextVisitOn(
  { reportedOn, visits, riskLevel }: VisitFacts,
  asOf: PlainDate,
  law: Law,
): PlainDate {
  const months = settingOn("visit_months", asOf, law.settings)[riskLevel ?? "unset"];
  const met = visits.filter((visit) => visit.on <= asOf && isInPerson(visit));
  const lastOn = met.reduce((latest, { on }) => maxDate(latest, on), reportedOn);
  const byRhythm = addMonths(lastOn, months);
  const proposed = met.find(({ on, nextOn }) => on === lastOn && nextOn !== undefined)?.nextOn;
  return proposed !== undefined && proposed < byRhythm ? proposed : byRhythm;
}
