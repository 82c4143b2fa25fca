import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { Endpoint } from "@rehab/schema/endpoint";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import { visitsEndpoints } from "@rehab/schema/visits";
import type { ContactFile } from "@rehab/schema/visits";
import { workbenchEndpoints } from "@rehab/schema/workbench";

/** The answers that any record about a contact makes out of date. */
export const changedByContact: readonly Endpoint[] = [
  visitsEndpoints.ofPerson,
  workbenchEndpoints.counts,
  workbenchEndpoints.list,
  enrolleesEndpoints.get,
  enrolleesEndpoints.list,
  enrolleesEndpoints.search,
  enrolleesEndpoints.timeline,
  indicatorsEndpoints.controlRate,
];

/** Why an action is not possible now; undefined for one that is. */
export function obstacleOf({ actions }: ContactFile, action: string): string | undefined {
  return actions.find((each) => each.action === action)?.reason ?? undefined;
}
