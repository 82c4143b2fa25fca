import type { Law } from "../law/law.ts";
import { standingOn } from "../supervision/case-history.ts";
import type { CaseStateCode } from "../supervision/case-state.ts";
import { reportDeadlineOf, stateOn } from "../supervision/case-state.ts";
import { termFrom } from "../supervision/term.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addDays, comparePlainDates } from "../time/plain-date.ts";
import type { ControlFacts, ControlReason } from "./control-reason.ts";
import { controlVerdictOn } from "./control-reason.ts";

/** A stretch of days over which a case has one state and one control reason. */
export interface CaseSpan {
  readonly from: PlainDate;
  /** The first day that is no longer in it; undefined for the last span. */
  readonly until: PlainDate | undefined;
  readonly state: CaseStateCode;
  /** Undefined while the case is not on the register. */
  readonly control: { readonly reason: ControlReason; readonly controlled: boolean } | undefined;
}

/**
 * The whole life of a case as spans without gap or overlap, from its first fact on. The verdict of every day
 * is that of `stateOn` and `controlVerdictOn`: they are asked on each day on which anything can change.
 */
export function caseSpans(facts: ControlFacts, law: Law): CaseSpan[] {
  const spans: CaseSpan[] = [];
  for (const from of turningDays(facts, law)) {
    const state = stateOn(facts.history, from, law);
    if (state === undefined) continue;
    const verdict = controlVerdictOn(facts, from, law);
    const control = verdict.registered
      ? { reason: verdict.reason, controlled: verdict.controlled }
      : undefined;
    const last = spans.at(-1);
    if (last?.state === state.state && last.control?.reason === control?.reason) continue;
    if (last !== undefined) spans[spans.length - 1] = { ...last, until: from };
    spans.push({ from, until: undefined, state: state.state, control });
  }
  return spans;
}

/** Every day on which a state or reason can begin: facts, and the day after each deadline that they set. */
function turningDays({ history, leaves }: ControlFacts, law: Law): PlainDate[] {
  const days = new Set<PlainDate>(history.events.map(({ on }) => on));
  for (const { on } of history.events) {
    const standing = standingOn(history, on);
    const reportDeadline = reportDeadlineOf(history, standing, law)?.date;
    const termEnd = termFrom(history, standing, on, law)?.endOn;
    if (reportDeadline !== undefined) days.add(addDays(reportDeadline, 1));
    if (termEnd !== undefined) days.add(addDays(termEnd, 1));
  }
  for (const { from, dueBack, returnedOn, steps = [] } of leaves) {
    days.add(from);
    days.add(addDays(dueBack, 1));
    if (returnedOn !== undefined) days.add(returnedOn);
    for (const step of steps) {
      days.add(step.on);
      if (step.dueBack !== undefined) days.add(addDays(step.dueBack, 1));
    }
  }
  return [...days].sort(comparePlainDates);
}
