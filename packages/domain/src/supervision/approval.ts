/** Grave acts that one person proposes and another confirms. */
export const APPROVAL_KINDS = [
  { code: "no_show_referral", zh: "逾期未报到移交公安机关" },
  { code: "positive_referral", zh: "检测阳性报告公安机关" },
  { code: "breach_referral", zh: "严重违反协议移交公安机关" },
  { code: "release", zh: "期满解除" },
  { code: "termination", zh: "终止" },
  { code: "end_annulment", zh: "撤销解除、终止" },
] as const;

export type ApprovalKind = (typeof APPROVAL_KINDS)[number]["code"];

export const APPROVAL_STATES = [
  { code: "open", zh: "待复核" },
  { code: "confirmed", zh: "已同意" },
  { code: "refused", zh: "不同意" },
  { code: "withdrawn", zh: "已撤回" },
] as const;

export type ApprovalState = (typeof APPROVAL_STATES)[number]["code"];
