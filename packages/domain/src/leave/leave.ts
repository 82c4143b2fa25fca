import type { Law } from "../law/law.ts";
import { settingOn } from "../law/settings.ts";
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

/** How a leave stands on a day. */
export const LEAVE_STANDINGS = [
  { code: "to_decide", zh: "待审批" },
  { code: "refused", zh: "未批准" },
  { code: "cancelled", zh: "未成行" },
  { code: "planned", zh: "待外出" },
  { code: "away", zh: "外出中" },
  { code: "overdue", zh: "超期未归" },
  { code: "gone", zh: "擅自离开未归" },
  { code: "returned", zh: "已销假" },
] as const;

export type LeaveStanding = (typeof LEAVE_STANDINGS)[number]["code"];

/** Whether the person is away as of a day. The day of return counts as back. */
export function isAwayOn(leave: Leave, asOf: PlainDate): boolean {
  return leave.from <= asOf && !isBackBy(leave, asOf) && !isVoid(leave, asOf);
}

/**
 * Whether an absence is without authority as of a day: due back before it and, as far as known by then, not returned,
 * or away without a word.
 */
export function isOverdueOn(leave: Leave, asOf: PlainDate): boolean {
  const from = unauthorisedFrom(leave, asOf);
  return from <= asOf && !isBackBy(leave, asOf) && !isVoid(leave, asOf);
}

/** The last day on which the person is back in time, as extended up to a day. */
export function dueBackOn(leave: Leave, asOf: PlainDate): PlainDate {
  const extensions = stepsBy(leave, asOf).filter(({ kind }) => kind === "extended");
  return extensions.at(-1)?.dueBack ?? leave.dueBack;
}

/** The first day of an absence without authority: the day after the last one reported, or the first one of all. */
export function unauthorisedFrom(leave: Leave, asOf: PlainDate): PlainDate {
  return leave.kind === "unreported" ? leave.from : addDays(dueBackOn(leave, asOf), 1);
}

/** The day of return as far as known on a day. */
export function returnOf(leave: Leave, asOf: PlainDate): PlainDate | undefined {
  const returnedOn = leave.steps?.find(({ kind }) => kind === "returned")?.on ?? leave.returnedOn;
  return returnedOn !== undefined && returnedOn <= asOf ? returnedOn : undefined;
}

/** Whether a leave waits for a decision: only where the county decides about leaves, and from so many days on. */
export function isUndecided(leave: Leave, asOf: PlainDate, law: Law): boolean {
  const { requestedOn, from, dueBack, kind } = leave;
  if (requestedOn === undefined || asOf < requestedOn || kind === "unreported") return false;
  const fromDays = settingOn("leave_approval_from_days", requestedOn, law.settings);
  const isAsked = fromDays !== null && daysBetween(from, dueBack) + 1 >= fromDays;
  return (
    isAsked &&
    returnOf(leave, asOf) === undefined &&
    !stepsBy(leave, asOf).some(({ kind }) => kind !== "extended")
  );
}

/** How a leave stands on a day. */
export function leaveStandingOn(leave: Leave, asOf: PlainDate, law: Law): LeaveStanding {
  const steps = stepsBy(leave, asOf);
  if (steps.some(({ kind }) => kind === "cancelled")) return "cancelled";
  if (steps.some(({ kind }) => kind === "refused")) return "refused";
  if (returnOf(leave, asOf) !== undefined) return "returned";
  if (isUndecided(leave, asOf, law) && asOf <= leave.dueBack) return "to_decide";
  if (asOf < leave.from) return "planned";
  if (!isOverdueOn(leave, asOf)) return "away";
  return leave.kind === "unreported" ? "gone" : "overdue";
}

/** Sums the leaves that touch the days from `from` to `to`, both included; later returns are not known yet. */
export function leaveTotals(leaves: readonly Leave[], from: PlainDate, to: PlainDate): LeaveTotals {
  const totals = { leaves: 0, daysAway: 0, overstays: 0, overstayDays: 0 };
  for (const leave of leaves.filter((each) => !isVoid(each, to))) {
    const returnedOn = returnOf(leave, to);
    const lastAway = returnedOn === undefined ? to : addDays(returnedOn, -1);
    // A person who leaves and returns on one day was away for that day.
    const daysAway = daysWithin(leave.from, maxDate(leave.from, lastAway), from, to);
    if (daysAway === 0) continue;
    const overstayDays = daysWithin(unauthorisedFrom(leave, to), lastAway, from, to);
    totals.leaves += 1;
    totals.daysAway += daysAway;
    totals.overstays += overstayDays > 0 ? 1 : 0;
    totals.overstayDays += overstayDays;
  }
  return totals;
}

/** A leave that was refused or not taken is none; who went all the same left without a word. */
function isVoid(leave: Leave, asOf: PlainDate): boolean {
  return stepsBy(leave, asOf).some(({ kind }) => kind === "refused" || kind === "cancelled");
}

function isBackBy(leave: Leave, asOf: PlainDate): boolean {
  return returnOf(leave, asOf) !== undefined;
}

function stepsBy(leave: Leave, asOf: PlainDate): readonly LeaveStep[] {
  return (leave.steps ?? []).filter(({ on }) => on <= asOf);
}

function daysWithin(first: PlainDate, last: PlainDate, from: PlainDate, to: PlainDate): number {
  return Math.max(0, daysBetween(maxDate(first, from), minDate(last, to)) + 1);
}
