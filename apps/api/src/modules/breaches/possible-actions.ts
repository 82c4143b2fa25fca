import { breachObstacles } from "@rehab/domain/breach/breach-actions";
import type { BreachAction } from "@rehab/domain/breach/breach-actions";
import type { Action, Subject } from "@rehab/schema/access/ability";
import type { BreachFile } from "@rehab/schema/breaches";
import { ProblemError } from "../../core/problem-error.ts";
import { mayAtStation, requireAtStation } from "../../core/require-at-station.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { hasOpenProposal } from "./load-breaches.ts";
import type { BreachCase } from "./load-breaches.ts";

type Asking = Pick<QueryContext, "actor" | "today" | "law">;

const accessOf: Readonly<Record<BreachAction, readonly [Action, Subject]>> = {
  recordBreach: ["create", "CaseFile"],
  issueDocument: ["create", "CaseFile"],
  proposeReferral: ["create", "Approval"],
  recordReferralReceipt: ["create", "CaseFile"],
  recordAnswer: ["create", "CaseFile"],
};

/** What may be done now, and why the rest may not: the same answer with which the writes refuse. */
export function actionsOf({ actor, today, law }: Asking, record: BreachCase): BreachFile["actions"] {
  const obstacles = breachObstacles(record.facts, hasOpenProposal(record), today, law);
  return (Object.keys(accessOf) as BreachAction[]).map((action) => {
    const [does, subject] = accessOf[action];
    const reason = mayAtStation(actor, does, subject, record.facts.stationId)
      ? (obstacles[action] ?? null)
      : "由所在工作站的专职工作人员办理";
    return { action, allowed: reason === null, reason };
  });
}

/** Throws `forbidden` for who may not, and `wrong_state` with its reason for what cannot be done now. */
export function requirePossible(
  { actor, today, law }: Asking,
  record: BreachCase,
  action: BreachAction,
): void {
  const [does, subject] = accessOf[action];
  requireAtStation(actor, does, subject, record.facts.stationId);
  const reason = breachObstacles(record.facts, hasOpenProposal(record), today, law)[action];
  if (reason !== undefined) throw new ProblemError("wrong_state", { detail: reason });
}
