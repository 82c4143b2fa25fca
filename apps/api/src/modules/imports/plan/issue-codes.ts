import type { DecisionAction } from "@rehab/schema/imports";
import { CELL_ISSUES } from "@rehab/spreadsheet/values/cell-issue";
import type { CellIssueCode } from "@rehab/spreadsheet/values/cell-issue";

interface RowIssueDefinition {
  readonly zh: string;
  /** What a person may do about it; leaving the row out is always possible. */
  readonly actions: readonly DecisionAction[];
}

/** What can be wrong with a row beyond its single cells. */
const ROW_ISSUES = {
  missing_order_number: { zh: "缺少决定书文号，无法与已有案件核对", actions: ["accept"] },
  missing_receipt_date: { zh: "缺少送达日期，报到期限无法起算", actions: ["correct"] },
  measure_unknown: { zh: "看不出是社区戒毒还是社区康复", actions: [] },
  term_invalid: {
    zh: "社区戒毒的期限不等于、或者社区康复的期限超过作出决定当日的规定（规则T3、T4）；采用后按规定的期限计",
    actions: ["accept"],
  },
  received_before_order: { zh: "送达日期早于决定日期；采用后不记决定日期", actions: ["accept", "correct"] },
  future_date: { zh: "日期晚于今天，或晚于台账的年度", actions: ["correct"] },
  outside_county: { zh: "住址不在本县，不由本县执行", actions: ["correct"] },
  township_unknown: { zh: "执行地不在任何工作站的服务范围内", actions: ["correct"] },
  station_without_staff: {
    zh: "该工作站还没有登记工作人员，无人可以负责此人；请先登记人员配置",
    actions: [],
  },
  already_handed_off: { zh: "同一文号已在另一次名单中移交", actions: ["same_order"] },
  order_of_other: { zh: "该文号属于另一个人", actions: ["correct"] },
  handed_off_after_deadline: { zh: "移交时法定报到期限已过", actions: ["accept"] },
  returning_person: { zh: "此人以前在册，这是新的决定书；采用后为同一人建立新的案件", actions: ["accept"] },
  two_live_orders: { zh: "此人还有一份决定书正在执行；采用后两个案件并存", actions: ["accept"] },
  same_name: { zh: "已有同名人员，身份证号不同；采用即确认不是同一人", actions: ["accept", "correct"] },
  name_id_mismatch: { zh: "姓名与身份证号不是同一个人", actions: ["correct"] },
  provisional_person: {
    zh: "有同名的临时档案没有证件号；采用即确认为同一人并补上证件号",
    actions: ["accept"],
  },
  unknown_person: { zh: "名册中没有此人", actions: ["correct"] },
  waits_for_row: { zh: "此人所在的那一行尚待决定，决定后自动处理", actions: [] },
  duplicate_row: { zh: "同一份表里已有相同的一行；采用即确认确有两次", actions: ["accept"] },
  conflicting_fact: { zh: "系统中已有同一天的记录，但内容不同", actions: [] },
  before_case: { zh: "日期早于此人送达决定书的日期", actions: ["correct"] },
  already_ended: { zh: "此人的案件已经结束", actions: [] },
  dates_reversed: { zh: "日期先后颠倒", actions: [] },
  change_unsupported: { zh: "转入人员请凭决定书从衔接名单导入", actions: [] },
  report_due_differs: { zh: "表上的应报到时间与依法计算的不同，以依法计算的为准", actions: [] },
  staff_unknown: { zh: "表上的专干不在该站，按名下人数最少指派", actions: [] },
  township_from_address: { zh: "表上没有写执行地，按住址判断", actions: [] },
  township_moved: { zh: "该乡镇已归另一工作站，未改动", actions: [] },
  matched_by_name: { zh: "表上没有证件号，按姓名对应到唯一的同名人员", actions: [] },
  after_end: { zh: "日期晚于案件结束之日", actions: [] },
} as const satisfies Record<string, RowIssueDefinition>;

export type RowIssueCode = keyof typeof ROW_ISSUES | CellIssueCode;

const cellIssueActions: Partial<Record<CellIssueCode, readonly DecisionAction[]>> = {
  missing_id: ["accept", "correct"],
  id_15_digits: ["accept", "correct"],
  name_unreadable: ["accept", "correct"],
};

/** The sentence of an issue and what may be done about it. */
export function definitionOf(code: RowIssueCode): RowIssueDefinition {
  if (code in ROW_ISSUES) return ROW_ISSUES[code as keyof typeof ROW_ISSUES];
  const cellIssue = CELL_ISSUES.find((issue) => issue.code === code);
  if (cellIssue === undefined) throw new RangeError(`not an issue of a row: ${code}`);
  return { zh: cellIssue.zh, actions: cellIssueActions[cellIssue.code] ?? ["correct"] };
}
