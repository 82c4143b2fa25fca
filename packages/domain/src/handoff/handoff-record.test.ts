import { expect, it } from "vitest";
import type { CaseEventKind } from "../supervision/case-event.ts";
import { plainDate } from "../time/plain-date.ts";
import { handoffStateOn, missingPapers } from "./handoff-record.ts";

const events = (...steps: readonly (readonly [CaseEventKind, string])[]) =>
  steps.map(([kind, on]) => ({ kind, on: plainDate(on) }));
const end = plainDate("2021-12-31");

it.each([
  [[], "unassigned"],
  [[["assigned", "2021-09-17"]], "assigned"],
  [
    [
      ["assigned", "2021-09-17"],
      ["station_returned", "2021-09-18"],
    ],
    "station_returned",
  ],
  [
    [
      ["assigned", "2021-09-17"],
      ["station_returned", "2021-09-18"],
      ["assigned", "2021-09-19"],
    ],
    "assigned",
  ],
  [
    [
      ["assigned", "2021-09-17"],
      ["acknowledged", "2021-09-18"],
    ],
    "acknowledged",
  ],
  [
    [
      ["assigned", "2021-09-17"],
      ["reported", "2021-09-18"],
    ],
    "acknowledged",
  ],
  [
    [
      ["assigned", "2021-09-17"],
      ["returned_to_police", "2021-09-18"],
    ],
    "returned_to_police",
  ],
] as const)("after %j: %s", (steps, state) => {
  expect(handoffStateOn(events(...steps), end)).toBe(state);
});

it("looks at no event after the day", () => {
  const assigned = events(["assigned", "2021-09-17"], ["acknowledged", "2021-09-20"]);
  expect(handoffStateOn(assigned, plainDate("2021-09-19"))).toBe("assigned");
});

it("asks for the papers of the release from isolation only in rehabilitation", () => {
  const papers = ["order_copy", "service_receipt", "handoff_form"] as const;
  expect(missingPapers("community_detox", papers)).toEqual([]);
  expect(missingPapers("community_rehab", papers)).toEqual(["isolation_release", "diagnosis"]);
  expect(missingPapers("community_detox", [])).toEqual([...papers]);
});
