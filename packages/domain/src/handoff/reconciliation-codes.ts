/** Which lists are compared: what the police hand over in a week, or both registers as a whole each month. */
export const RECONCILIATION_KINDS = [
  { code: "weekly", zh: "每周核对" },
  { code: "monthly", zh: "月度双向核对" },
] as const;

export type ReconciliationKind = (typeof RECONCILIATION_KINDS)[number]["code"];

/** How the police's list came. */
export const LIST_SOURCES = [
  { code: "file", zh: "电子名单" },
  { code: "typed", zh: "手工录入" },
  { code: "none", zh: "零新增" },
] as const;

export type ListSource = (typeof LIST_SOURCES)[number]["code"];

export const RECONCILIATION_STATES = [
  { code: "open", zh: "核对中" },
  { code: "finished", zh: "已完成" },
  { code: "cancelled", zh: "已作废" },
] as const;

export type ReconciliationState = (typeof RECONCILIATION_STATES)[number]["code"];

/** How a line of the comparison stands between the two sides. */
export const LINE_FINDINGS = [
  { code: "same", zh: "两边一致" },
  { code: "new_there", zh: "名单有、我方无" },
  { code: "missing_there", zh: "我方有、名单无" },
  { code: "differs", zh: "内容不一致" },
  { code: "ended_there", zh: "名单载明已结束" },
  { code: "ended_here", zh: "我方已结束" },
  { code: "doubtful", zh: "需要人工辨认" },
] as const;

export type LineFinding = (typeof LINE_FINDINGS)[number]["code"];

/** What a person decides about a line. */
export const LINE_DECISIONS = [
  { code: "take_over", zh: "接收并建档" },
  { code: "no_change", zh: "一致，无需处理" },
  { code: "take_theirs", zh: "按名单更正" },
  { code: "keep_ours", zh: "以我方记录为准" },
  { code: "ask_police", zh: "请公安机关核实" },
  { code: "return_to_police", zh: "不由本县执行，退回" },
  { code: "same_order", zh: "同一决定书，不重复建档" },
  { code: "leave_out", zh: "不采用" },
] as const;

export type LineDecision = (typeof LINE_DECISIONS)[number]["code"];
