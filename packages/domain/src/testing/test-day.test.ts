import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { CaseEvent } from "../supervision/case-event.ts";
import type { CaseHistory } from "../supervision/case-history.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import type { DrugTest } from "./drug-test.ts";
import type { TestDayFacts } from "./test-day.ts";
import { testCallOn, testObstacle } from "./test-day.ts";
import { testerGaps } from "./testers.ts";
import { windowStrip } from "./window-strip.ts";

const d = plainDate;
const started: CaseEvent[] = [
  { kind: "received", on: d("2021-03-10") },
  { kind: "reported", on: d("2021-03-15") },
  { kind: "agreement_signed", on: d("2021-03-16") },
];
const history = (...more: CaseEvent[]): CaseHistory => ({
  measure: "community_detox",
  termMonths: 36,
  events: [...started, ...more],
});
const urine = (on: string): DrugTest => ({ on: d(on), method: "urine", result: "negative" });
const facts = (given: Partial<TestDayFacts> = {}): TestDayFacts => ({
  history: history(),
  tests: [],
  leaves: [],
  delegations: [],
  ...given,
});
const excuse = (given: Partial<TestDayFacts>, on: string) =>
  testCallOn(facts(given), d(on), NATIONAL_LAW).excuse;

describe("who is called to a test day", () => {
  it("is whoever has an open window without a test, on its first and last day too", () => {
    for (const on of ["2021-03-16", "2021-04-14", "2021-04-15", "2024-03-14"]) {
      expect(excuse({}, on)).toBeUndefined();
    }
    expect(excuse({ tests: [urine("2021-04-14")] }, "2021-04-14")).toBe("covered");
    expect(excuse({ tests: [urine("2021-04-14")] }, "2021-04-15")).toBeUndefined();
    expect(testCallOn(facts(), d("2021-06-01"), NATIONAL_LAW)).toMatchObject({
      window: { index: 3, from: "2021-05-15", to: "2021-06-14" },
    });
  });

  it("is nobody who is not in the measure that day", () => {
    expect(excuse({}, "2021-03-09")).toBe("not_registered");
    expect(excuse({}, "2021-03-12")).toBe("not_reported");
    expect(excuse({}, "2021-03-15")).toBe("not_agreed");
    expect(excuse({}, "2024-03-15")).toBe("expired");
    const ended = history({ kind: "terminated", on: d("2021-06-01") });
    expect(excuse({ history: ended }, "2021-06-01")).toBe("not_registered");
  });

  it("is nobody in custody, sought, reported away or tested elsewhere", () => {
    const held = history(
      { kind: "suspended", on: d("2021-06-01"), ground: "detained" },
      { kind: "resumed", on: d("2021-06-11") },
    );
    expect(excuse({ history: held }, "2021-06-10")).toBe("suspended");
    expect(excuse({ history: held }, "2021-06-11")).toBeUndefined();
    expect(excuse({ history: history({ kind: "lost_contact", on: d("2021-06-01") }) }, "2021-06-02")).toBe(
      "missing",
    );
    const away = { from: d("2021-06-01"), dueBack: d("2021-06-05") };
    expect(excuse({ leaves: [{ ...away, kind: "reported" }] }, "2021-06-05")).toBe("on_leave");
    expect(excuse({ leaves: [{ ...away, kind: "reported" }] }, "2021-06-06")).toBeUndefined();
    expect(excuse({ leaves: [{ ...away, kind: "unreported" }] }, "2021-06-03")).toBeUndefined();
    const asked = {
      id: "1",
      requestedOn: d("2021-06-01"),
      wantedFrom: d("2021-06-01"),
      wantedTo: d("2021-06-10"),
      receiptOn: undefined,
      cancelledOn: undefined,
    };
    expect(excuse({ delegations: [asked] }, "2021-06-10")).toBe("delegated");
    expect(excuse({ delegations: [asked] }, "2021-06-11")).toBeUndefined();
    expect(
      excuse({ delegations: [{ ...asked, cancelledOn: d("2021-06-02") }] }, "2021-06-05"),
    ).toBeUndefined();
  });
});

