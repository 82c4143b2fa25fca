import type { Deadline, DeadlineStep } from "../law/deadline.ts";
import { deadlineFrom } from "../law/deadline.ts";
import type { Law } from "../law/law.ts";
import { ruleOn } from "../law/rule.ts";
import type { Rule } from "../law/rule.ts";
import type { Measure } from "../supervision/measure.ts";
import type { PlainDate } from "../time/plain-date.ts";

/** What the report deadline depends on. */
export interface ReportDuty {
  readonly measure: Measure;
  /** The day on which the person, not the office, received the order. */
  readonly receivedOn: PlainDate;
  /** Times in custody that have ended, in order. One that began before the deadline restarts the clock. */
  readonly custody?: readonly Custody[];
}

interface Custody {
  readonly from: PlainDate;
  readonly releasedOn: PlainDate;
}

/**
 * The last day to report in: 15 days after the day of receipt, that day not counted, moved to the next
 * working day where it falls on a rest day (戒毒条例 第十四条、第三十八条; 公安机关办理行政案件程序规定 第三十五条).
 */
export function reportDeadline(duty: ReportDuty, law: Law): Deadline {
  const rule = ruleOn(duty.measure === "community_detox" ? "T1" : "T2", duty.receivedOn, law.rules);
  const trigger = { on: duty.receivedOn, note: "本人收到决定书，当日不计入" };
  return restartedByCustody(rule, trigger, duty.custody ?? [], law);
}

/**
 * The last day to report in at a new place of execution: 15 days after the day of the change, counted like the
 * first report-in (戒毒条例 第二十二条).
 */
export function transferReportDeadline(
  duty: { readonly changedOn: PlainDate; readonly custody: readonly Custody[] },
  law: Law,
): Deadline {
  const rule = ruleOn("T12", duty.changedOn, law.rules);
  const trigger = { on: duty.changedOn, note: "变更执行地，当日不计入" };
  return restartedByCustody(rule, trigger, duty.custody, law);
}

function restartedByCustody(
  rule: Rule,
  trigger: { readonly on: PlainDate; readonly note: string },
  custody: readonly Custody[],
  law: Law,
): Deadline {
  const stops: DeadlineStep[] = [];
  let deadline = deadlineFrom(rule, trigger, law.calendar);
  for (const { from, releasedOn } of custody) {
    // T17: custody is a good reason not to report; only what began before the deadline can be one.
    if (from > deadline.date || releasedOn < trigger.on) continue;
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
