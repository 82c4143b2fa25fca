import type { DocumentKind } from "../handoff/document-service.ts";
import type { RuleActor, RuleId } from "../law/rule.ts";
import type { CaseEventKind } from "./case-event.ts";
import type { CaseStateCode } from "./case-state.ts";

/** What an event does to the clock of the term. */
export type ClockEffect = "starts" | "stops" | "resumes" | "ends" | "none";

/** One way in which a case can move: from where, to where, who acts, on what evidence, and what the clock does. */
export interface Transition {
  /** The states in which it can happen; `none` before the first fact of the case. */
  readonly from: readonly (CaseStateCode | "none")[];
  /** The states in which the case can be then; empty for what moves no state. */
  readonly to: readonly CaseStateCode[];
  readonly actor: RuleActor;
  /** Undefined where no rule of the table says anything. */
  readonly ruleId: RuleId;
  /** The papers that prove it, the first of them the one that is recorded with it. */
  readonly evidence: readonly DocumentKind[];
  readonly clock: ClockEffect;
}

const UNREPORTED = ["pending_report", "overdue_report", "no_show_referred"] as const;
const IN_TERM = ["reported", "active", "breach_referred", "transfer_out"] as const;
const REGISTERED = [...UNREPORTED, ...IN_TERM, "missing", "suspended", "expired"] as const;
const LIVING = ["ordered", ...REGISTERED] as const;
/** What a state may be once nothing hides it any longer: neither custody nor a lost contact. */
const UNCOVERED = [...UNREPORTED, ...IN_TERM, "expired"] as const;
const AFTER_REPORT = [...IN_TERM, "missing", "expired"] as const;

/** An act of the office that moves neither state nor clock. */
function step(
  from: Transition["from"],
  ruleId: RuleId,
  actor: RuleActor = "caseworker",
  evidence: readonly DocumentKind[] = [],
): Transition {
  return { from, to: [], actor, ruleId, evidence, clock: "none" };
}

/**
 * The states of a case and the ways between them (戒毒条例 第十四条、第二十条至第二十四条、第三十七条至第四十条). What the
 * clock brings, 逾期未报到 and 期满待解除, is no event: `stateOn` says so by the day.
 */
