import { zhOf } from "../code-list.ts";
import { STEP_OBSTACLES, canRecord, eventOfStep } from "../handoff/can-record.ts";
import type { IntakeStep } from "../handoff/can-record.ts";
import { whyNoTransfer } from "../handoff/transfer.ts";
import type { Law } from "../law/law.ts";
import { comparePlainDates, maxDate } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { CaseEvent, CaseEventKind } from "./case-event.ts";
import { CASE_EVENT_KINDS } from "./case-event.ts";
import type { CaseHistory, CaseStanding } from "./case-history.ts";
import { standingOn } from "./case-history.ts";
import { CASE_STATES, stateFrom } from "./case-state.ts";
import { overlaysOn } from "./overlays.ts";
import { termFrom } from "./term.ts";
import { TRANSITIONS } from "./transitions.ts";

/** Why something cannot happen to a case on a day. */
export const TRANSITION_OBSTACLES = [
  { code: "case_ended", zh: "措施已经结束" },
  { code: "not_begun", zh: "措施在这一天还没有开始" },
  { code: "other_state", zh: "当日状态不允许" },
  { code: "intake_step", zh: "衔接报到手续不允许" },
  { code: "in_effect", zh: "已经登记，正在生效" },
  { code: "not_in_effect", zh: "没有登记，不必结束" },
  { code: "nothing_open", zh: "没有等待处理的移交或者变更执行地" },
  { code: "term_running", zh: "期限尚未届满，届满前不能解除" },
  { code: "later_event", zh: "与之后已经登记的情况不符" },
] as const;

export type TransitionObstacleCode = (typeof TRANSITION_OBSTACLES)[number]["code"];

export interface TransitionObstacle {
  readonly code: TransitionObstacleCode;
  /** The reason in a sentence, for the screen and the answer of the API. */
  readonly zh: string;
}

const stepOfEvent: Partial<Record<CaseEventKind, IntakeStep>> = {
  assigned: "assign",
  acknowledged: "acknowledge",
  station_returned: "return_to_bureau",
  returned_to_police: "return_to_police",
  reported: "report_in",
  transfer_reported: "report_in",
  notice_given: "notice",
  agreement_signed: "agreement",
  team_formed: "team",
  plan_made: "plan",
};

/**
 * Why an event cannot be put into a case on its day; undefined when it can. Screens and the API ask here, and the steps
 * of the hand-off keep the answer of `canRecord`. What is dated back must leave everything possible that was recorded
 * for later days and had been possible until then; otherwise the first that would not be is named.
 */
export function canHappen(event: CaseEvent, history: CaseHistory, law: Law): TransitionObstacle | undefined {
  const lastDay = history.events.reduce((last, { on }) => maxDate(last, on), event.on);
  if (standingOn(history, lastDay).ended !== undefined) return obstacle("case_ended");
  const own = blockedBy(event, history, law);
  if (own !== undefined) return own;
  const later = history.events.filter(({ on }) => event.on < on);
  return contradiction(later, history, { ...history, events: [...history.events, event] }, law);
}

/** Why a recorded event cannot be annulled: what was recorded after it rests on it. The event is one of the history's. */
export function canAnnul(event: CaseEvent, history: CaseHistory, law: Law): TransitionObstacle | undefined {
  const ordered = inOrder(history.events);
  const rest = ordered.filter((each) => each !== event);
  const later = ordered.slice(ordered.indexOf(event) + 1);
  return contradiction(later, history, { ...history, events: rest }, law);
}

/** What stands against an event on its day, whatever was recorded for later days. */
function blockedBy(event: CaseEvent, history: CaseHistory, law: Law): TransitionObstacle | undefined {
  const { kind, on } = event;
  const standing = standingOn(history, on);
  if (standing.ended !== undefined) return obstacle("case_ended");
  const step = stepOfEvent[kind];
  const refused = step === undefined ? undefined : stepObstacle(step, event, history);
  if (refused !== undefined) return refused;
  const state = stateFrom(history, standing, on, law)?.state ?? "none";
  if (kind === "transfer_started" && state !== "none") {
    const reason = whyNoTransfer(state);
    return reason === undefined ? undefined : { code: "other_state", zh: reason };
  }
  if (kind === "released" && state !== "none") {
    const running = runningTerm(on, history, standing, law);
    if (running !== undefined) return running;
  }
  if (!TRANSITIONS[kind].from.includes(state)) {
    if (state === "none") return obstacle("not_begun");
    const zh = `当日状态为“${zhOf(CASE_STATES, state)}”，不能登记${zhOf(CASE_EVENT_KINDS, kind)}`;
    return { code: "other_state", zh };
  }
  return guard(event, history, standing);
}

