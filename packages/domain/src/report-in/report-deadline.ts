import type { Deadline, DeadlineStep } from "../law/deadline.ts";
import { deadlineFrom } from "../law/deadline.ts";
import type { Law } from "../law/law.ts";
import { ruleOn } from "../law/rule.ts";
import type { Measure } from "../supervision/measure.ts";
import type { PlainDate } from "../time/plain-date.ts";

/** What the report deadline depends on. */
export interface ReportDuty {
  readonly measure: Measure;
  /** The day on which the person, not the office, received the order. */
  readonly receivedOn: PlainDate;
  /** Times in custody that have ended, in order. One that began before the deadline restarts the clock. */
  readonly custody?: readonly { readonly from: PlainDate; readonly releasedOn: PlainDate }[];
}

/**
 * The last day to report in: 15 days after the day of receipt, that day not counted, moved to the next
 * working day where it falls on a rest day (戒毒条例 第十四条、第三十八条; 公安机关办理行政案件程序规定 第三十五条).
 */
export function reportDeadline(duty: ReportDuty, law: Law): Deadline {
  const rule = ruleOn(duty.measure === "community_detox" ? "T1" : "T2", duty.receivedOn, law.rules);
  const stops: DeadlineStep[] = [];
  let deadline = deadlineFrom(
    rule,
    { on: duty.receivedOn, note: "本人收到决定书，当日不计入" },
    law.calendar,
  );
  for (const { from, releasedOn } of duty.custody ?? []) {
    // T17: custody is a good reason not to report; only what began before the deadline can be one.
    if (from > deadline.date || releasedOn < duty.receivedOn) continue;
    stops.push({ kind: "stop", on: from, note: "被依法羁押，期限停止计算" });
    deadline = deadlineFrom(
      rule,
      { on: releasedOn, note: "释放，当日不计入，重新计算" },
      law.calendar,
      stops,
    );
  }
  return deadline;
}
