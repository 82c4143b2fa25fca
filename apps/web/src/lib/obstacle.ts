import type { PossibleAction } from "@rehab/schema/common";

interface WithActions {
  readonly actions: readonly PossibleAction[];
}

/** Why an action is not possible now; undefined for one that is. */
export function obstacleOf({ actions }: WithActions, action: string): string | undefined {
  const found = actions.find((each) => each.action === action);
  return found === undefined || found.allowed ? undefined : (found.reason ?? undefined);
}
