import { breachesEndpoints } from "@rehab/schema/breaches";
import type { Endpoint } from "@rehab/schema/endpoint";
import { changedByCase } from "../../api/changed-by-case.ts";

/** The answers that any record about a breach makes out of date. */
export const changedByBreach: readonly Endpoint[] = [
  breachesEndpoints.get,
  breachesEndpoints.list,
  ...changedByCase,
];

/** One person's breaches, for the panels that every matter has. */
export const breachMatter = (enrolleeId: string) => ({
  enrolleeId,
  endpoints: breachesEndpoints,
  changed: changedByBreach,
});
