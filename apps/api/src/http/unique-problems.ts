import type { ProblemCode } from "@rehab/schema/problem";
import type { FieldError } from "../core/problem-error.ts";

interface UniqueProblem {
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

const already = (detail: string): UniqueProblem => ({ code: "wrong_state", detail });
const atField = (pointer: string, detail: string): UniqueProblem => ({
  code: "invalid_input",
  errors: [{ pointer, detail }],
});

/**
 * What is there already when a write runs into a unique constraint although it looked before: somebody else's record,
 * which whoever writes may not see. Keys that no request fills in are not among them (unique-violations.test.ts).
 */
export const uniqueProblems: Readonly<Record<string, UniqueProblem>> = {
  account_username_unique: { code: "username_taken" },
  enrollee_id_number_unique: { code: "id_number_taken" },
  case_record_order_number_unique: atField("/orderNumber", "这个决定书文号已经登记"),
  weekly_check_day_unique: atField("/checkedOn", "这一天已有一次核对记录，不能重复登记"),
  reconciliation_open_unique: already("这一周（月）已有一次核对正在进行，请继续那一次，或先作废。"),
  approval_open_unique: already("已有一份同样的事项待复核"),
  transfer_open_unique: already("已有一次变更执行地正在办理"),
  law_version_once: already("从这一天起已有一个版本，请先撤销它或者换一个起始日。"),
  duty_snooze_unique: already("这一项刚被他人延后，请刷新后查看"),
  test_step_once: already("这一步已经登记，请刷新后查看"),
  leave_step_once: already("这一步已经登记，请刷新后查看"),
  station_name_unique: already("已有同名的工作站，请刷新后查看"),
  township_name_unique: already("已有同名的乡镇（街道），请刷新后查看"),
  fund_budget_year_unique: already("这一年的经费预算已经登记，请刷新后查看"),
};

/** The problem of a violated constraint. An id that is taken was made by another form, or for another person's record. */
export function uniqueProblemOf(constraint: string): UniqueProblem {
  const known = uniqueProblems[constraint];
  if (known !== undefined) return known;
  return constraint.endsWith("_pkey")
    ? atField("/id", "编号已被使用，请重新打开表单再提交")
    : already("同样的内容刚被他人登记，请刷新后查看");
}
