import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import type { Visit } from "./visit.ts";
import { VISIT_METHODS, evidenceStrength } from "./visit.ts";
import { nextVisitOn } from "./visit-rhythm.ts";

const d = plainDate;
const reportedOn = d("2021-01-31");

function next(
  visits: readonly Visit[],
  riskLevel: "high" | "medium" | "low" | undefined,
  asOf = "2021-06-01",
) {
  return nextVisitOn({ reportedOn, visits, riskLevel }, d(asOf), NATIONAL_LAW);
}

describe("the next visit", () => {
  it.each([
    ["high", "2021-02-28"],
    ["medium", "2021-04-30"],
    ["low", "2021-07-31"],
    [undefined, "2021-04-30"],
  ] as const)("of risk %s is due on %s while nobody was met", (risk, expected) => {
    expect(next([], risk)).toBe(expected);
  });

  it("counts from the last one in person up to the day, and from no call", () => {
    const visits: Visit[] = [
      { on: d("2021-03-10"), method: "station_interview" },
      { on: d("2021-04-10"), method: "phone" },
      { on: d("2021-05-10"), method: "home_visit" },
    ];
    expect(next(visits, "high", "2021-05-09")).toBe("2021-04-10");
    expect(next(visits, "high", "2021-05-10")).toBe("2021-06-10");
  });

  it("is the day that the last one proposed, where that comes sooner", () => {
    const met = (nextOn: string): Visit[] => [
      { on: d("2021-03-10"), method: "home_visit", nextOn: d(nextOn) },
    ];
    expect(next(met("2021-04-01"), "medium")).toBe("2021-04-01");
    expect(next(met("2021-08-01"), "medium")).toBe("2021-06-10");
  });
});

it("evidence is the stronger the closer the person was", () => {
  const byStrength = VISIT_METHODS.map(({ code }) => code).sort(
    (a, b) => evidenceStrength(b) - evidenceStrength(a),
  );
  expect(byStrength).toEqual(["station_interview", "home_visit", "video", "phone", "family"]);
});
