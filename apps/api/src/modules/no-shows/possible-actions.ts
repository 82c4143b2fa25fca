import { noShowObstacles } from "@rehab/domain/handoff/no-show-actions";
import type { NoShowAction } from "@rehab/domain/handoff/no-show-actions";
import type { Action, Subject } from "@rehab/schema/access/ability";
import type { NoShowFile } from "@rehab/schema/no-shows";
import { ProblemError } from "../../core/problem-error.ts";
import { mayAtStation, requireAtStation } from "../../core/require-at-station.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { hasOpenProposal } from "./load-no-shows.ts";
import type { NoShowRecord } from "./load-no-shows.ts";

type Asking = Pick<QueryContext, "actor" | "today" | "law">;

const accessOf: Readonly<Record<NoShowAction, readonly [Action, Subject]>> = {
  recordAttempt: ["create", "CaseFile"],
  issueDocument: ["create", "CaseFile"],
  recordCustody: ["create", "CaseFile"],
  endCustody: ["create", "CaseFile"],
  proposeReferral: ["create", "Approval"],
  recordReferralReceipt: ["create", "CaseFile"],
  recordAnswer: ["create", "CaseFile"],
};

/** What may be done now, and why the rest may not: the same answer with which the writes refuse. */
export function actionsOf({ actor, today, law }: Asking, record: NoShowRecord): NoShowFile["actions"] {
  const obstacles = noShowObstacles(record.facts, hasOpenProposal(record), today, law);
  return (Object.keys(accessOf) as NoShowAction[]).map((action) => {
    const [does, subject] = accessOf[action];
    const reason = mayAtStation(actor, does, subject, record.caseRecord.stationId)
      ? (obstacles[action] ?? null)
      : "由所在工作站的专职工作人员办理";
    return { action, allowed: reason === null, reason };
  });
}

/** Throws `forbidden` for who may not, and `wrong_state` with its reason for what cannot be done now. */
export function requirePossible(
  { actor, today, law }: Asking,
  record: NoShowRecord,
  action: NoShowAction,
): void {
  const [does, subject] = accessOf[action];
  requireAtStation(actor, does, subject, record.caseRecord.stationId);
  const reason = noShowObstacles(record.facts, hasOpenProposal(record), today, law)[action];
  if (reason !== undefined) throw new ProblemError("wrong_state", { detail: reason });
}
