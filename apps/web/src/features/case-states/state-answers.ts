import { approvalsEndpoints } from "@rehab/schema/approvals";
import { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { Endpoint } from "@rehab/schema/endpoint";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import { workbenchEndpoints } from "@rehab/schema/workbench";

/** The answers that a change of a case's state makes out of date. */
export const changedByState: readonly Endpoint[] = [
  caseStatesEndpoints.get,
  caseStatesEndpoints.listEnds,
  approvalsEndpoints.list,
  enrolleesEndpoints.get,
  enrolleesEndpoints.list,
  enrolleesEndpoints.search,
  enrolleesEndpoints.timeline,
  indicatorsEndpoints.controlRate,
  indicatorsEndpoints.controlRatePeople,
  workbenchEndpoints.counts,
  workbenchEndpoints.list,
];

/** Why an action is not possible now; undefined for one that is. */
export function obstacleOf(file: CaseStateFile, action: string): string | undefined {
  const found = file.actions.find((each) => each.action === action);
  return found === undefined || found.allowed ? undefined : (found.reason ?? undefined);
}
