import { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { Endpoint } from "@rehab/schema/endpoint";
import { changedByCase } from "../../api/changed-by-case.ts";

/** The answers that a change of a case's state makes out of date. */
export const changedByState: readonly Endpoint[] = [
  caseStatesEndpoints.get,
  caseStatesEndpoints.listEnds,
  ...changedByCase,
];

/** What moves one person's case, for the panels that every matter has. */
export const stateMatter = (enrolleeId: string) => ({
  enrolleeId,
  endpoints: caseStatesEndpoints,
  changed: changedByState,
});
