import type { Endpoint } from "@rehab/schema/endpoint";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import { changedByCase } from "../../api/changed-by-case.ts";

/** The answers that any record about a no-show makes out of date. */
export const changedByNoShow: readonly Endpoint[] = [
  noShowsEndpoints.get,
  noShowsEndpoints.list,
  ...changedByCase,
];

/** One person's not reporting in, for the panels that every matter has. */
export const noShowMatter = (enrolleeId: string) => ({
  enrolleeId,
  endpoints: noShowsEndpoints,
  changed: changedByNoShow,
});
