import type { Endpoint } from "@rehab/schema/endpoint";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import { changedByCase } from "../../api/changed-by-case.ts";

/** The answers that any record about a no-show makes out of date. */
export const changedByNoShow: readonly Endpoint[] = [
  noShowsEndpoints.get,
  noShowsEndpoints.list,
  ...changedByCase,
];
