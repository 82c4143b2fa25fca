import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../supervision/case-event.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import { NATIONAL_LAW } from "./law.ts";
import { lawEffects, rulesConcerning } from "./law-effect.ts";
import { contentOfRule, lawWith } from "./law-version.ts";
import { ruleOn } from "./rule.ts";

const d = plainDate;
const facts = (events: readonly CaseEvent[]) => ({
  caseId: "case",
  stationId: "station",
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
  history: { measure: "community_detox" as const, termMonths: 36, events },
});
const received: CaseEvent = { kind: "received", on: d("2021-12-20") };
const reported: CaseEvent = { kind: "reported", on: d("2021-12-22") };
const tenDays = (from: string) =>
  lawWith(NATIONAL_LAW, [
    {
      subject: "rule",
      inForceFrom: d(from),
      content: {
        ...contentOfRule(ruleOn("T1", d("2021-01-01"), NATIONAL_LAW.rules)),
        period: { amount: 10, unit: "day", counting: "natural", rollsOver: true },
      },
    },
  ]);

describe("what a new version changes", () => {
  it("is nothing for a case whose clock started before it", () => {
    expect(lawEffects(facts([received]), d("2021-12-31"), NATIONAL_LAW, tenDays("2021-12-21"))).toEqual([]);
  });

  it("is the deadline and the day on which the state turns for one from that day on", () => {
    expect(lawEffects(facts([received]), d("2021-12-31"), NATIONAL_LAW, tenDays("2021-12-20"))).toMatchObject(
      [
        { code: "report_deadline", before: "2022-01-04", after: "2021-12-30" },
        { code: "history" },
        { code: "duties", before: "衔接报到手续2022-01-04", after: "逾期未报到处置2021-12-30" },
      ],
    );
  });

  it("is the end of a term under another last day, and the windows of another plan", () => {
    const after = lawWith(NATIONAL_LAW, [
      {
        subject: "setting",
        inForceFrom: d("2021-12-01"),
        content: { key: "term_last_day", value: "anniversary" },
      },
      {
        subject: "test_plan",
        inForceFrom: d("2021-12-01"),
        content: { measure: "community_detox", testsPerYear: [12, 12, 12] },
      },
    ]);
    const effects = lawEffects(facts([received, reported]), d("2021-12-31"), NATIONAL_LAW, after);
    expect(effects).toMatchObject([
      { code: "term_end", before: "2024-12-21", after: "2024-12-22" },
      { code: "test_windows", before: "共22个，本期至2022-01-21", after: "共36个，本期至2022-01-21" },
      { code: "history" },
      { code: "duties", before: "期满准备2024-12-21", after: "期满准备2024-12-22" },
    ]);
  });

  it("is the next visit under another rhythm, and no other duty", () => {
    const value = { high: 1, medium: 1, low: 1, unset: 1 };
    const after = lawWith(NATIONAL_LAW, [
      { subject: "setting", inForceFrom: d("2021-12-01"), content: { key: "visit_months", value } },
    ]);
    expect(lawEffects(facts([received, reported]), d("2021-12-31"), NATIONAL_LAW, after)).toEqual([
      { code: "duties", before: "走访谈话2022-03-22", after: "走访谈话2022-01-22" },
    ]);
  });
});

describe("what another number in T8 changes", () => {
  const refusedOn = ["2021-12-24", "2021-12-28"].map(d);
  const given = {
    ...facts([received, reported]),
    tests: refusedOn.map((on) => ({ id: on, on, method: "urine" as const, result: "refused" as const })),
    documents: refusedOn.map((on) => ({
      id: on,
      kind: "test_notice" as const,
      number: null,
      issuedOn: addDays(on, -1),
      receipts: [
        {
          method: "mail" as const,
          issuedOn: addDays(on, -1),
          servedOn: addDays(on, -1),
          receivedBy: null,
          relation: null,
          refusal: null,
          witness: null,
          servers: [],
        },
      ],
    })),
  };
  const content = contentOfRule(ruleOn("T8", d("2021-01-01"), NATIONAL_LAW.rules));
  const twice = (from: string) =>
    lawWith(NATIONAL_LAW, [
      {
        subject: "rule",
        inForceFrom: d(from),
        content: { ...content, says: "2次以上", limits: { ...content.limits, refusals: 2 } },
      },
    ]);
  const effects = (case_: typeof given, from: string) =>
    lawEffects(case_, d("2021-12-31"), NATIONAL_LAW, twice(from));

  it("is the counter and how serious it is, for a term from that day on", () => {
    expect(effects(given, "2021-12-22")).toMatchObject([
      {
        code: "breaches",
        before: "逃避或者拒绝接受检测次数2 / 3、较严重违反",
        after: "逃避或者拒绝接受检测次数2 / 2、严重违反协议",
      },
      { code: "duties" },
    ]);
  });

  it("is nothing for an older term, and nothing for who has broken nothing", () => {
    expect(effects(given, "2021-12-23")).toEqual([]);
    expect(effects({ ...given, tests: [] }, "2021-12-22")).toEqual([]);
  });
});

describe("rules that concern a case", () => {
  it.each([
    ["pending_report", "reported", ["T1", "T18"], ["T3", "W1"]],
    ["active", null, ["T3", "W1", "V1", "I1"], ["T1", "T13"]],
    ["suspended", null, ["T13"], ["T3", "W1"]],
    ["reported", "agreement", ["T6", "T3"], ["H7"]],
  ] as const)("%s at %s", (state, intakeRung, among, notAmong) => {
    const rules = rulesConcerning({ measure: "community_detox", state, intakeRung });
    expect(rules).toEqual(expect.arrayContaining([...among]));
    for (const id of notAmong) expect(rules).not.toContain(id);
    expect(new Set(rules).size).toBe(rules.length);
  });
});
