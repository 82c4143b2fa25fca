import { noShowObstacles } from "@rehab/domain/handoff/no-show-actions";
import type { NoShowAction } from "@rehab/domain/handoff/no-show-actions";
import type { NoShowFile } from "@rehab/schema/no-shows";
import type { QueryContext } from "../../core/use-case.ts";
import { possibleActions, requireAction } from "../matters/possible-actions.ts";
import type { AccessOf } from "../matters/possible-actions.ts";
import { openProposalAmong } from "../matters/rows.ts";
import type { NoShowRecord } from "./load-no-shows.ts";

type Asking = Pick<QueryContext, "actor" | "today" | "law">;

const accessOf: AccessOf<NoShowAction> = {
  recordAttempt: ["create", "CaseFile"],
  issueDocument: ["create", "CaseFile"],
  recordCustody: ["create", "CaseFile"],
  endCustody: ["create", "CaseFile"],
  proposeReferral: ["create", "Approval"],
  recordReferralReceipt: ["create", "CaseFile"],
  recordAnswer: ["create", "CaseFile"],
};

/** What may be done now, and why the rest may not: the same answer with which the writes refuse. */
export function actionsOf(asking: Asking, record: NoShowRecord): NoShowFile["actions"] {
  return possibleActions(asked(asking, record));
}

/** Throws `forbidden` for who may not, and `wrong_state` with its reason for what cannot be done now. */
export function requirePossible(asking: Asking, record: NoShowRecord, action: NoShowAction): void {
  requireAction(asked(asking, record), action);
}

function asked({ actor, today, law }: Asking, { facts, approvals, caseRecord }: NoShowRecord) {
  const hasOpenProposal = openProposalAmong(approvals) !== undefined;
  const obstacles = noShowObstacles(facts, hasOpenProposal, today, law);
  const obstacle = (action: NoShowAction) => obstacles[action];
  return { actor, stationId: caseRecord.stationId, accessOf, obstacle };
}
