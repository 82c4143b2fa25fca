import type { Deadline } from "../law/deadline.ts";
import type { Law } from "../law/law.ts";
import type { RuleId } from "../law/rule.ts";
import { reportDeadline, transferReportDeadline } from "../report-in/report-deadline.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addDays } from "../time/plain-date.ts";
import type { CaseHistory, CaseStanding } from "./case-history.ts";
import { enteredOn, standingOn } from "./case-history.ts";
import { termFrom } from "./term.ts";

/** The states of a case, beside its measure. Leave is an overlay and no state. */
export const CASE_STATES = [
  { code: "ordered", zh: "已决定待送达" },
  { code: "pending_report", zh: "待报到" },
  { code: "overdue_report", zh: "逾期未报到" },
  { code: "no_show_referred", zh: "未报到已移交" },
  { code: "reported", zh: "已报到未签协议" },
  { code: "active", zh: "执行中" },
  { code: "missing", zh: "脱管" },
  { code: "breach_referred", zh: "严重违反协议已移交" },
  { code: "suspended", zh: "中止" },
  { code: "transfer_out", zh: "变更执行地中" },
  { code: "expired", zh: "期满待解除" },
  { code: "transferred", zh: "已转出" },
  { code: "released", zh: "已解除" },
  { code: "terminated", zh: "终止" },
  { code: "died", zh: "死亡" },
  { code: "returned", zh: "已退回公安机关" },
] as const;

export type CaseStateCode = (typeof CASE_STATES)[number]["code"];

/** The state of a case on a day, since when, and by which rule. */
export interface CaseState {
  readonly state: CaseStateCode;
  readonly since: PlainDate;
  readonly ruleId: RuleId;
}

const END_STATES = {
  released: { state: "released", ruleId: "T14" },
  terminated: { state: "terminated", ruleId: "T13" },
  transferred_out: { state: "transferred", ruleId: "T12" },
  died: { state: "died", ruleId: "I1" },
  returned_to_police: { state: "returned", ruleId: "H4" },
} as const;

/** The state as of any day, replayed from the facts; undefined before the first of them. */
export function stateOn(history: CaseHistory, asOf: PlainDate, law: Law): CaseState | undefined {
  return stateFrom(history, standingOn(history, asOf), asOf, law);
}

/** `stateOn` for a caller that has replayed the case already; `standing` is that of `asOf`. */
export function stateFrom(
  history: CaseHistory,
  standing: CaseStanding,
  asOf: PlainDate,
  law: Law,
): CaseState | undefined {
  const { ended, suspendedSince, lostSince } = standing;
  if (ended !== undefined) return { ...END_STATES[ended.kind], since: ended.on };
  const entered = enteredOn(standing);
  if (entered === undefined) {
    const since = standing.orderedOn ?? standing.handedOffOn;
    return since === undefined ? undefined : { state: "ordered", since, ruleId: "T1" };
  }
  if (suspendedSince !== undefined) return { state: "suspended", since: suspendedSince, ruleId: "T13" };
  if (standing.reportedOn === undefined) return unreported(history, standing, entered, asOf, law);
  if (lostSince !== undefined) return { state: "missing", since: lostSince, ruleId: "T9" };
  return reported(history, standing, standing.reportedOn, asOf, law);
}

/**
 * The last day to report in: after the order was received or, where the place of execution has changed since, after
 * that change. Undefined where the day of receipt is unknown.
 */
export function reportDeadlineOf(
  history: CaseHistory,
  standing: CaseStanding,
  law: Law,
): Deadline | undefined {
  const { receivedOn, transferToReportOn } = standing;
  const custody = standing.suspensions.flatMap(({ from, resumedOn }) =>
    resumedOn === undefined ? [] : [{ from, releasedOn: resumedOn }],
  );
  if (transferToReportOn !== undefined) {
    return transferReportDeadline({ changedOn: transferToReportOn, custody }, law);
  }
  if (receivedOn === undefined) return undefined;
  return reportDeadline({ measure: history.measure, receivedOn, custody }, law);
}

function unreported(
  history: CaseHistory,
  standing: CaseStanding,
  entered: PlainDate,
  asOf: PlainDate,
  law: Law,
): CaseState {
  const ruleId = history.measure === "community_detox" ? "T1" : "T2";
  if (standing.noShowReferredOn !== undefined) {
    return { state: "no_show_referred", since: standing.noShowReferredOn, ruleId: "T9" };
  }
  const deadline = reportDeadlineOf(history, standing, law);
  if (deadline !== undefined && deadline.date < asOf) {
    return { state: "overdue_report", since: addDays(deadline.date, 1), ruleId };
  }
  if (standing.lostSince !== undefined) return { state: "missing", since: standing.lostSince, ruleId: "T9" };
  return { state: "pending_report", since: entered, ruleId };
}

function reported(
  history: CaseHistory,
  standing: CaseStanding,
  reportedOn: PlainDate,
  asOf: PlainDate,
  law: Law,
): CaseState {
  const { breachReferredOn, transferStartedOn, agreementSignedOn } = standing;
  const term = termFrom(history, standing, asOf, law);
  if (term !== undefined && term.endOn < asOf) {
    return { state: "expired", since: addDays(term.endOn, 1), ruleId: "T14" };
  }
  if (standing.transferToReportOn !== undefined) {
    return reportingAtNewPlace(history, standing, standing.transferToReportOn, asOf, law);
  }
  if (breachReferredOn !== undefined)
    return { state: "breach_referred", since: breachReferredOn, ruleId: "T9" };
  if (transferStartedOn !== undefined)
    return { state: "transfer_out", since: transferStartedOn, ruleId: "T12" };
  if (agreementSignedOn === undefined) return { state: "reported", since: reportedOn, ruleId: "T6" };
  return {
    state: "active",
    since: agreementSignedOn,
    ruleId: history.measure === "community_detox" ? "T3" : "T4",
  };
}

/** The way to the first report-in once more, at the new place; the term runs on meanwhile. */
function reportingAtNewPlace(
  history: CaseHistory,
  standing: CaseStanding,
  changedOn: PlainDate,
  asOf: PlainDate,
  law: Law,
): CaseState {
  if (standing.noShowReferredOn !== undefined) {
    return { state: "no_show_referred", since: standing.noShowReferredOn, ruleId: "T9" };
  }
  const deadline = reportDeadlineOf(history, standing, law);
  return deadline !== undefined && deadline.date < asOf
    ? { state: "overdue_report", since: addDays(deadline.date, 1), ruleId: "T12" }
    : { state: "pending_report", since: changedOn, ruleId: "T12" };
}
