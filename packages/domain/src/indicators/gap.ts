import type { UncontrolledReason } from "./control-reason.ts";

/** What brings a person back under control. */
export const RETURN_ACTIONS = [
  { code: "report_in", zh: "本人报到" },
  { code: "find", zh: "查找并恢复联系" },
  { code: "check_return", zh: "返回并销假" },
] as const;

export type ReturnAction = (typeof RETURN_ACTIONS)[number]["code"];

/** For each reason why a person is not controlled: the act that brings them back. */
export const WAY_BACK: Readonly<Record<UncontrolledReason, ReturnAction>> = {
  not_reported: "report_in",
  lost_contact: "find",
  leave_overdue: "check_return",
};

/** How many people a rate is short of its target. */
export interface TargetGap {
  readonly targetPercent: number;
  /** The smallest numerator that reaches the target. */
  readonly needed: number;
  /** People missing to it; 0 when it is reached. */
  readonly missing: number;
}

/**
 * The gap in people: 98 % of 210 needs 206, so 6 more than 200.
 * Throws a RangeError unless the target lies between 0 and 100 percent.
 */
export function gapToTarget(numerator: number, denominator: number, targetPercent = 98): TargetGap {
  if (!(targetPercent >= 0 && targetPercent <= 100)) throw new RangeError(`not a target: ${targetPercent}`);
  // In hundredths of a percent the product is a whole number, so that 98 % of 50 is 49 and not 50.
  const needed = Math.ceil((denominator * Math.round(targetPercent * 100)) / 10_000);
  return { targetPercent, needed, missing: Math.max(0, needed - numerator) };
}
