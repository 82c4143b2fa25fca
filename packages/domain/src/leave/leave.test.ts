import { describe, expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import type { Leave } from "./leave.ts";
import { isAwayOn, isOverdueOn, leaveTotals } from "./leave.ts";

const d = plainDate;
const late: Leave = { from: d("2021-05-01"), dueBack: d("2021-05-10"), returnedOn: d("2021-05-15") };
const open: Leave = { from: d("2021-11-01"), dueBack: d("2021-11-11") };

describe("leave", () => {
  it.each([
    [late, "2021-04-30", false, false],
    [late, "2021-05-01", true, false],
    [late, "2021-05-10", true, false],
    [late, "2021-05-11", true, true],
    [late, "2021-05-14", true, true],
    [late, "2021-05-15", false, false],
    [open, "2021-11-11", true, false],
    [open, "2021-12-31", true, true],
  ] as const)("%o on %s: away %s, overdue %s", (leave, asOf, away, overdue) => {
    expect(isAwayOn(leave, d(asOf))).toBe(away);
    expect(isOverdueOn(leave, d(asOf))).toBe(overdue);
  });

  it("sums days away and, apart, those after the due day", () => {
    expect(leaveTotals([late, open], d("2021-01-01"), d("2021-12-31"))).toEqual({
      leaves: 2,
      daysAway: 14 + 61,
      overstays: 2,
      overstayDays: 4 + 50,
    });
  });

  it("cuts at the period and does not know later returns", () => {
    expect(leaveTotals([late], d("2021-05-12"), d("2021-05-13"))).toEqual({
      leaves: 1,
      daysAway: 2,
      overstays: 1,
      overstayDays: 2,
    });
    expect(leaveTotals([late], d("2021-06-01"), d("2021-06-30"))).toMatchObject({ leaves: 0, daysAway: 0 });
  });

  it("counts leaving and returning on one day as a day", () => {
    const day = { from: d("2021-05-01"), dueBack: d("2021-05-01"), returnedOn: d("2021-05-01") };
    expect(leaveTotals([day], d("2021-05-01"), d("2021-05-31"))).toMatchObject({ daysAway: 1, overstays: 0 });
  });
});
