import type { PlainDate } from "../time/plain-date.ts";
import { addDays, daysBetween, maxDate, minDate } from "../time/plain-date.ts";

/** Whether an absence was reported (戒毒条例 第十九条第三项), or the person left without a word (第二十条). */
export const LEAVE_KINDS = [
  { code: "reported", zh: "报告外出" },
  { code: "unreported", zh: "擅自离开" },
] as const;

export type LeaveKind = (typeof LEAVE_KINDS)[number]["code"];

/** What follows the report of a leave, each on its own day. */
export const LEAVE_STEPS = [
  { code: "approved", zh: "批准" },
  { code: "refused", zh: "不批准" },
  { code: "extended", zh: "续假" },
  { code: "returned", zh: "销假" },
  { code: "cancelled", zh: "未成行" },
] as const;

export type LeaveStepKind = (typeof LEAVE_STEPS)[number]["code"];

/** One step that followed the report of a leave. Annulled steps are left out. */
export interface LeaveStep {
  readonly kind: LeaveStepKind;
  readonly on: PlainDate;
  /** Of an extension. */
  readonly dueBack?: PlainDate;
}

/** One absence from the county, as it was reported (戒毒条例 第十九条第三项) or found out. */
export interface Leave {
  readonly id?: string;
  readonly kind?: LeaveKind;
  readonly requestedOn?: PlainDate;
  readonly from: PlainDate;
  /** The last day on which the person is back in time. */
  readonly dueBack: PlainDate;
  /** The day on which the return was checked; absent while the person is away. */
  readonly returnedOn?: PlainDate;
  /** In the order in which they happened. */
  readonly steps?: readonly LeaveStep[];
}

/** Days and times away in a period. */
export interface LeaveTotals {
  readonly leaves: number;
  readonly daysAway: number;
  /** Leaves that were overstayed in the period. */
  readonly overstays: number;
  /** Days away after the due day: only these are 擅自离开 (戒毒条例 第二十条). */
  readonly overstayDays: number;
}

/** Whether the person is away as of a day. The day of return counts as back. */
export function isAwayOn(leave: Leave, asOf: PlainDate): boolean {
  return leave.from <= asOf && !isBackBy(leave, asOf);
}

/** Whether the leave is overdue as of a day: due back before it and, as far as known by then, not returned. */
export function isOverdueOn(leave: Leave, asOf: PlainDate): boolean {
  return leave.dueBack < asOf && !isBackBy(leave, asOf);
}

/** Sums the leaves that touch the days from `from` to `to`, both included; later returns are not known yet. */
export function leaveTotals(leaves: readonly Leave[], from: PlainDate, to: PlainDate): LeaveTotals {
  const totals = { leaves: 0, daysAway: 0, overstays: 0, overstayDays: 0 };
  for (const leave of leaves) {
    const lastAway =
      isBackBy(leave, to) && leave.returnedOn !== undefined ? addDays(leave.returnedOn, -1) : to;
    // A person who leaves and returns on one day was away for that day.
    const daysAway = daysWithin(leave.from, maxDate(leave.from, lastAway), from, to);
    if (daysAway === 0) continue;
    const overstayDays = daysWithin(addDays(leave.dueBack, 1), lastAway, from, to);
    totals.leaves += 1;
    totals.daysAway += daysAway;
    totals.overstays += overstayDays > 0 ? 1 : 0;
    totals.overstayDays += overstayDays;
  }
  return totals;
}

function isBackBy(leave: Leave, asOf: PlainDate): boolean {
  return leave.returnedOn !== undefined && leave.returnedOn <= asOf;
}

function daysWithin(first: PlainDate, last: PlainDate, from: PlainDate, to: PlainDate): number {
  return Math.max(0, daysBetween(maxDate(first, from), minDate(last, to)) + 1);
}
