import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import type { DrugTest, TestResult, TestStep, TestStepKind } from "./drug-test.ts";
import { fulfilsWindow, resultOf, wasTaken } from "./drug-test.ts";
import { positiveStanding } from "./positive-standing.ts";
import { stepObstacles } from "./test-steps.ts";

const d = plainDate;
const step = (kind: TestStepKind, on: string, result?: TestResult): TestStep => ({
  kind,
  on: d(on),
  ...(result && { result }),
});
const test = (result: TestResult, ...steps: TestStep[]): DrugTest => ({
  on: d("2021-09-10"),
  method: "urine",
  result,
  steps,
});
const standing = (given: DrugTest, asOf = "2021-12-31") => positiveStanding(given, d(asOf), NATIONAL_LAW);

describe("the result that holds", () => {
  it("is that of the re-test over the laboratory over what was taken down", () => {
    const lab = step("lab_result", "2021-09-12", "positive");
    const retest = step("retest_result", "2021-09-20", "negative");
    expect(resultOf(test("pending"))).toBe("pending");
    expect(resultOf(test("pending", lab))).toBe("positive");
    expect(resultOf(test("positive", lab, retest))).toBe("negative");
  });

  it("decides whether a window is fulfilled, and not whether the person was there", () => {
    const spoilt = test("pending", step("lab_result", "2021-09-12", "invalid"));
    expect(fulfilsWindow(spoilt)).toBe(false);
    expect(wasTaken(spoilt)).toBe(true);
    expect(fulfilsWindow(test("pending"))).toBe(false);
    expect(fulfilsWindow(test("pending", step("lab_result", "2021-09-12", "negative")))).toBe(true);
  });
});

describe("a positive result", () => {
  it("is none for a test that never was positive, nor before it was", () => {
    expect(standing(test("negative"))).toBeUndefined();
    expect(standing(test("positive"), "2021-09-09")).toBeUndefined();
    const lab = test("pending", step("lab_result", "2021-09-14", "positive"));
    expect(standing(lab, "2021-09-13")).toBeUndefined();
    expect(standing(lab, "2021-09-14")).toMatchObject({ stage: "to_review", foundOn: "2021-09-14" });
  });

  it("goes from review to the answer of the police", () => {
    const confirmed = step("confirmed", "2021-09-10");
    const informed = step("police_informed", "2021-09-13");
    const answered = step("police_answered", "2021-09-15");
    expect(standing(test("positive"))?.stage).toBe("to_review");
    expect(standing(test("positive", confirmed))?.stage).toBe("to_report");
    expect(standing(test("positive", confirmed, informed))?.stage).toBe("informed");
    expect(standing(test("positive", confirmed, informed, answered))?.stage).toBe("answered");
    expect(standing(test("positive", confirmed, informed, answered), "2021-09-14")?.stage).toBe("informed");
    expect(standing(test("positive", step("not_confirmed", "2021-09-10")))?.stage).toBe("not_confirmed");
    expect(standing(test("positive", step("lab_result", "2021-09-12", "negative")))?.stage).toBe(
      "overturned",
    );
  });

  it("is reported by the next working day, past a weekend and a holiday", () => {
    // a Friday; the Saturday of make-up work before the National Day counts
    expect(standing(test("positive"))?.reportBy).toBe("2021-09-13");
    expect(standing({ ...test("positive"), on: d("2021-09-17") })?.reportBy).toBe("2021-09-18");
    expect(standing({ ...test("positive"), on: d("2021-09-30") })?.reportBy).toBe("2021-10-08");
  });

  it("gives three days to ask for a re-test and three to decide, rolled past rest days", () => {
    expect(standing(test("positive"))?.retest).toBeUndefined();
    const confirmed = step("confirmed", "2021-09-28");
    const asked = step("retest_requested", "2021-10-08");
    expect(standing(test("positive", confirmed))?.retest).toMatchObject({
      askBy: "2021-10-08",
      askedOn: undefined,
      decideBy: undefined,
    });
    expect(standing(test("positive", confirmed, asked))?.retest).toMatchObject({
      askedOn: "2021-10-08",
      decideBy: "2021-10-11",
      sendBy: "2021-10-14",
    });
  });
});

describe("the steps that can follow", () => {
  const can = (given: DrugTest) =>
    Object.entries(stepObstacles(given, d("2021-12-31"), NATIONAL_LAW))
      .filter(([, reason]) => reason === undefined)
      .map(([kind]) => kind);

  it("are offered in their order only", () => {
    const confirmed = step("confirmed", "2021-09-10");
    const informed = step("police_informed", "2021-09-13");
    expect(can(test("refused"))).toEqual([]);
    expect(can(test("negative"))).toEqual(["lab_result"]);
    expect(can(test("pending"))).toEqual(["lab_result"]);
    expect(can(test("positive"))).toEqual(["lab_result", "confirmed", "not_confirmed"]);
    expect(can(test("positive", confirmed))).toEqual(["lab_result", "retest_requested", "police_informed"]);
    expect(can(test("positive", confirmed, informed))).toEqual([
      "lab_result",
      "retest_requested",
      "police_answered",
    ]);
    expect(can(test("positive", step("not_confirmed", "2021-09-10")))).toEqual(["lab_result"]);
  });
});
