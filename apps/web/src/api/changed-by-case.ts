import { approvalsEndpoints } from "@rehab/schema/approvals";
import type { Endpoint } from "@rehab/schema/endpoint";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import { workbenchEndpoints } from "@rehab/schema/workbench";

/** The answers that any fact of a case makes out of date, whatever it is about. */
export const changedByCase: readonly Endpoint[] = [
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
