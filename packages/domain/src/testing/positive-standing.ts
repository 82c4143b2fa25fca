import type { Law } from "../law/law.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addDays } from "../time/plain-date.ts";
import { rollToWorkingDay } from "../time/working-day.ts";
import { deadlineFrom } from "../law/deadline.ts";
import { ruleOn } from "../law/rule.ts";
import type { DrugTest, TestStepKind } from "./drug-test.ts";
import { resultOf } from "./drug-test.ts";

/** How far the matter of a positive result has come. Only the police conclude what it means (戒毒条例 第二十一条). */
export const POSITIVE_STAGES = [
  { code: "to_review", zh: "待复核" },
  { code: "not_confirmed", zh: "复核未确认" },
  { code: "to_report", zh: "待报告公安机关" },
  { code: "informed", zh: "已报告，待公安机关处理" },
  { code: "answered", zh: "公安机关已处理" },
  { code: "overturned", zh: "检测机构或者复检结果不是阳性" },
] as const;

export type PositiveStage = (typeof POSITIVE_STAGES)[number]["code"];

/** The right to have a positive result tested anew (吸毒检测程序规定): three days each to ask and to decide. */
export interface RetestRight {
  /** The last day to ask, counted from the day on which the person was told. */
  readonly askBy: PlainDate;
  readonly askedOn: PlainDate | undefined;
  /** The last day for the police to decide on what was asked. */
  readonly decideBy: PlainDate | undefined;
  /** The last day to send the second sample, when they decide on their last day. */
  readonly sendBy: PlainDate | undefined;
  readonly answeredOn: PlainDate | undefined;
}

/** A positive result as of a day. */
export interface PositiveStanding {
  readonly stage: PositiveStage;
  /** The day on which the result was positive: that of the test, or of the laboratory's answer. */
  readonly foundOn: PlainDate;
  /** The last day for review and report in time (rule W4). */
  readonly reportBy: PlainDate;
  readonly reviewedOn: PlainDate | undefined;
  readonly informedOn: PlainDate | undefined;
  readonly answeredOn: PlainDate | undefined;
  /** From the confirmation on, of which the person is told the same day. */
  readonly retest: RetestRight | undefined;
}

const retestDays = 3;

/** Where a test stands that was ever positive; undefined for one that was not by that day. */
export function positiveStanding(test: DrugTest, asOf: PlainDate, law: Law): PositiveStanding | undefined {
  const steps = (test.steps ?? []).filter(({ on }) => on <= asOf);
  const dayOf = (kind: TestStepKind) => steps.find((step) => step.kind === kind)?.on;
  const laboratory = steps.find(({ kind }) => kind === "lab_result");
  const foundOn =
    test.result === "positive" ? test.on : laboratory?.result === "positive" ? laboratory.on : undefined;
  if (foundOn === undefined || asOf < foundOn) return undefined;
  const confirmedOn = dayOf("confirmed");
  const rule = ruleOn("W4", foundOn, law.rules);
  return {
    stage: stageOf({ ...test, steps }, dayOf),
    foundOn,
    reportBy: deadlineFrom(rule, { on: foundOn, note: "" }, law.calendar).date,
    reviewedOn: confirmedOn ?? dayOf("not_confirmed"),
    informedOn: dayOf("police_informed"),
    answeredOn: dayOf("police_answered"),
    retest: confirmedOn === undefined ? undefined : retestRight(confirmedOn, dayOf, law),
  };
}

function stageOf(test: DrugTest, dayOf: (kind: TestStepKind) => PlainDate | undefined): PositiveStage {
  if (dayOf("police_answered") !== undefined) return "answered";
  if (resultOf(test) !== "positive") return "overturned";
  if (dayOf("police_informed") !== undefined) return "informed";
  if (dayOf("confirmed") !== undefined) return "to_report";
  return dayOf("not_confirmed") === undefined ? "to_review" : "not_confirmed";
}

function retestRight(
  toldOn: PlainDate,
  dayOf: (kind: TestStepKind) => PlainDate | undefined,
  law: Law,
): RetestRight {
  const askedOn = dayOf("retest_requested");
  // the day itself is not counted, and a last day of rest moves on (公安机关办理行政案件程序规定 第三十五条)
  const within = (from: PlainDate) => rollToWorkingDay(addDays(from, retestDays), law.calendar);
  const decideBy = askedOn === undefined ? undefined : within(askedOn);
  return {
    askBy: within(toldOn),
    askedOn,
    decideBy,
    sendBy: decideBy === undefined ? undefined : within(decideBy),
    answeredOn: dayOf("retest_result"),
  };
}
