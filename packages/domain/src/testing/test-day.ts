import { zhOf } from "../code-list.ts";
import type { Law } from "../law/law.ts";
import type { Leave } from "../leave/leave.ts";
import { isAwayOn, isOverdueOn } from "../leave/leave.ts";
import type { CaseHistory } from "../supervision/case-history.ts";
import { isRegistered, standingOn } from "../supervision/case-history.ts";
import { overlaysOn } from "../supervision/overlays.ts";
import type { TestDelegation } from "../supervision/supervision-facts.ts";
import { termFrom } from "../supervision/term.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { DrugTest, TestResult } from "./drug-test.ts";
import type { StripWindow } from "./window-strip.ts";
import { windowStrip } from "./window-strip.ts";

/** Why somebody is not called to a test on a day. None of them is a refusal. */
export const TEST_EXCUSES = [
  { code: "not_registered", zh: "不在册" },
  { code: "not_reported", zh: "尚未报到" },
  { code: "not_agreed", zh: "尚未签订协议" },
  { code: "suspended", zh: "中止执行" },
  { code: "expired", zh: "期满待解除" },
  { code: "missing", zh: "脱管查找中" },
  { code: "in_hospital", zh: "住院" },
  { code: "on_leave", zh: "报告外出" },
  { code: "delegated", zh: "委托他处检测" },
  { code: "covered", zh: "本期已检测" },
] as const;

export type TestExcuse = (typeof TEST_EXCUSES)[number]["code"];

/** What a test day asks about a person. */
export interface TestDayFacts {
  readonly history: CaseHistory;
  readonly tests: readonly DrugTest[];
  readonly leaves: readonly Leave[];
  readonly delegations: readonly TestDelegation[];
}

/** Whether somebody is to be tested on a day: for which window, or why not. */
export interface TestCall {
  readonly window: StripWindow | undefined;
  readonly excuse: TestExcuse | undefined;
}

/** Whether a test is due on a day: a window is open, no test covers it yet, and nothing excuses from it. */
export function testCallOn(facts: TestDayFacts, on: PlainDate, law: Law): TestCall {
  const strip = windowStrip(facts.history, facts.tests, on, law);
  const window = strip.find(({ from, to }) => from <= on && on <= to);
  return { window, excuse: excuseOn(facts, window, on, law) };
}

function excuseOn(
  { history, leaves, delegations }: TestDayFacts,
  window: StripWindow | undefined,
  on: PlainDate,
  law: Law,
): TestExcuse | undefined {
  const standing = standingOn(history, on);
  if (!isRegistered(standing)) return "not_registered";
  if (standing.reportedOn === undefined || standing.transferToReportOn !== undefined) return "not_reported";
  if (standing.suspendedSince !== undefined) return "suspended";
  const term = termFrom(history, standing, on, law);
  if (term !== undefined && term.endOn < on) return "expired";
  if (standing.agreementSignedOn === undefined) return "not_agreed";
  if (window?.state === "covered") return "covered";
  if (standing.lostSince !== undefined) return "missing";
  if (overlaysOn({ history, leaves: [] }, on).hospitalSince !== undefined) return "in_hospital";
  if (leaves.some((leave) => isExcused(leave, on))) return "on_leave";
  const isDelegated = delegations.some(
    ({ wantedFrom, wantedTo, receiptOn, cancelledOn }) =>
      receiptOn === undefined && cancelledOn === undefined && wantedFrom <= on && on <= wantedTo,
  );
  return isDelegated ? "delegated" : undefined;
}

/** A leave that was reported excuses until its last day; who overstays it or left without a word is not excused. */
function isExcused(leave: Leave, on: PlainDate): boolean {
  return leave.kind !== "unreported" && isAwayOn(leave, on) && !isOverdueOn(leave, on);
}

/** Whether a person who is not called may be tested all the same: whoever comes and is in the measure. */
const mayComeAnyway: ReadonlySet<TestExcuse> = new Set([
  "not_agreed",
  "missing",
  "in_hospital",
  "on_leave",
  "delegated",
  "covered",
]);

/**
 * Why a result cannot be taken down for a person on a day, in Chinese; undefined when it can. Who was not called is
 * neither absent nor refusing, unless the person was asked for a sample where he or she is: in hospital, or come anyway.
 */
export function testObstacle(
  facts: TestDayFacts,
  on: PlainDate,
  result: TestResult,
  law: Law,
): string | undefined {
  const { excuse } = testCallOn(facts, on, law);
  if (excuse === undefined) return undefined;
  const because = zhOf(TEST_EXCUSES, excuse);
  if (!mayComeAnyway.has(excuse)) return `当日${because}，不能登记检测`;
  const isAskedThere = excuse === "covered" || excuse === "in_hospital";
  const stayedAway = result === "absent" || (result === "refused" && !isAskedThere);
  return stayedAway ? `当日${because}，不在应检名单，不能登记未到或者拒检` : undefined;
}
