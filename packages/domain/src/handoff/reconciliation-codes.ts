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

/** What is compared of a person and an order, field by field. */
export const COMPARED_FIELDS = [
  { code: "name", zh: "姓名" },
  { code: "idNumber", zh: "身份证号" },
  { code: "sex", zh: "性别" },
  { code: "birthDate", zh: "出生日期" },
  { code: "measure", zh: "人员分类" },
  { code: "orderNumber", zh: "决定书文号" },
  { code: "orderedOn", zh: "决定日期" },
  { code: "receivedOn", zh: "送达日期" },
  { code: "township", zh: "执行地乡镇" },
  { code: "residence", zh: "现住址" },
  { code: "phone", zh: "联系电话" },
  { code: "policeStation", zh: "管辖派出所" },
] as const;

export type ComparedField = (typeof COMPARED_FIELDS)[number]["code"];

/** By what the two sides of a line belong together, the surest first. */
export const MATCH_KEYS = [
  { code: "order_number", zh: "决定书文号" },
  { code: "id_number", zh: "身份证号" },
  { code: "name_birth_township", zh: "姓名、出生日期和乡镇" },
] as const;

export type MatchKey = (typeof MATCH_KEYS)[number]["code"];

/** What is odd about a list as a whole; somebody says why it is used all the same. */
export const LIST_WARNINGS = [
  { code: "other_period", zh: "名单写明的周次、月份或日期与本次核对不符" },
  { code: "other_county", zh: "名单写明的是别的县市区，或多数住址不在本县" },
  { code: "same_list", zh: "这份名单以前已经核对或导入过" },
  { code: "fewer_rows", zh: "名单的行数少于写明或在册的人数，可能不完整" },
  { code: "sequence_gaps", zh: "序号不连续，名单可能缺行" },
  { code: "nothing_said", zh: "名单没有人员，也没有写明零新增" },
] as const;

export type ListWarning = (typeof LIST_WARNINGS)[number]["code"];
