import type { Law } from "../law/law.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { DrugTest, TestStepKind } from "./drug-test.ts";
import { positiveStanding } from "./positive-standing.ts";

/** Why each step cannot follow a test on a day, in Chinese; undefined for one that can. */
export type StepObstacles = Readonly<Record<TestStepKind, string | undefined>>;

/** What stands in the way of each step: how far the test has come, not who asks. */
export function stepObstacles(test: DrugTest, asOf: PlainDate, law: Law): StepObstacles {
  const has = (kind: TestStepKind) => (test.steps ?? []).some((step) => step.kind === kind);
  const positive = positiveStanding(test, asOf, law);
  const stage = positive?.stage;
  const notPositive = positive === undefined ? "检测结果不是阳性" : undefined;
  const overturned = stage === "overturned" ? "检测机构或者复检结果不是阳性" : undefined;
  const reviewed = has("confirmed") || has("not_confirmed") ? "已经复核" : undefined;
  const unconfirmed =
    stage === "to_review" ? "请先由第二人复核" : has("not_confirmed") ? "复核未确认为阳性" : undefined;
  return {
    lab_result: labObstacle(test, has),
    confirmed: notPositive ?? reviewed ?? overturned,
    not_confirmed: notPositive ?? reviewed ?? overturned,
    retest_requested:
      notPositive ?? unconfirmed ?? (has("retest_requested") ? "已经登记复检申请" : undefined),
    retest_result:
      notPositive ??
      (has("retest_requested") ? undefined : "没有登记复检申请") ??
      (has("retest_result") ? "复检结果已经登记" : undefined),
    police_informed:
      notPositive ?? (has("police_informed") ? "已经报告公安机关" : undefined) ?? overturned ?? unconfirmed,
    police_answered:
      notPositive ??
      (has("police_informed") ? undefined : "尚未报告公安机关") ??
      (has("police_answered") ? "公安机关的处理已经登记" : undefined),
  };
}

function labObstacle(test: DrugTest, has: (kind: TestStepKind) => boolean): string | undefined {
  if (test.result === "refused" || test.result === "absent") return "没有采到样本";
  return has("lab_result") ? "检测机构结果已经登记" : undefined;
}