export const TRANSITIONS: Readonly<Record<CaseEventKind, Transition>> = {
  ordered: {
    from: ["none"],
    to: ["ordered"],
    actor: "police",
    ruleId: "T1",
    evidence: [],
    clock: "none",
  },
  received: {
    from: ["none", "ordered"],
    to: ["pending_report"],
    actor: "police",
    ruleId: "H1",
    evidence: [],
    clock: "none",
  },
  handed_off: { ...step(["none", ...LIVING], "H3", "police"), to: ["ordered", ...REGISTERED] },
  assigned: step(["ordered", ...UNREPORTED, "missing", "suspended"], "H4", "bureau"),
  acknowledged: step(["ordered", ...UNREPORTED, ...IN_TERM, "missing", "suspended", "expired"], "H5"),
  station_returned: step(["ordered", ...UNREPORTED, "missing", "suspended"], "H5"),
  transferred_in: {
    from: ["none"],
    to: ["pending_report"],
    actor: "township",
    ruleId: "T12",
    evidence: ["transfer_letter"],
    clock: "none",
  },
  no_show_referred: {
    from: ["overdue_report"],
    to: ["no_show_referred"],
    actor: "caseworker",
    ruleId: "T9",
    evidence: ["no_show_certificate", "no_show_warning", "referral_receipt"],
    clock: "none",
  },
  no_show_dismissed: {
    from: ["no_show_referred"],
    to: ["pending_report", "overdue_report"],
    actor: "police",
    ruleId: "T9",
    evidence: [],
    clock: "none",
  },
  reported: {
    from: ["ordered", ...UNREPORTED, "missing"],
    to: ["reported"],
    actor: "enrollee",
    ruleId: "T3",
    evidence: [],
    clock: "starts",
  },
  transfer_reported: {
    from: [...UNREPORTED, "missing", "expired"],
    to: ["reported", "breach_referred", "expired"],
    actor: "enrollee",
    ruleId: "T12",
    evidence: [],
    clock: "none",
  },
  notice_given: step(AFTER_REPORT, "T6", "caseworker", ["notice"]),
  agreement_signed: {
    from: AFTER_REPORT,
    to: ["active", "breach_referred", "transfer_out", "missing", "expired"],
    actor: "township",
    ruleId: "T6",
    evidence: ["agreement"],
    clock: "none",
  },
  team_formed: step(AFTER_REPORT, "H6"),
  plan_made: step(AFTER_REPORT, "H7", "caseworker", ["plan"]),
  lost_contact: {
    from: IN_TERM,
    to: ["missing"],
    actor: "caseworker",
    ruleId: "T9",
    evidence: ["search_letter"],
    clock: "none",
  },
  found: {
    from: ["missing"],
    to: UNCOVERED,
    actor: "caseworker",
    ruleId: "T9",
    evidence: [],
    clock: "none",
  },
  breach_referred: {
    from: ["reported", "active", "transfer_out", "missing"],
    to: ["breach_referred", "missing"],
    actor: "caseworker",
    ruleId: "T9",
    evidence: ["breach_certificate", "warning", "referral_receipt"],
    clock: "none",
  },
  breach_dismissed: {
    from: ["breach_referred", "missing", "suspended", "expired", ...UNREPORTED],
    to: [...UNCOVERED, "missing", "suspended"],
    actor: "police",
    ruleId: "T9",
    evidence: [],
    clock: "none",
  },
  suspended: {
    from: [...UNREPORTED, ...IN_TERM, "missing"],
    to: ["suspended"],
    actor: "police",
    ruleId: "T13",
    evidence: ["suspension_statement"],
    clock: "stops",
  },
  resumed: {
    from: ["suspended"],
    to: UNCOVERED,
    actor: "caseworker",
    ruleId: "T13",
    evidence: ["resumption_record"],
    clock: "resumes",
  },
  dual_control_started: step(REGISTERED, "O2"),
  dual_control_ended: step(REGISTERED, "O2"),
  maintenance_started: step(REGISTERED, "O1", "enrollee"),
  maintenance_ended: step(REGISTERED, "O1", "enrollee"),
  hospitalised: step(REGISTERED, "O3", "enrollee"),
  discharged: step(REGISTERED, "O3", "enrollee"),
  risk_set: step(REGISTERED, "V1"),
  transfer_started: {
    from: ["reported", "active"],
    to: ["transfer_out"],
    actor: "enrollee",
    ruleId: "T12",
    evidence: [],
    clock: "none",
  },
  transfer_sent: step(
    ["transfer_out", "breach_referred", "missing", "suspended", "expired"],
    "T12",
    "township",
    ["transfer_letter"],
  ),
  transfer_cancelled: {
    from: ["transfer_out", "breach_referred", "missing", "suspended", "expired"],
    to: ["reported", "active", "breach_referred", "missing", "suspended", "expired"],
    actor: "township",
    ruleId: "T12",
    evidence: [],
    clock: "none",
  },
  transferred_within: {
    from: ["transfer_out"],
    to: ["pending_report"],
    actor: "township",
    ruleId: "T12",
    evidence: ["transfer_receipt", "transfer_letter"],
    clock: "none",
  },
  transferred_out: {
    from: ["transfer_out"],
    to: ["transferred"],
    actor: "township",
    ruleId: "T12",
    evidence: ["transfer_receipt", "transfer_letter"],
    clock: "ends",
  },
  released: {
    from: ["expired", "suspended", "missing"],
    to: ["released"],
    actor: "police",
    ruleId: "T14",
    evidence: ["release_notice", "end_assessment"],
    clock: "ends",
  },
  terminated: {
    from: LIVING,
    to: ["terminated"],
    actor: "police",
    ruleId: "T13",
    evidence: ["termination_statement", "isolation_order"],
    clock: "ends",
  },
  died: {
    from: LIVING,
    to: ["died"],
    actor: "caseworker",
    ruleId: "I1",
    evidence: ["death_certificate"],
    clock: "ends",
  },
  returned_to_police: {
    from: ["ordered", ...UNREPORTED, "missing", "suspended"],
    to: ["returned"],
    actor: "bureau",
    ruleId: "H4",
    evidence: [],
    clock: "ends",
  },
};
