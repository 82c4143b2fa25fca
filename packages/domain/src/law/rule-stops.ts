import type { RuleId } from "./rule.ts";

const CUSTODY = "被依法羁押的停止计算，释放次日起重新计算（T17）";
const SUSPENSION = "中止期间停止计算，恢复后接着计算（T13）";

/** What stops a rule's clock, in Chinese; rules that are not here run on. */
export const RULE_STOPS: Partial<Record<RuleId, string>> = {
  T1: CUSTODY,
  T2: CUSTODY,
  T12: CUSTODY,
  T3: SUSPENSION,
  T4: SUSPENSION,
  W1: SUSPENSION,
  W2: SUSPENSION,
};
