import type { PlainDate } from "../time/plain-date.ts";
import { addDays, daysBetween, minDate } from "../time/plain-date.ts";
import type { Leave } from "./leave.ts";

/** An absence from the county that nobody was told of, or that outlasted what was reported (戒毒条例 第二十条). */
export interface Absence {
  readonly leaveId: string | undefined;
  readonly kind: "unreported" | "overstay";
  /** The day on which the person left, reported or not. */
  readonly departedOn: PlainDate;
  readonly from: PlainDate;
  /** The last day away; the day asked for while the person is still away. */
  readonly to: PlainDate;
  /** Both ends included. */
  readonly days: number;
}

/**
 * The absences up to a day that count as 擅自离开, the earliest first. A leave that was reported is none up to its
 * last day; an extension that was granted after that day does not heal the days before it. Somebody who left without
 * a word is away without authority from the first day on. Refused and cancelled leaves are no absence: who went all
 * the same is recorded as having left without a word.
 */
export function absences(leaves: readonly Leave[], asOf: PlainDate): Absence[] {
  return leaves
    .flatMap((leave) => absencesOf(leave, asOf))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function absencesOf(leave: Leave, asOf: PlainDate): Absence[] {
  const steps = (leave.steps ?? []).filter(({ on }) => on <= asOf);
  if (steps.some(({ kind }) => kind === "refused" || kind === "cancelled")) return [];
  const returned = steps.find(({ kind }) => kind === "returned")?.on ?? leave.returnedOn;
  const isBack = returned !== undefined && returned <= asOf;
  if (leave.kind === "unreported") {
    // who leaves and is back on one day was away on that day
    const last = isBack ? addDays(returned, -1) : asOf;
    return between(leave, "unreported", leave.from, last < leave.from ? leave.from : last, asOf);
  }
  const lastAway = isBack ? addDays(returned, -1) : asOf;
  const found: Absence[] = [];
  let dueBack = leave.dueBack;
  for (const { kind, on, dueBack: extendedTo } of steps) {
    if (kind !== "extended" || extendedTo === undefined) continue;
    found.push(...between(leave, "overstay", addDays(dueBack, 1), minDate(lastAway, addDays(on, -1)), asOf));
    dueBack = extendedTo;
  }
  return [...found, ...between(leave, "overstay", addDays(dueBack, 1), lastAway, asOf)];
}

function between(
  { id, from: departedOn }: Leave,
  kind: Absence["kind"],
  from: PlainDate,
  last: PlainDate,
  asOf: PlainDate,
): Absence[] {
  const to = minDate(last, asOf);
  return to < from ? [] : [{ leaveId: id, kind, departedOn, from, to, days: daysBetween(from, to) + 1 }];
}
