import { ID_NUMBER_ISSUES } from "@rehab/domain/identity/id-number";
import { PHONE_ISSUES } from "@rehab/domain/identity/phone";

/** What can be wrong with one cell. */
export const CELL_ISSUES = [
  { code: "value_missing", zh: "缺少必填内容" },
  { code: "date_impossible", zh: "这个日期不存在" },
  { code: "date_incomplete", zh: "日期不完整，年、月、日要写全" },
  { code: "date_unreadable", zh: "认不出这个日期" },
  { code: "number_unreadable", zh: "认不出这个数字" },
  { code: "choice_unknown", zh: "认不出这种填法" },
  { code: "name_unreadable", zh: "姓名里有数字或符号" },
  { code: "digits_lost", zh: "号码被表格软件改成了数字，后几位已丢失，请按原件重填" },
  { code: "id_15_digits", zh: "15位身份证号，已换算为18位，请核对" },
  ...ID_NUMBER_ISSUES,
  ...PHONE_ISSUES,
] as const;

export type CellIssueCode = (typeof CELL_ISSUES)[number]["code"];

/** What a cell says, what is wrong with it, both, or for a blank cell neither. */
export interface ParsedValue<Value> {
  readonly value?: Value;
  readonly issue?: CellIssueCode;
}

/** The sentence of an issue. */
export function getIssueSentence(code: CellIssueCode): string {
  const issue = CELL_ISSUES.find((candidate) => candidate.code === code);
  if (issue === undefined) throw new RangeError(`not a cell issue: ${code}`);
  return issue.zh;
}
