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
