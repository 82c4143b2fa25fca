import { approvalsEndpoints } from "@rehab/schema/approvals";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { Endpoint } from "@rehab/schema/endpoint";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { NoShowFile } from "@rehab/schema/no-shows";

/** The answers that any record about a no-show makes out of date. */
export const changedByNoShow: readonly Endpoint[] = [
  noShowsEndpoints.get,
  noShowsEndpoints.list,
  approvalsEndpoints.list,
  enrolleesEndpoints.get,
  enrolleesEndpoints.list,
  enrolleesEndpoints.search,
  enrolleesEndpoints.timeline,
  indicatorsEndpoints.controlRate,
  indicatorsEndpoints.controlRatePeople,
];

/** Why an action is not possible now; undefined for one that is. */
export function obstacleOf(file: NoShowFile, action: string): string | undefined {
  const found = file.actions.find((each) => each.action === action);
  return found === undefined || found.allowed ? undefined : (found.reason ?? undefined);
}
