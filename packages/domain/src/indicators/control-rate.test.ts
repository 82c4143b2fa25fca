import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { Leave } from "../leave/leave.ts";
import type { CaseEvent, CaseEventKind } from "../supervision/case-event.ts";
import { CASE_EVENT_KINDS } from "../supervision/case-event.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import { controlRate } from "./control-rate.ts";
import type { ControlFacts } from "./control-reason.ts";
import { controlReasonOn, controlVerdictOn } from "./control-reason.ts";

const d = plainDate;
const asOf = d("2021-12-31");

type Fact = readonly [kind: CaseEventKind, on: string];

const active: readonly Fact[] = [
  ["received", "2021-03-01"],
  ["reported", "2021-03-10"],
  ["agreement_signed", "2021-03-12"],
];

function person(caseId: string, facts: readonly Fact[], leaves: readonly Leave[] = []): ControlFacts {
  const events = facts.map(([kind, on]): CaseEvent => ({ kind, on: d(on) }));
  return {
    caseId,
    stationId: caseId < "m" ? "north" : "south",
    history: { measure: "community_detox", termMonths: 36, events },
    leaves,
  };
}

function reason(facts: readonly Fact[], leaves: readonly Leave[] = []): string | undefined {
  return controlReasonOn(person("a", facts, leaves), asOf, NATIONAL_LAW);
}

const overdue: Leave = { from: d("2021-11-01"), dueBack: d("2021-11-11") };
const away: Leave = { from: d("2021-12-25"), dueBack: d("2022-01-05") };

describe("control reason", () => {
  it.each<[string, readonly Fact[], readonly Leave[]]>([
    ["under_supervision", active, []],
    ["awaiting_agreement", active.slice(0, 2), []],
    ["in_report_period", [["received", "2021-12-16"]], []],
    ["not_reported", [["received", "2021-12-15"]], []],
    [
      "not_reported",
      [
        ["received", "2021-06-01"],
        ["no_show_referred", "2021-07-01"],
      ],
      [],
    ],
    ["lost_contact", [...active, ["lost_contact", "2021-08-01"]], []],
    ["under_supervision", [...active, ["lost_contact", "2021-08-01"], ["found", "2021-12-31"]], []],
    ["suspended", [...active, ["suspended", "2021-12-31"]], []],
    ["breach_referred", [...active, ["breach_referred", "2021-12-01"]], []],
    ["in_transfer", [...active, ["transfer_started", "2021-12-01"]], []],
    [
      "awaiting_release",
      [
        ["received", "2018-12-01"],
        ["reported", "2018-12-31"],
      ],
      [],
    ],
    ["on_leave", active, [away]],
    ["leave_overdue", active, [away, overdue]],
  ])("%s", (expected, facts, leaves) => {
    expect(reason(facts, leaves)).toBe(expected);
  });

  it("is not changed by a leave where the person is missing or in custody", () => {
    expect(reason([...active, ["lost_contact", "2021-12-01"]], [overdue])).toBe("lost_contact");
    expect(reason([...active, ["suspended", "2021-12-01"]], [overdue])).toBe("suspended");
  });

  it("stays uncontrolled when the term ends during an overstay", () => {
    const ended: readonly Fact[] = [["reported", "2018-12-01"]];
    expect(reason(ended, [overdue])).toBe("leave_overdue");
    expect(reason(ended, [away])).toBe("awaiting_release");
  });

  it("tells since when and by which rule", () => {
    expect(controlVerdictOn(person("a", active, [overdue]), asOf, NATIONAL_LAW)).toEqual({
      registered: true,
      controlled: false,
      reason: "leave_overdue",
      since: "2021-11-12",
      ruleId: "T7",
    });
  });
});

describe("control rate", () => {
  const county = [
    person("a", active),
    person("b", [...active, ["lost_contact", "2021-08-01"]]),
    person("n", [...active, ["suspended", "2021-08-01"]]),
    person("o", [["received", "2021-06-01"]]),
    person("p", [...active, ["released", "2021-12-31"]]),
    person("q", [["ordered", "2021-12-31"]]),
  ];

  it("counts people, reasons and stations that sum to the register", () => {
    const rate = controlRate(county, asOf, NATIONAL_LAW);
    expect(rate).toMatchObject({ numerator: 2, denominator: 4 });
    expect(rate.reasons).toMatchObject({
      under_supervision: 1,
      lost_contact: 1,
      suspended: 1,
      not_reported: 1,
    });
    expect(rate.stations).toEqual([
      { stationId: "north", numerator: 1, denominator: 2 },
      { stationId: "south", numerator: 1, denominator: 2 },
    ]);
    expect(rate.excluded).toEqual([
      { caseId: "p", stationId: "south", reason: "released" },
      { caseId: "q", stationId: "south", reason: "not_received" },
    ]);
  });

  it("answers for a past day from the facts of that day", () => {
    const rate = controlRate(county, d("2021-06-10"), NATIONAL_LAW);
    expect(rate).toMatchObject({ numerator: 5, denominator: 5 });
    expect(rate.reasons).toMatchObject({ under_supervision: 4, in_report_period: 1, lost_contact: 0 });
  });

  it("sums whatever happened", () => {
    const kinds = CASE_EVENT_KINDS.map(({ code }) => code);
    const facts = fc.array(
      fc
        .tuple(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 1500 }))
        .map(([kind, days]): Fact => [kind, addDays(d("2019-01-01"), days)]),
      { maxLength: 12 },
    );
    const cases = fc.array(facts, { maxLength: 8 });
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 1600 }), (given, days) => {
        const rate = controlRate(
          given.map((facts, index) => person(index % 2 === 0 ? `a${index}` : `s${index}`, facts)),
          addDays(d("2019-01-01"), days),
          NATIONAL_LAW,
        );
        const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);
        expect(sum(Object.values(rate.reasons))).toBe(rate.denominator);
        expect(sum(rate.stations.map((station) => station.denominator))).toBe(rate.denominator);
        expect(sum(rate.stations.map((station) => station.numerator))).toBe(rate.numerator);
        expect(rate.people.length + rate.excluded.length).toBe(given.length);
      }),
    );
  });
});
