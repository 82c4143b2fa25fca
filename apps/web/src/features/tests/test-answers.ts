import { approvalsEndpoints } from "@rehab/schema/approvals";
import type { Endpoint } from "@rehab/schema/endpoint";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import { testDrawsEndpoints } from "@rehab/schema/test-draws";
import { testsEndpoints } from "@rehab/schema/tests";

/** The answers that any record about a test makes out of date. */
export const changedByTests: readonly Endpoint[] = [
  testsEndpoints.get,
  testsEndpoints.dayList,
  testsEndpoints.sessions,
  testsEndpoints.waiting,
  testDrawsEndpoints.get,
  approvalsEndpoints.list,
  enrolleesEndpoints.get,
  enrolleesEndpoints.list,
  enrolleesEndpoints.timeline,
  indicatorsEndpoints.controlRate,
  indicatorsEndpoints.controlRatePeople,
];

interface Possible {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** Why an action is not possible now; undefined for one that is. */
export function obstacleOf(actions: readonly Possible[], action: string): string | undefined {
  const found = actions.find((each) => each.action === action);
  return found === undefined || found.allowed ? undefined : (found.reason ?? undefined);
}
