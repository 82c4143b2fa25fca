import { breachesEndpoints } from "@rehab/schema/breaches";
import type { Endpoint } from "@rehab/schema/endpoint";
import { leavesEndpoints } from "@rehab/schema/leaves";
import type { LeaveStanding } from "@rehab/schema/leaves";
import { changedByCase } from "../../api/changed-by-case.ts";
import type { Tone } from "../../ui/status-tag.tsx";

/** The answers that any step of a leave makes out of date. */
export const changedByLeave: readonly Endpoint[] = [
  leavesEndpoints.ofPerson,
  leavesEndpoints.list,
  breachesEndpoints.get,
  breachesEndpoints.list,
  ...changedByCase,
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
