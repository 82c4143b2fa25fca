import { breachObstacles } from "@rehab/domain/breach/breach-actions";
import type { BreachAction } from "@rehab/domain/breach/breach-actions";
import type { BreachFile } from "@rehab/schema/breaches";
import type { QueryContext } from "../../core/use-case.ts";
import { possibleActions, requireAction } from "../matters/possible-actions.ts";
import type { AccessOf } from "../matters/possible-actions.ts";
import { openProposalAmong } from "../matters/rows.ts";
import type { BreachCase } from "./load-breaches.ts";

type Asking = Pick<QueryContext, "actor" | "today" | "law">;

const accessOf: AccessOf<BreachAction> = {
  recordBreach: ["create", "CaseFile"],
  issueDocument: ["create", "CaseFile"],
  proposeReferral: ["create", "Approval"],
  recordReferralReceipt: ["create", "CaseFile"],
  recordAnswer: ["create", "CaseFile"],
};

/** What may be done now, and why the rest may not: the same answer with which the writes refuse. */
export function actionsOf(asking: Asking, record: BreachCase): BreachFile["actions"] {
  return possibleActions(asked(asking, record));
}

/** Throws `forbidden` for who may not, and `wrong_state` with its reason for what cannot be done now. */
export function requirePossible(asking: Asking, record: BreachCase, action: BreachAction): void {
  requireAction(asked(asking, record), action);
}

function asked({ actor, today, law }: Asking, { facts, approvals }: BreachCase) {
  const hasOpenProposal = openProposalAmong(approvals) !== undefined;
  const obstacles = breachObstacles(facts, hasOpenProposal, today, law);
  const obstacle = (action: BreachAction) => obstacles[action];
  return { actor, stationId: facts.stationId, accessOf, obstacle };
}
