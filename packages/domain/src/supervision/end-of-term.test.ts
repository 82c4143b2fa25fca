import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { DrugTest } from "../testing/drug-test.ts";
import { addDays, addMonths, plainDate } from "../time/plain-date.ts";
import type { CaseEventKind } from "./case-event.ts";
import type { EndItemCode } from "./end-items.ts";
import { endReadiness, missedWindows } from "./end-of-term.ts";
import type { SupervisionFacts } from "./supervision-facts.ts";

const d = plainDate;

// three years from 10 July 2018: the last day is 9 July 2021
function factsOf(more: Partial<SupervisionFacts> = {}, steps: readonly [CaseEventKind, string][] = []) {
  const events: [CaseEventKind, string][] = [
    ["received", "2018-07-01"],
    ["acknowledged", "2018-07-02"],
    ["reported", "2018-07-10"],
    ["agreement_signed", "2018-07-11"],
    ...steps,
  ];
  return {
    caseId: "c",
    stationId: "s",
    history: {
      measure: "community_detox",
      termMonths: 36,
      events: events.map(([kind, on]) => ({ kind, on: d(on) })),
    },
    leaves: [],
    tests: [],
    visits: [],
    documents: [],
    goals: [],
    delegations: [],
    breaches: [],
    openApprovals: [],
    snoozes: [],
    riskLevel: undefined,
    ...more,
  } satisfies SupervisionFacts;
}

const paper = (kind: SupervisionFacts["documents"][number]["kind"], on: string) => ({
  id: kind + on,
  kind,
  number: "1号",
  issuedOn: d(on),
  receipts: [],
});

const ready = (facts: SupervisionFacts, asOf: string) => endReadiness(facts, d(asOf), NATIONAL_LAW);
const item = (facts: SupervisionFacts, asOf: string, code: EndItemCode) =>
  ready(facts, asOf)?.items.find((each) => each.code === code);

/** One test a month: every window of every plan is covered. */
const monthly: DrugTest[] = Array.from({ length: 36 }, (_, month) => ({
  on: addDays(addMonths(d("2018-07-10"), month), 5),
  method: "urine",
  result: "negative",
}));

describe("the days before the end", () => {
  it.each([
    ["2021-05-09", 61, undefined],
    ["2021-05-10", 60, 60],
    ["2021-06-08", 31, 60],
    ["2021-06-09", 30, 30],
    ["2021-07-01", 8, 30],
    ["2021-07-02", 7, 7],
    ["2021-07-09", 0, 7],
  ])("on %s: %i days, reminder %s", (asOf, daysLeft, reminder) => {
    expect(ready(factsOf(), asOf)).toMatchObject({ endOn: "2021-07-09", daysLeft, reminder, expired: false });
  });

  it("are over on the day after the last", () => {
    expect(ready(factsOf(), "2021-07-10")).toMatchObject({ daysLeft: -1, expired: true, reminder: 7 });
  });

  it("move with a suspension and end with the case", () => {
    const held = factsOf({}, [
      ["suspended", "2021-07-01"],
      ["resumed", "2021-07-11"],
    ]);
    expect(ready(held, "2021-07-11")).toMatchObject({ endOn: "2021-07-19", daysLeft: 8 });
    expect(ready(factsOf({}, [["died", "2021-06-01"]]), "2021-07-11")).toBeUndefined();
  });

  it("leave the police seven days for their word to the township", () => {
    // 16 July 2021 is a Friday
    expect(ready(factsOf(), "2021-07-01")?.noticeDueOn).toBe("2021-07-16");
  });
});

describe("what is to be ready", () => {
  it("asks for the agreement of the present place", () => {
    expect(item(factsOf(), "2021-07-01", "agreement")).toMatchObject({ present: true });
    const moved = factsOf({}, [
      ["transfer_started", "2021-01-01"],
      ["transferred_within", "2021-01-02"],
    ]);
    expect(item(moved, "2021-07-01", "agreement")?.because).toBe("在现执行地没有签订协议");
  });

  it("asks for the letter to the police until it was sent or the notice came", () => {
    expect(item(factsOf(), "2021-07-10", "release_request")).toMatchObject({
      present: false,
      because: "尚未发函",
    });
    const sent = factsOf({ documents: [paper("release_request", "2021-07-05")] });
    expect(item(sent, "2021-07-04", "release_request")?.present).toBe(false);
    expect(item(sent, "2021-07-05", "release_request")).toMatchObject({
      present: true,
      because: "2021-07-05发函 1号",
    });
    expect(item(sent, "2021-07-05", "release_notice")?.present).toBe(false);
    const came = factsOf({ documents: [paper("release_notice", "2021-07-10")] });
    expect(item(came, "2021-07-10", "release_request")).toMatchObject({
      present: true,
      because: "已收到解除通知书，不必发函",
    });
  });

  it("counts windows without a test until the assessment says why", () => {
    const none = factsOf();
    expect(missedWindows(none, d("2021-07-10"), NATIONAL_LAW)).toBe(22);
    expect(item(none, "2021-07-10", "test_windows")?.because).toBe("22个窗口缺测，须在期满评估中说明");
    const explained = factsOf({ documents: [paper("end_assessment", "2021-07-05")] });
    expect(item(explained, "2021-07-10", "test_windows")).toMatchObject({ present: true });
    const tested = factsOf({ tests: monthly });
    expect(item(tested, "2021-07-10", "test_windows")).toEqual({
      code: "test_windows",
      present: true,
      because: "没有缺测的窗口",
    });
    expect(item(tested, "2021-02-10", "test_windows")?.present).toBe(false);
  });

  it("asks for one assessment a year, and for the last in its place", () => {
    expect(item(factsOf(), "2021-07-10", "annual_assessments")?.because).toBe("应有2份，已有0份");
    const made = factsOf({
      documents: [paper("annual_assessment", "2019-07-12"), paper("annual_assessment", "2020-07-12")],
    });
    expect(item(made, "2021-07-10", "annual_assessments")?.present).toBe(true);
    expect(item(made, "2021-07-10", "end_assessment")?.because).toBe("尚未制作");
  });

  it("names what is still open", () => {
    expect(item(factsOf(), "2021-07-01", "open_matters")?.because).toBe("没有未了事项");
    const open = factsOf({}, [["breach_referred", "2021-06-01"]]);
    expect(item(open, "2021-07-01", "open_matters")).toMatchObject({
      present: false,
      because: "公安机关回执、处理结果",
    });
  });

  it("knows of the notice once it is proposed or on file", () => {
    expect(item(factsOf(), "2021-07-10", "release_notice")?.present).toBe(false);
    expect(
      item(factsOf({ openApprovals: [{ kind: "release" }] }), "2021-07-10", "release_notice")?.present,
    ).toBe(true);
    const filed = factsOf({ documents: [paper("release_notice", "2021-07-10")] });
    expect(item(filed, "2021-07-10", "release_notice")?.because).toBe("2021-07-10 1号");
  });
});