describe("a stay in hospital", () => {
  const inHospital = history(
    { kind: "hospitalised", on: d("2021-06-01") },
    { kind: "discharged", on: d("2021-06-11") },
  );
  const obstacle = (on: string, result: "absent" | "refused" | "negative") =>
    testObstacle(facts({ history: inHospital }), d(on), result, NATIONAL_LAW);

  it("excuses from its first day to the day before the discharge", () => {
    expect(excuse({ history: inHospital }, "2021-05-31")).toBeUndefined();
    expect(excuse({ history: inHospital }, "2021-06-01")).toBe("in_hospital");
    expect(excuse({ history: inHospital }, "2021-06-10")).toBe("in_hospital");
    expect(excuse({ history: inHospital }, "2021-06-11")).toBeUndefined();
  });

  it("excuses who does not come, and nobody who refuses to the face", () => {
    expect(obstacle("2021-06-05", "absent")).toBe("当日住院，不在应检名单，不能登记未到或者拒检");
    expect(obstacle("2021-06-05", "refused")).toBeUndefined();
    expect(obstacle("2021-06-05", "negative")).toBeUndefined();
    expect(obstacle("2021-06-11", "absent")).toBeUndefined();
  });
});

describe("the strip of windows", () => {
  const states = (given: CaseHistory, tests: DrugTest[], asOf: string) =>
    windowStrip(given, tests, d(asOf), NATIONAL_LAW).map(({ state }) => state);

  it("says of each window how it stands", () => {
    const strip = states(history(), [urine("2021-03-20")], "2021-05-14");
    expect(strip).toHaveLength(22);
    expect(strip.slice(0, 4)).toEqual(["covered", "open", "future", "future"]);
    expect(states(history(), [], "2021-05-15").slice(0, 3)).toEqual(["missed", "missed", "open"]);
  });

  it("is longer where a stop lies over a window, and ends with the measure", () => {
    const held = history(
      { kind: "suspended", on: d("2021-04-01"), ground: "arrested" },
      { kind: "resumed", on: d("2021-05-01") },
    );
    const [first, second] = windowStrip(held, [], d("2021-06-01"), NATIONAL_LAW);
    expect(first).toMatchObject({ from: "2021-03-15", to: "2021-05-14", stoppedDays: 30, state: "missed" });
    expect(second).toMatchObject({ from: "2021-05-15", stoppedDays: 0, state: "open" });
    expect(states(held, [], "2021-04-10")[0]).toBe("suspended");
    const died = history({ kind: "died", on: d("2021-05-01") });
    expect(states(died, [], "2021-12-31").slice(0, 3)).toEqual(["missed", "void", "void"]);
  });

  it("gives every test to one window at most, and never tests the same window twice", () => {
    const days = fc.array(fc.integer({ min: 0, max: 1100 }), { maxLength: 60 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1200 }), (given, later) => {
        const tests = given.map((day) => urine(addDays(d("2021-03-15"), day)));
        const strip = windowStrip(history(), tests, addDays(d("2021-03-15"), later), NATIONAL_LAW);
        const used = strip.flatMap(({ test }) => test ?? []);
        expect(new Set(used).size).toBe(used.length);
        for (const { state, test, from, to } of strip) {
          expect(state === "covered").toBe(test !== undefined);
          expect(test === undefined || (from <= test.on && test.on <= to)).toBe(true);
        }
      }),
    );
  });
});

describe("who takes a sample", () => {
  const two = { tester: "甲", secondTester: "乙", womanCollector: null };

  it("are two, and for a woman's urine one of them a woman", () => {
    expect(testerGaps(two, [{ method: "urine", sex: "male" }])).toEqual([]);
    expect(testerGaps({ ...two, secondTester: "甲" }, [])).toEqual(["second_tester"]);
    expect(testerGaps(two, [{ method: "urine", sex: "female" }])).toEqual(["woman_collector"]);
    expect(testerGaps(two, [{ method: "hair", sex: "female" }])).toEqual([]);
    expect(testerGaps(two, [{ method: "urine", sex: null }])).toEqual(["sex_unknown"]);
    expect(testerGaps({ ...two, womanCollector: "乙" }, [{ method: "urine", sex: "female" }])).toEqual([]);
    expect(testerGaps({ ...two, womanCollector: "丙" }, [])).toEqual(["collector_not_tester"]);
  });
});
