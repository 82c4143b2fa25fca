import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { CaseEvent } from "../supervision/case-event.ts";
import type { DrugTest } from "../testing/drug-test.ts";
import { plainDate } from "../time/plain-date.ts";
import type { WindowFacts } from "./urine-windows.ts";
import { windowCount } from "./urine-windows.ts";

const d = plainDate;

function facts(
  caseId: string,
  reportedOn: string,
  events: readonly CaseEvent[],
  tested: readonly string[],
): WindowFacts {
  const all: CaseEvent[] = [{ kind: "reported", on: d(reportedOn) }, ...events];
  const tests = tested.map((on): DrugTest => ({ on: d(on), method: "urine", result: "negative" }));
  return {
    caseId,
    stationId: "north",
    history: { measure: "community_detox", termMonths: 36, events: all },
    tests,
  };
}

function count(...cases: WindowFacts[]): ReturnType<typeof windowCount> {
  return windowCount(cases, d("2021-01-01"), d("2021-12-31"), NATIONAL_LAW);
}

describe("urine windows of a year", () => {
  it("counts windows wholly in the year, each once", () => {
    // The first lies across the new year; the eleven that follow end on 15 February … 15 December.
    const counted = count(
      facts("a", "2020-12-16", [], ["2020-12-20", "2021-02-01", "2021-02-02", "2021-03-16"]),
    );
    expect(counted).toMatchObject({ due: 11, done: 2 });
    expect(counted.people[0]?.windows.find(({ test }) => test === undefined)?.window).toMatchObject({
      from: "2021-02-16",
      to: "2021-03-15",
    });
  });

  it("counts the window that ends on the day on which the measure ends, and none after", () => {
    const onLastDay = facts("a", "2021-01-01", [{ kind: "terminated", on: d("2021-02-28") }], []);
    const dayBefore = facts("b", "2021-01-01", [{ kind: "terminated", on: d("2021-02-27") }], []);
    expect(count(onLastDay).due).toBe(2);
    expect(count(dayBefore).due).toBe(1);
  });

  it("leaves out whoever was suspended in the year", () => {
    const suspended: CaseEvent[] = [
      { kind: "suspended", on: d("2020-11-01") },
      { kind: "resumed", on: d("2021-01-02") },
    ];
    const counted = count(facts("a", "2020-06-01", suspended, []), facts("b", "2021-06-01", [], []));
    expect(counted.suspended).toEqual(["a"]);
    expect(counted.stations).toEqual([{ stationId: "north", due: 7, done: 0 }]);
  });

  it("does not leave out whoever was back before the year", () => {
    const suspended: CaseEvent[] = [
      { kind: "suspended", on: d("2020-11-01") },
      { kind: "resumed", on: d("2021-01-01") },
    ];
    expect(count(facts("a", "2020-06-01", suspended, [])).suspended).toEqual([]);
  });
});
