import type { PlainDate } from "../time/plain-date.ts";

/** How somebody who does not come is sought. */
export const ATTEMPT_METHODS = [
  { code: "call", zh: "电话" },
  { code: "visit", zh: "上门" },
  { code: "letter", zh: "信函" },
  { code: "relatives", zh: "通过家属" },
  { code: "village", zh: "通过村（社区）" },
] as const;

export type AttemptMethod = (typeof ATTEMPT_METHODS)[number]["code"];

/** What came of it. */
export const ATTEMPT_OUTCOMES = [
  { code: "reached", zh: "联系到本人" },
  { code: "promised", zh: "本人承诺报到" },
  { code: "refused", zh: "本人拒绝报到" },
  { code: "relative_reached", zh: "联系到家属" },
  { code: "not_reached", zh: "未联系上" },
] as const;

export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number]["code"];

/** One attempt to reach somebody, as it is logged. */
export interface ContactAttempt {
  readonly on: PlainDate;
  readonly method: AttemptMethod;
  readonly outcome: AttemptOutcome;
}

/** Whether somebody of the office spoke, or tried to speak, to the person directly. */
export function isDirectAttempt({ method }: ContactAttempt): boolean {
  return method === "call" || method === "visit";
}

/** Whether the person was not reached by it: what a loss of contact is shown by. */
export function isFailedAttempt({ outcome }: ContactAttempt): boolean {
  return outcome === "not_reached" || outcome === "relative_reached";
}

/**
 * Why some attempts do not show that contact was lost by a day; undefined when they do. Letters and messages through
 * others do not stand in for one call or visit.
 */
export function lostContactGap(attempts: readonly ContactAttempt[], on: PlainDate): string | undefined {
  if (attempts.length === 0) return "请至少选择一次未联系上的查找记录";
  if (attempts.some((attempt) => !isFailedAttempt(attempt))) return "联系到本人的查找不能作为脱管的依据";
  if (attempts.some((attempt) => on < attempt.on)) return "查找日期不能晚于脱管日期";
  return attempts.some(isDirectAttempt) ? undefined : "信函和请他人转告不能代替，还须有一次电话或者上门查找";
}
