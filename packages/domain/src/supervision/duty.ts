import type { Law } from "../law/law.ts";
import type { RuleId } from "../law/rule.ts";
import { ruleOn } from "../law/rule.ts";
import type { PlainDate } from "../time/plain-date.ts";

/** What can be due for a person. The order is that of harm: what hurts most when it is not done stands first. */
export const DUTY_KINDS = [
  { code: "release", zh: "期满解除" },
  { code: "positive_review", zh: "阳性复核" },
  { code: "positive_report", zh: "阳性报告公安机关" },
  { code: "breach_referral", zh: "严重违反协议移交" },
  { code: "no_show", zh: "逾期未报到处置" },
  { code: "lost_contact", zh: "脱管查找" },
  { code: "leave_return", zh: "请假到期销假" },
  { code: "intake", zh: "衔接报到手续" },
  { code: "urine_test", zh: "尿检" },
  { code: "retest", zh: "重新检测" },
  { code: "lab_result", zh: "录入检测结果" },
  { code: "delegation", zh: "委托检测回执" },
  { code: "referral_answer", zh: "公安机关回执、处理结果" },
  { code: "warning", zh: "劝诫、告诫" },
  { code: "service", zh: "文书送达" },
  { code: "leave_decision", zh: "外出审批" },
  { code: "transfer", zh: "变更执行地手续" },
  { code: "visit", zh: "走访谈话" },
  { code: "goal", zh: "计划目标" },
  { code: "term_end", zh: "期满准备" },
  { code: "document", zh: "档案材料" },
] as const;

export type DutyKind = (typeof DUTY_KINDS)[number]["code"];

/** The queues of the workbench. A duty stands in one of them. */
export const DUTY_QUEUES = [
  { code: "due", zh: "今日到期" },
  { code: "overdue", zh: "逾期" },
  { code: "result", zh: "待录结果" },
  { code: "material", zh: "待补材料" },
  { code: "service", zh: "待送达" },
] as const;

export type DutyQueue = (typeof DUTY_QUEUES)[number]["code"];

/** One thing to do for a person: from when it can be done, until when, and by which rule. */
export interface Duty {
  readonly kind: DutyKind;
  /** What it is about when a person can have several of the kind: a test, a document, a goal, a window. */
  readonly subject: string;
  readonly ruleId: RuleId;
  /** The first day on which it is to be seen. */
  readonly opensOn: PlainDate;
  /** The last day on which it is done in time; undefined for what should be done and has no clock. */
  readonly dueOn: PlainDate | undefined;
}

/** The queue of kinds that wait for something and not for a day. */
const waitingQueues: Partial<Record<DutyKind, DutyQueue>> = {
  lab_result: "result",
  document: "material",
  referral_answer: "material",
  service: "service",
};

/** Whether its last day is over. The only place that says so: lists, counts and prints ask here or compare with it. */
export function isOverdue({ dueOn }: Pick<Duty, "dueOn">, today: PlainDate): boolean {
  return dueOn !== undefined && dueOn < today;
}

/**
 * The queue in which a duty stands on a day: that of its kind, or else 逾期 once its last day is over and 今日到期 on the
 * day itself. Undefined while there is still time, before it opens and while it is put off.
 */
export function queueOf(
  duty: Duty & { readonly snoozedTo?: PlainDate | undefined },
  today: PlainDate,
): DutyQueue | undefined {
  if (today < duty.opensOn) return undefined;
  if (duty.snoozedTo !== undefined && today <= duty.snoozedTo) return undefined;
  const waiting = waitingQueues[duty.kind];
  if (waiting !== undefined) return waiting;
  if (isOverdue(duty, today)) return "overdue";
  return duty.dueOn === today ? "due" : undefined;
}

/** The kinds that wait in a queue of their own, whatever the day. */
export function kindsWaitingIn(queue: DutyQueue): DutyKind[] {
  return DUTY_KINDS.map(({ code }) => code).filter((kind) => waitingQueues[kind] === queue);
}

/** The kinds whose day decides whether they are due or overdue. */
export const CLOCK_KINDS: readonly DutyKind[] = DUTY_KINDS.map(({ code }) => code).filter(
  (kind) => waitingQueues[kind] === undefined,
);

/** Whether a duty's day is the office's own, so that it can be put off with a reason. A day of the law cannot. */
export function isOfficeRule(ruleId: RuleId, on: PlainDate, law: Law): boolean {
  return ruleOn(ruleId, on, law.rules).instrument === "本县工作口径";
}
