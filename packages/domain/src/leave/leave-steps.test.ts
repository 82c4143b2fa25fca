import { describe, expect, it } from "vitest";
import { caseSpans } from "../indicators/case-spans.ts";
import { NATIONAL_LAW } from "../law/law.ts";
import type { Law } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import type { Leave, LeaveStep } from "./leave.ts";
import { dueBackOn, isAwayOn, isOverdueOn, leaveStandingOn, leaveTotals } from "./leave.ts";

const d = plainDate;
const step = (kind: LeaveStep["kind"], on: string, dueBack?: string): LeaveStep => ({
  kind,
  on: d(on),
  ...(dueBack !== undefined && { dueBack: d(dueBack) }),
});
const leaveWith = (...steps: LeaveStep[]): Leave => ({
  requestedOn: d("2021-04-28"),
  from: d("2021-05-01"),
  dueBack: d("2021-05-10"),
  steps,
});
const asking = (fromDays: number): Law => ({
  ...NATIONAL_LAW,
  settings: [
    ...NATIONAL_LAW.settings,
    { key: "leave_approval_from_days", inForceFrom: d("2020-01-01"), value: fromDays },
  ],
});
const standing = (leave: Leave, asOf: string, law: Law = NATIONAL_LAW) =>
  leaveStandingOn(leave, d(asOf), law);

describe("a leave with its steps", () => {
  it.each([
    ["2021-04-28", "planned"],
    ["2021-05-01", "away"],
    ["2021-05-10", "away"],
    ["2021-05-11", "overdue"],
  ] as const)("stands on %s as %s while nothing follows", (asOf, expected) => {
    expect(standing(leaveWith(), asOf)).toBe(expected);
  });

  it("waits for a decision only where the county decides, from so many days on", () => {
    expect(standing(leaveWith(), "2021-04-29", asking(10))).toBe("to_decide");
    expect(standing(leaveWith(), "2021-04-29", asking(11))).toBe("planned");
    expect(standing(leaveWith(step("approved", "2021-04-29")), "2021-04-29", asking(10))).toBe("planned");
    expect(standing(leaveWith(step("refused", "2021-04-29")), "2021-05-05", asking(10))).toBe("refused");
  });

  it("is extended from the day of the extension on, which heals no day before", () => {
    const inTime = leaveWith(step("extended", "2021-05-09", "2021-05-20"));
    expect(dueBackOn(inTime, d("2021-05-08"))).toBe("2021-05-10");
    expect(isOverdueOn(inTime, d("2021-05-20"))).toBe(false);
    expect(standing(inTime, "2021-05-21")).toBe("overdue");
    const late = leaveWith(step("extended", "2021-05-13", "2021-05-20"));
    expect(isOverdueOn(late, d("2021-05-12"))).toBe(true);
    expect(isOverdueOn(late, d("2021-05-13"))).toBe(false);
  });

  it("ends on the day of return", () => {
    const back = leaveWith(step("returned", "2021-05-12"));
    expect(isAwayOn(back, d("2021-05-11"))).toBe(true);
    expect(isOverdueOn(back, d("2021-05-11"))).toBe(true);
    expect(isAwayOn(back, d("2021-05-12"))).toBe(false);
    expect(standing(back, "2021-05-12")).toBe("returned");
    expect(leaveTotals([back], d("2021-05-01"), d("2021-05-31"))).toEqual({
      leaves: 1,
      daysAway: 11,
      overstays: 1,
      overstayDays: 1,
    });
  });

  it("is none once refused or not taken", () => {
    for (const kind of ["refused", "cancelled"] as const) {
      const none = leaveWith(step(kind, "2021-04-30"));
      expect(isAwayOn(none, d("2021-05-05"))).toBe(false);
      expect(isOverdueOn(none, d("2021-06-05"))).toBe(false);
      expect(leaveTotals([none], d("2021-05-01"), d("2021-05-31")).leaves).toBe(0);
    }
  });

  it("without a word is unauthorised from its first day", () => {
    const gone: Leave = { kind: "unreported", from: d("2021-05-01"), dueBack: d("2021-05-01") };
    expect(isOverdueOn(gone, d("2021-05-01"))).toBe(true);
    expect(standing(gone, "2021-05-03")).toBe("gone");
  });
});

it("control follows the steps of a leave", () => {
  const facts = (leaves: Leave[]) => ({
    caseId: "c",
    stationId: "s",
    history: {
      measure: "community_detox" as const,
      termMonths: 36,
      events: [
        { kind: "received" as const, on: d("2021-01-04") },
        { kind: "reported" as const, on: d("2021-01-10") },
        { kind: "agreement_signed" as const, on: d("2021-01-10") },
      ],
    },
    leaves,
  });
  const reasons = (leave: Leave) =>
    caseSpans(facts([leave]), NATIONAL_LAW)
      .filter(({ from }) => from >= "2021-05-01" && from < "2021-07-01")
      .map(({ from, control }) => [from, control?.reason]);
  expect(
    reasons(leaveWith(step("extended", "2021-05-13", "2021-05-20"), step("returned", "2021-05-22"))),
  ).toEqual([
    ["2021-05-01", "on_leave"],
    ["2021-05-11", "leave_overdue"],
    ["2021-05-13", "on_leave"],
    ["2021-05-21", "leave_overdue"],
    ["2021-05-22", "under_supervision"],
  ]);
  expect(reasons({ kind: "unreported", from: d("2021-05-01"), dueBack: d("2021-05-01") })).toEqual([
    ["2021-05-01", "leave_overdue"],
  ]);
  expect(reasons(leaveWith(step("cancelled", "2021-05-02")))).toEqual([
    ["2021-05-01", "on_leave"],
    ["2021-05-02", "under_supervision"],
  ]);
});
