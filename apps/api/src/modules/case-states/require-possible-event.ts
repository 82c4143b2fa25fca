import type { Law } from "@rehab/domain/law/law";
import { canHappen } from "@rehab/domain/supervision/can-happen";
import type { CaseEvent } from "@rehab/domain/supervision/case-event";
import type { CaseHistory } from "@rehab/domain/supervision/case-history";
import { ProblemError } from "../../core/problem-error.ts";

/** Throws `wrong_state` with the reason for an event that the table of transitions does not allow on its day. */
export function requirePossibleEvent(event: CaseEvent, history: CaseHistory, law: Law): void {
  const obstacle = canHappen(event, history, law);
  if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle.zh });
}
