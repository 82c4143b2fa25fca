import { approvalsEndpoints } from "@rehab/schema/approvals";
import { breachesEndpoints } from "@rehab/schema/breaches";
import type { BreachFile } from "@rehab/schema/breaches";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { Endpoint } from "@rehab/schema/endpoint";
import { indicatorsEndpoints } from "@rehab/schema/indicators";

/** The answers that any record about a breach makes out of date. */
export const changedByBreach: readonly Endpoint[] = [
  breachesEndpoints.get,
  breachesEndpoints.list,
  approvalsEndpoints.list,
  enrolleesEndpoints.get,
  enrolleesEndpoints.list,
  enrolleesEndpoints.search,
  enrolleesEndpoints.timeline,
  indicatorsEndpoints.controlRate,
  indicatorsEndpoints.controlRatePeople,
];

/** Why an action is not possible now; undefined for one that is. */
export function obstacleOf(file: BreachFile, action: string): string | undefined {
  const found = file.actions.find((each) => each.action === action);
  return found === undefined || found.allowed ? undefined : (found.reason ?? undefined);
}
