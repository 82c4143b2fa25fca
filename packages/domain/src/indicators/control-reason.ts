import type { Law } from "../law/law.ts";
import type { RuleId } from "../law/rule.ts";
import type { Leave } from "../leave/leave.ts";
import { isAwayOn, isOverdueOn, unauthorisedFrom } from "../leave/leave.ts";
import type { CaseHistory, CaseStanding } from "../supervision/case-history.ts";
import { isRegistered, standingOn } from "../supervision/case-history.ts";
import type { CaseStateCode } from "../supervision/case-state.ts";
import { stateFrom } from "../supervision/case-state.ts";
import type { PlainDate } from "../time/plain-date.ts";

/** Why a registered person counts as controlled or not: each has exactly one reason. */
export const CONTROL_REASONS = [
  { code: "not_reported", zh: "逾期未报到", controlled: false },
  { code: "lost_contact", zh: "脱管", controlled: false },
  { code: "leave_overdue", zh: "请假超期未归", controlled: false },
  { code: "under_supervision", zh: "正常执行", controlled: true },
  { code: "in_report_period", zh: "报到期内", controlled: true },
  { code: "awaiting_agreement", zh: "已报到待签协议", controlled: true },
  { code: "on_leave", zh: "请假外出", controlled: true },
  { code: "suspended", zh: "中止（羁押中）", controlled: true },
  { code: "breach_referred", zh: "严重违反协议待公安机关处理", controlled: true },
  { code: "in_transfer", zh: "变更执行地中", controlled: true },
  { code: "awaiting_release", zh: "期满待解除", controlled: true },
] as const;

export type ControlReason = (typeof CONTROL_REASONS)[number]["code"];

export type UncontrolledReason = Extract<(typeof CONTROL_REASONS)[number], { controlled: false }>["code"];

/** Why a case is not on the register. */
export const UNREGISTERED_REASONS = [
  { code: "not_received", zh: "本人尚未收到决定书" },
  { code: "released", zh: "解除" },
  { code: "terminated", zh: "终止" },
  { code: "transferred_out", zh: "转出" },
  { code: "died", zh: "死亡" },
  { code: "returned_to_police", zh: "退回公安机关" },
] as const;

export type UnregisteredReason = (typeof UNREGISTERED_REASONS)[number]["code"];

/** What the control rate needs to know of a case. */
export interface ControlFacts {
  readonly caseId: string;
  /** The station that carries the case on the day asked for. */
  readonly stationId: string;
  readonly history: CaseHistory;
  readonly leaves: readonly Leave[];
}

/** How one case counts on a day, since when, and by which rule. */
export type ControlVerdict =
  | {
      readonly registered: true;
      readonly controlled: boolean;
      readonly reason: ControlReason;
      readonly since: PlainDate;
      readonly ruleId: RuleId;
    }
  | { readonly registered: false; readonly reason: UnregisteredReason };

const REASON_OF_STATE = {
  pending_report: "in_report_period",
  overdue_report: "not_reported",
  no_show_referred: "not_reported",
  reported: "awaiting_agreement",
  active: "under_supervision",
  missing: "lost_contact",
  breach_referred: "breach_referred",
  suspended: "suspended",
  transfer_out: "in_transfer",
  expired: "awaiting_release",
} as const satisfies Partial<Record<CaseStateCode, ControlReason>>;

const UNCONTROLLED: ReadonlySet<string> = new Set(
  CONTROL_REASONS.filter((reason) => !reason.controlled).map((reason) => reason.code),
);

/** Whether a person for this reason counts as controlled. */
export function isControlled(reason: ControlReason): boolean {
  return !UNCONTROLLED.has(reason);
}

/**
 * The one decision on which the control rate and everything beside it rest (rule I1): whether a case is on the
 * register on a day and, if so, the one reason why its person counts as controlled or not.
 */
export function controlVerdictOn(facts: ControlFacts, asOf: PlainDate, law: Law): ControlVerdict {
  const standing = standingOn(facts.history, asOf);
  if (!isRegistered(standing)) return { registered: false, reason: unregisteredReason(standing) };
  const state = stateFrom(facts.history, standing, asOf, law);
  if (state === undefined || !isStateOnRegister(state.state)) {
    throw new Error(`a registered case without a state: ${facts.caseId}`);
  }
  const reason = REASON_OF_STATE[state.state];
  const counted = leaveReason(facts.leaves, reason, asOf) ?? {
    reason,
    since: state.since,
    ruleId: state.ruleId,
  };
  return { registered: true, controlled: isControlled(counted.reason), ...counted };
}

/** The reason alone; undefined for a case that is not on the register. */
export function controlReasonOn(facts: ControlFacts, asOf: PlainDate, law: Law): ControlReason | undefined {
  const verdict = controlVerdictOn(facts, asOf, law);
  return verdict.registered ? verdict.reason : undefined;
}

/**
 * What a leave makes of the reason. It says nothing of a person in custody, missing, or never reported. An
 * overstay counts beside every other reason, and the end of the term does not heal it.
 */
function leaveReason(
  leaves: readonly Leave[],
  reason: ControlReason,
  asOf: PlainDate,
): { reason: ControlReason; since: PlainDate; ruleId: RuleId } | undefined {
  if (reason === "suspended" || reason === "in_report_period" || !isControlled(reason)) return undefined;
  const overdue = leaves.find((leave) => isOverdueOn(leave, asOf));
  if (overdue !== undefined) {
    return { reason: "leave_overdue", since: unauthorisedFrom(overdue, asOf), ruleId: "T7" };
  }
  const away = leaves.find((leave) => isAwayOn(leave, asOf));
  if (away === undefined || reason !== "under_supervision") return undefined;
  return { reason: "on_leave", since: away.from, ruleId: "T7" };
}

function unregisteredReason(standing: CaseStanding): UnregisteredReason {
  return standing.ended?.kind ?? "not_received";
}

function isStateOnRegister(state: CaseStateCode): state is keyof typeof REASON_OF_STATE {
  return state in REASON_OF_STATE;
}