function stepObstacle(
  step: IntakeStep,
  { kind, on }: CaseEvent,
  history: CaseHistory,
): TransitionObstacle | undefined {
  const reason = canRecord(step, history, on);
  if (reason !== undefined) return { code: "intake_step", zh: zhOf(STEP_OBSTACLES, reason) };
  return eventOfStep(step, history, on) === kind ? undefined : obstacle("intake_step");
}

/** What the state alone does not say. */
function guard(
  { kind, on }: CaseEvent,
  history: CaseHistory,
  standing: CaseStanding,
): TransitionObstacle | undefined {
  const { dualControlSince, maintenanceSince, hospitalSince } = overlaysOn({ history, leaves: [] }, on);
  switch (kind) {
    case "ordered":
    case "received":
    case "handed_off":
      return unless(!history.events.some((event) => event.kind === kind), "in_effect");
    case "dual_control_started":
      return unless(dualControlSince === undefined, "in_effect");
    case "dual_control_ended":
      return unless(dualControlSince !== undefined, "not_in_effect");
    case "maintenance_started":
      return unless(maintenanceSince === undefined, "in_effect");
    case "maintenance_ended":
      return unless(maintenanceSince !== undefined, "not_in_effect");
    case "hospitalised":
      return unless(hospitalSince === undefined, "in_effect");
    case "discharged":
      return unless(hospitalSince !== undefined, "not_in_effect");
    case "breach_referred":
      return unless(standing.breachReferredOn === undefined, "in_effect");
    case "breach_dismissed":
      return unless(standing.breachReferredOn !== undefined, "nothing_open");
    case "transfer_sent":
    case "transfer_cancelled":
      return unless(standing.transferStartedOn !== undefined, "nothing_open");
    default:
      return undefined;
  }
}

/** A release comes after the last day of the term and not before (戒毒条例 第二十三条: 自期满之日起解除). */
function runningTerm(
  on: PlainDate,
  history: CaseHistory,
  standing: CaseStanding,
  law: Law,
): TransitionObstacle | undefined {
  const term = termFrom(history, standing, on, law);
  if (term === undefined) return obstacle("term_running");
  if (term.endOn < on) return undefined;
  return { code: "term_running", zh: `期限至${term.endOn}届满，届满前不能解除` };
}

/** The first of some events that a changed history no longer allows, though the present one does. */
function contradiction(
  later: readonly CaseEvent[],
  present: CaseHistory,
  changed: CaseHistory,
  law: Law,
): TransitionObstacle | undefined {
  for (const event of inOrder(later)) {
    if (blockedBy(event, before(event, present), law) !== undefined) continue;
    if (blockedBy(event, before(event, changed), law) === undefined) continue;
    const what = `${event.on}${zhOf(CASE_EVENT_KINDS, event.kind)}`;
    return { code: "later_event", zh: `之后已经登记“${what}”，两者不能同时成立；请先核对或者撤销后面的登记` };
  }
  return undefined;
}

function before(event: CaseEvent, history: CaseHistory): CaseHistory {
  const ordered = inOrder(history.events);
  return { ...history, events: ordered.slice(0, ordered.indexOf(event)) };
}

function inOrder(events: readonly CaseEvent[]): CaseEvent[] {
  return [...events].sort((a, b) => comparePlainDates(a.on, b.on));
}

function unless(holds: boolean, code: TransitionObstacleCode): TransitionObstacle | undefined {
  return holds ? undefined : obstacle(code);
}

function obstacle(code: TransitionObstacleCode): TransitionObstacle {
  return { code, zh: zhOf(TRANSITION_OBSTACLES, code) };
}
