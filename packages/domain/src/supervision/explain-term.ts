import { zhOf } from "../code-list.ts";
import type { Deadline, DeadlineStep } from "../law/deadline.ts";
import type { Law } from "../law/law.ts";
import { TERM_LAST_DAYS, settingOn } from "../law/settings.ts";
import { termLengthOn } from "../law/term-length.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addDays, daysBetween } from "../time/plain-date.ts";
import { SUSPENSION_GROUNDS } from "./case-event.ts";
import type { CaseHistory } from "./case-history.ts";
import { standingOn } from "./case-history.ts";
import { termFrom } from "./term.ts";

/**
 * The way to the last day of a term as of a day: report-in, length, days already served elsewhere, every stop. The
 * date is that of `termOf`. Undefined before the report-in (戒毒条例 第十四条、第三十七条).
 */
export function explainTerm(history: CaseHistory, asOf: PlainDate, law: Law): Deadline | undefined {
  const standing = standingOn(history, asOf);
  const term = termFrom(history, standing, asOf, law);
  if (term === undefined) return undefined;
  const deducted = history.deductedDays ?? 0;
  const lastDay = zhOf(TERM_LAST_DAYS, settingOn("term_last_day", term.startOn, law.settings));
  const plannedEnd = addDays(term.endOn, -term.stoppedDays);
  const steps: DeadlineStep[] = [
    { kind: "trigger", on: term.startOn, note: "报到，当日为第1日" },
    {
      kind: "count",
      on: addDays(plannedEnd, deducted),
      note: `期限${term.termMonths}个月，末日按${lastDay}计`,
    },
  ];
  if (deducted > 0) {
    steps.push({ kind: "deduct", on: plannedEnd, note: `决定书载明已执行的${deducted}日折抵期限` });
  }
  let endOn = plannedEnd;
  for (const { from, to } of term.stops) {
    const days = daysBetween(from, to) + 1;
    endOn = addDays(endOn, days);
    const suspension = standing.suspensions.find(
      ({ from: began, resumedOn }) => began <= from && (resumedOn === undefined || from < resumedOn),
    );
    const ground = suspension === undefined ? "中止" : zhOf(SUSPENSION_GROUNDS, suspension.ground);
    const isRunning = suspension?.resumedOn === undefined;
    const counted = isRunning ? `，至${to}尚未恢复，已` : `，至${to}止`;
    steps.push({ kind: "stop", on: from, note: `${ground}${counted}中止${days}日，期满日顺延至${endOn}` });
  }
  // the order sets the length, by the law of its own day
  const { rule } = termLengthOn(history.measure, standing.orderedOn ?? term.startOn, law);
  // The last day of a term is a day of liberty, not of a procedure: it does not move to a working day.
  return { date: term.endOn, ruleId: rule.id, rule, steps, unknownYears: [] };
}
