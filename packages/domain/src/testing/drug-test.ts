import type { PlainDate } from "../time/plain-date.ts";

export const TEST_METHODS = [
  { code: "urine", zh: "尿检" },
  { code: "hair", zh: "毛发检测" },
  { code: "saliva", zh: "唾液检测" },
] as const;

export type TestMethod = (typeof TEST_METHODS)[number]["code"];

export const TEST_RESULTS = [
  { code: "negative", zh: "阴性" },
  { code: "positive", zh: "阳性" },
  { code: "invalid", zh: "无效" },
  { code: "refused", zh: "拒检" },
  { code: "absent", zh: "未到" },
  { code: "pending", zh: "待出结果" },
] as const;

export type TestResult = (typeof TEST_RESULTS)[number]["code"];

/** What follows a test once it was taken down, each on its own day. */
export const TEST_STEPS = [
  { code: "lab_result", zh: "检测机构结果" },
  { code: "confirmed", zh: "复核确认" },
  { code: "not_confirmed", zh: "复核未确认" },
  { code: "retest_requested", zh: "申请复检" },
  { code: "retest_result", zh: "复检结果" },
  { code: "police_informed", zh: "报告公安机关" },
  { code: "police_answered", zh: "公安机关处理" },
] as const;

export type TestStepKind = (typeof TEST_STEPS)[number]["code"];

/** One step that followed a test. Annulled steps are left out. */
export interface TestStep {
  readonly kind: TestStepKind;
  readonly on: PlainDate;
  /** Of a laboratory and of a re-test. */
  readonly result?: TestResult;
}

/** One entry of a station's test ledger. */
export interface DrugTest {
  readonly id?: string;
  readonly on: PlainDate;
  readonly method: TestMethod;
  /** As it was taken down on the day; `pending` for a sample that went to a laboratory. */
  readonly result: TestResult;
  /** In the order in which they happened. */
  readonly steps?: readonly TestStep[];
  /** Taken over from a ledger: what followed it stands on paper. */
  readonly fromPaper?: boolean;
}

/**
 * The result that holds: that of the re-test over that of the laboratory over what was taken down on the day.
 * A sample at the laboratory is `pending` until it answers.
 */
export function resultOf({ result, steps = [] }: Pick<DrugTest, "result" | "steps">): TestResult {
  const answer = (kind: TestStepKind) => steps.find((step) => step.kind === kind)?.result;
  return answer("retest_result") ?? answer("lab_result") ?? result;
}

/** Whether a sample was taken, so that the person was there, whatever a laboratory said of it later. */
export function wasTaken(test: Pick<DrugTest, "result">): boolean {
  return test.result !== "refused" && test.result !== "absent";
}

/** Whether the test fulfils a window of the urine test plan: a refusal, an absence or an invalid sample does not. */
export function fulfilsWindow(test: DrugTest): boolean {
  const result = resultOf(test);
  return test.method === "urine" && (result === "negative" || result === "positive");
}
