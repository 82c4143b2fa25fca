import type { Law } from "../../law/law.ts";
import type { RuleId } from "../../law/rule.ts";
import { ruleOn } from "../../law/rule.ts";
import { deadlineFrom } from "../../law/deadline.ts";
import type { PlainDate } from "../../time/plain-date.ts";
import type { CaseStanding } from "../case-history.ts";
import type { CaseState, CaseStateCode } from "../case-state.ts";
import type { SupervisionFacts } from "../supervision-facts.ts";

/** A case on the day for which its duties are asked. */
export interface Scene {
  readonly facts: SupervisionFacts;
  readonly standing: CaseStanding;
  readonly state: CaseState;
  readonly asOf: PlainDate;
  readonly law: Law;
}

/** The states in which the person is met and tested: in the term, at liberty, and not lost. */
const supervisedStates: ReadonlySet<CaseStateCode> = new Set([
  "reported",
  "active",
  "breach_referred",
  "transfer_out",
]);

/** Whether the person is to be met and tested on the day. */
export function isSupervised({ state }: Scene): boolean {
  return supervisedStates.has(state.state);
}

/** The last day of a rule's period that began on a day. Throws a RangeError for a rule without a period. */
export function lastDayOf(ruleId: RuleId, from: PlainDate, law: Law): PlainDate {
  const trigger = { on: from, note: "" };
  return deadlineFrom(ruleOn(ruleId, from, law.rules), trigger, law.calendar).date;
}
