import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import type { CaseEvent } from "./case-event.ts";
import type { CaseHistory } from "./case-history.ts";
import { termOf } from "./term.ts";

const d = plainDate;
const lastDayIsAnniversary = {
  key: "term_last_day",
  inForceFrom: d("2008-06-01"),
  value: "anniversary",
} as const;

function reportedOn(on: string, termMonths = 36, ...events: CaseEvent[]): CaseHistory {
  return { measure: "community_detox", termMonths, events: [{ kind: "reported", on: d(on) }, ...events] };
}

describe("term", () => {
  it.each([
    ["2021-03-15", 36, "2024-03-14", 1096],
    ["2021-03-15", 24, "2023-03-14", 730],
    ["2021-01-31", 36, "2024-01-30", 1095],
    ["2020-02-29", 36, "2023-02-28", 1096],
    ["2020-02-29", 48, "2024-02-28", 1461],
    ["2021-03-01", 36, "2024-02-29", 1096],
    ["2021-08-31", 18, "2023-02-28", 547],
  ])("from %s for %i months: to %s, %i days", (start, months, endOn, plannedDays) => {
    expect(termOf(reportedOn(start, months), d(start), NATIONAL_LAW)).toMatchObject({
      endOn,
      plannedDays,
      totalDays: plannedDays,
    });
  });

  it("may end on the anniversary", () => {
    const law = { ...NATIONAL_LAW, settings: [lastDayIsAnniversary] };
    expect(termOf(reportedOn("2021-03-15"), d("2021-03-15"), law)?.endOn).toBe("2024-03-15");
    expect(termOf(reportedOn("2020-02-29"), d("2021-03-15"), law)?.endOn).toBe("2023-02-28");
  });

  it("counts the report day as the first day served", () => {
    const facts = reportedOn("2021-03-15");
    expect(termOf(facts, d("2021-03-14"), NATIONAL_LAW)).toBeUndefined();
    expect(termOf(facts, d("2021-03-15"), NATIONAL_LAW)).toMatchObject({ servedDays: 1, leftDays: 1095 });
    expect(termOf(facts, d("2024-03-14"), NATIONAL_LAW)).toMatchObject({ servedDays: 1096, leftDays: 0 });
    expect(termOf(facts, d("2025-01-01"), NATIONAL_LAW)).toMatchObject({ servedDays: 1096, leftDays: 0 });
  });

  it("stands still in suspension and ends later by those days", () => {
    const facts = reportedOn(
      "2021-03-15",
      36,
      { kind: "suspended", on: d("2021-04-01"), ground: "detained" },
      { kind: "resumed", on: d("2021-04-11") },
    );
    expect(termOf(facts, d("2021-04-05"), NATIONAL_LAW)).toMatchObject({
      servedDays: 17,
      stoppedDays: 5,
      leftDays: 1079,
      endOn: "2024-03-19",
    });
    expect(termOf(facts, d("2021-04-11"), NATIONAL_LAW)).toMatchObject({
      servedDays: 18,
      stoppedDays: 10,
      totalDays: 1106,
      endOn: "2024-03-24",
      stops: [{ from: "2021-04-01", to: "2021-04-10" }],
    });
  });

  it("is not moved by custody before the report-in, nor after the term was served", () => {
    const facts = reportedOn(
      "2021-03-15",
      36,
      { kind: "suspended", on: d("2021-03-01") },
      { kind: "resumed", on: d("2021-03-15") },
      { kind: "suspended", on: d("2024-03-15") },
    );
    expect(termOf(facts, d("2024-05-01"), NATIONAL_LAW)).toMatchObject({
      stoppedDays: 0,
      endOn: "2024-03-14",
    });
  });

  it("is shortened by days already served elsewhere", () => {
    const facts = { ...reportedOn("2021-03-15"), deductedDays: 100 };
    expect(termOf(facts, d("2021-03-15"), NATIONAL_LAW)).toMatchObject({
      plannedDays: 996,
      endOn: "2023-12-05",
    });
  });

  it("stops counting when the case ends", () => {
    const facts = reportedOn("2021-03-15", 36, { kind: "terminated", on: d("2021-03-24") });
    expect(termOf(facts, d("2022-01-01"), NATIONAL_LAW)).toMatchObject({ servedDays: 10 });
  });
});
