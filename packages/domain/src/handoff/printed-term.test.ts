import { expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import { termConflicts } from "./printed-term.ts";

const legal = { startOn: plainDate("2021-03-15"), endOn: plainDate("2024-03-14") };
const printed = (from: string | null, to: string | null) => ({
  from: from === null ? null : plainDate(from),
  to: to === null ? null : plainDate(to),
});

it("finds none where the paper says what the law says, or says nothing", () => {
  expect(termConflicts(printed("2021-03-15", "2024-03-14"), legal)).toEqual([]);
  expect(termConflicts(printed(null, null), legal)).toEqual([]);
  expect(termConflicts(printed("2021-01-01", "2023-12-31"), undefined)).toEqual([]);
});

it("tells by how many days each end departs", () => {
  expect(termConflicts(printed("2021-03-01", "2024-02-29"), legal)).toEqual([
    { code: "starts_earlier", days: 14 },
    { code: "ends_earlier", days: 14 },
  ]);
  expect(termConflicts(printed("2021-03-16", "2024-03-15"), legal)).toEqual([
    { code: "starts_later", days: 1 },
    { code: "ends_later", days: 1 },
  ]);
});
