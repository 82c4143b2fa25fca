/** What is to be ready when a term ends (rule E1). None of it holds the release up: that comes by date and notice. */
export const END_ITEMS = [
  { code: "agreement", zh: "协议书" },
  { code: "test_windows", zh: "检测窗口" },
  { code: "annual_assessments", zh: "年度评估" },
  { code: "end_assessment", zh: "期满评估" },
  { code: "open_matters", zh: "未了事项" },
  { code: "release_request", zh: "函请出具解除通知书" },
  { code: "release_notice", zh: "公安机关解除通知书" },
] as const;

export type EndItemCode = (typeof END_ITEMS)[number]["code"];
