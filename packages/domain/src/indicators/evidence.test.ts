import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { CaseEvent } from "../supervision/case-event.ts";
import type { TestResult } from "../testing/drug-test.ts";
import { plainDate } from "../time/plain-date.ts";
import type { VisitMethod } from "../visit/visit.ts";
import type { EvidenceFacts } from "./evidence.ts";
import { evidenceRate, provenWithin } from "./evidence.ts";

const d = plainDate;
const asOf = d("2021-12-31");
const reported: CaseEvent[] = [
  { kind: "received", on: d("2021-03-01") },
  { kind: "reported", on: d("2021-03-10") },
];

function facts(given: Partial<EvidenceFacts>, events: readonly CaseEvent[] = reported): EvidenceFacts {
  const history = { measure: "community_detox", termMonths: 36, events } as const;
  return { caseId: "a", stationId: "north", history, leaves: [], tests: [], visits: [], ...given };
}

function visit(on: string, method: VisitMethod): Partial<EvidenceFacts> {
  return { visits: [{ on: d(on), method }] };
}

function test(on: string, result: TestResult): Partial<EvidenceFacts> {
  return { tests: [{ on: d(on), method: "urine", result }] };
}

describe("evidence of control", () => {
  it.each([
    ["home_visit", visit("2021-12-31", "home_visit")],
    ["home_visit", visit("2021-12-01", "home_visit")],
    ["none", visit("2021-11-30", "home_visit")],
    ["none", visit("2022-01-01", "home_visit")],
    ["station_interview", visit("2021-12-20", "station_interview")],
    ["none", visit("2021-12-20", "phone")],
    ["none", visit("2021-12-20", "video")],
    ["test", test("2021-12-20", "positive")],
    ["test", test("2021-12-20", "invalid")],
    ["none", test("2021-12-20", "refused")],
    ["none", test("2021-12-20", "absent")],
  ] as const)("%s within 30 days: %o", (kind, given) => {
    expect(provenWithin(facts(given), asOf, 30, NATIONAL_LAW)?.kind).toBe(kind);
  });

  it("takes the report-in as a meeting", () => {
    expect(provenWithin(facts({}), d("2021-04-09"), 30, NATIONAL_LAW)).toMatchObject({
      proven: true,
      kind: "report_in",
      lastContact: { on: "2021-03-10" },
    });
    expect(provenWithin(facts({}), d("2021-04-10"), 30, NATIONAL_LAW)?.proven).toBe(false);
  });

  it("needs no meeting in custody or in the report period", () => {
    const custody: CaseEvent[] = [...reported, { kind: "suspended", on: d("2021-06-01") }];
    expect(provenWithin(facts({}, custody), asOf, 30, NATIONAL_LAW)?.kind).toBe("in_custody");
    const fresh: CaseEvent[] = [{ kind: "received", on: d("2021-12-24") }];
    expect(provenWithin(facts({}, fresh), asOf, 30, NATIONAL_LAW)?.kind).toBe("in_report_period");
  });

  it("is nothing where the person is not controlled, however recent the meeting", () => {
    const lost: CaseEvent[] = [...reported, { kind: "lost_contact", on: d("2021-12-30") }];
    const evidence = provenWithin(facts(visit("2021-12-29", "home_visit"), lost), asOf, 30, NATIONAL_LAW);
    expect(evidence).toMatchObject({ proven: false, kind: "not_controlled" });
  });

  it("counts over the whole register", () => {
    const ended: CaseEvent[] = [...reported, { kind: "died", on: d("2021-06-01") }];
    const cases = [facts(visit("2021-12-20", "home_visit")), facts({}), facts({}, ended)];
    const rate = evidenceRate(cases, asOf, 30, NATIONAL_LAW);
    expect(rate).toMatchObject({ numerator: 1, denominator: 2, days: 30 });
    expect(rate.stations).toEqual([{ stationId: "north", numerator: 1, denominator: 2 }]);
    expect(rate.people).toHaveLength(2);
  });
});
