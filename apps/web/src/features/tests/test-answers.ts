import type { Endpoint } from "@rehab/schema/endpoint";
import { testDrawsEndpoints } from "@rehab/schema/test-draws";
import { testsEndpoints } from "@rehab/schema/tests";
import { changedByCase } from "../../api/changed-by-case.ts";

/** The answers that any record about a test makes out of date. */
export const changedByTests: readonly Endpoint[] = [
  testsEndpoints.get,
  testsEndpoints.dayList,
  testsEndpoints.sessions,
  testsEndpoints.waiting,
  testDrawsEndpoints.get,
  ...changedByCase,
];

/** One person's tests, for the panels that every matter has. */
export const testMatter = (enrolleeId: string) => ({
  enrolleeId,
  endpoints: testsEndpoints,
  changed: changedByTests,
});
