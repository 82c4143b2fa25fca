import { canHappen } from "@rehab/domain/supervision/can-happen";
import type { TransitionObstacle } from "@rehab/domain/supervision/can-happen";
import type { CaseEvent, CaseEventKind } from "@rehab/domain/supervision/case-event";
import { stateOn } from "@rehab/domain/supervision/case-state";
import type { CaseStateCode } from "@rehab/domain/supervision/case-state";
import type { CaseEventBody } from "@rehab/schema/case-state-bodies";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { ProblemError } from "../../core/problem-error.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { possibleActions, requireAction } from "../matters/possible-actions.ts";
import type { AccessOf } from "../matters/possible-actions.ts";
import { openProposalAmong } from "../matters/rows.ts";
import type { StatePerson } from "./load-states.ts";

/** Why nothing about the end of a case is proposed beside what waits for a second person. */
export const openProposal = "已有一份解除、终止或者撤销待复核";

type Asking = Pick<QueryContext, "actor" | "today" | "law">;

/** The events that a station records by itself. */
export const RECORDED_KINDS: readonly CaseEventBody["kind"][] = [
  "suspended",
  "resumed",
  "lost_contact",
  "found",
  "dual_control_started",
  "dual_control_ended",
  "maintenance_started",
  "maintenance_ended",
  "hospitalised",
  "discharged",
  "risk_set",
  "died",
];

export type StateAction =
  | CaseEventBody["kind"]
  | "search"
  | "recordPaper"
  | "proposeRelease"
  | "proposeTermination";

const writing = ["create", "CaseFile"] as const;

const accessOf: AccessOf<StateAction> = {
  suspended: writing,
  resumed: writing,
  lost_contact: writing,
  found: writing,
  dual_control_started: writing,
  dual_control_ended: writing,
  maintenance_started: writing,
  maintenance_ended: writing,
  hospitalised: writing,
  discharged: writing,
  risk_set: writing,
  died: writing,
  search: writing,
  recordPaper: writing,
  proposeRelease: ["create", "Approval"],
  proposeTermination: ["create", "Approval"],
};

const inTerm: ReadonlySet<CaseStateCode> = new Set([
  "reported",
  "active",
  "missing",
  "breach_referred",
  "transfer_out",
  "expired",
]);

/** What can be done today, and why the rest cannot: the same answer with which the writes refuse. */
export function actionsOf(asking: Asking, person: StatePerson): CaseStateFile["actions"] {
  return possibleActions(asked(asking, person));
}

/** Throws `forbidden` for who may not, and `wrong_state` with its reason for what cannot be done today. */
export function requirePossible(asking: Asking, person: StatePerson, action: StateAction): void {
  requireAction(asked(asking, person), action);
}

function asked(asking: Asking, person: StatePerson) {
  const obstacle = (action: StateAction) => obstacleTo(asking, person, action);
  return { actor: asking.actor, stationId: person.facts.stationId, accessOf, obstacle };
}

/**
 * Throws for an event that its day or the rest of the history does not allow: at the field of the day when another day
 * would do, else `wrong_state`.
 */
export function requireEvent({ today, law }: Asking, person: StatePerson, event: CaseEvent): void {
  const { history } = person.facts;
  const obstacle = canHappen(event, history, law);
  if (obstacle === undefined) return;
  const isByDay = event.on !== today && canHappen({ ...event, on: today }, history, law) === undefined;
  throw isByDay
    ? new ProblemError("invalid_input", { errors: [{ pointer: "/on", detail: obstacle.zh }] })
    : new ProblemError("wrong_state", { detail: obstacle.zh });
}

function obstacleTo({ today, law }: Asking, person: StatePerson, action: StateAction): string | undefined {
  const { history } = person.facts;
  const happen = (kind: CaseEventKind): TransitionObstacle | undefined =>
    canHappen({ kind, on: today }, history, law);
  switch (action) {
    case "search":
    case "recordPaper": {
      const state = stateOn(history, today, law)?.state;
      if (state !== undefined && inTerm.has(state)) return undefined;
      return action === "recordPaper" && state === "suspended"
        ? undefined
        : "只在执行期间登记；措施尚未开始、正在中止或者已经结束";
    }
    case "proposeRelease":
    case "proposeTermination": {
      if (openProposalAmong(person.proposals) !== undefined) return openProposal;
      return happen(action === "proposeRelease" ? "released" : "terminated")?.zh;
    }
    case "suspended":
      return suspendedSomeDay(person, today, law)?.zh;
    default:
      return happen(action)?.zh;
  }
}

/**
 * Custody often becomes known after the term has run on: it can be recorded while there is a day that it fits. The days
 * asked are those on which a state may have begun.
 */
function suspendedSomeDay(
  { facts }: StatePerson,
  today: CaseEvent["on"],
  law: QueryContext["law"],
): TransitionObstacle | undefined {
  const suspended = (on: CaseEvent["on"]) => canHappen({ kind: "suspended", on }, facts.history, law);
  const now = suspended(today);
  const days = facts.history.events.map(({ on }) => on).filter((on) => on < today);
  return now === undefined || days.some((on) => suspended(on) === undefined) ? undefined : now;
}
