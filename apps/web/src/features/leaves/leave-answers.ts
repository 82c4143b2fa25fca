import { breachesEndpoints } from "@rehab/schema/breaches";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { Endpoint } from "@rehab/schema/endpoint";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import { leavesEndpoints } from "@rehab/schema/leaves";
import type { LeaveStanding } from "@rehab/schema/leaves";
import { workbenchEndpoints } from "@rehab/schema/workbench";
import type { Tone } from "../../ui/status-tag.tsx";

/** The answers that any step of a leave makes out of date. */
export const changedByLeave: readonly Endpoint[] = [
  leavesEndpoints.ofPerson,
  leavesEndpoints.list,
  breachesEndpoints.get,
  breachesEndpoints.list,
  workbenchEndpoints.counts,
  workbenchEndpoints.list,
  enrolleesEndpoints.get,
  enrolleesEndpoints.list,
  enrolleesEndpoints.search,
  enrolleesEndpoints.timeline,
  indicatorsEndpoints.controlRate,
  indicatorsEndpoints.controlRatePeople,
];

export const toneOfStanding: Readonly<Record<LeaveStanding, Tone>> = {
  to_decide: "dueSoon",
  refused: "idle",
  cancelled: "idle",
  planned: "running",
  away: "running",
  overdue: "overdue",
  gone: "overdue",
  returned: "done",
};

interface WithActions {
  readonly actions: readonly { readonly action: string; readonly reason: string | null }[];
}

/** Why an action is not possible now; undefined for one that is. */
export function obstacleOf({ actions }: WithActions, action: string): string | undefined {
  return actions.find((each) => each.action === action)?.reason ?? undefined;
}
