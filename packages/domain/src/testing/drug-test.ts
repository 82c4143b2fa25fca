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
] as const;

export type TestResult = (typeof TEST_RESULTS)[number]["code"];

/** One entry of a station's test ledger. */
export interface DrugTest {
  readonly on: PlainDate;
  readonly method: TestMethod;
  readonly result: TestResult;
}

/** Whether a sample was taken, so that the person was there. */
export function wasTaken(test: DrugTest): boolean {
  return test.result !== "refused" && test.result !== "absent";
}

/** Whether the test fulfils a window of the urine test plan: a refusal, an absence or an invalid sample does not. */
export function fulfilsWindow(test: DrugTest): boolean {
  return test.method === "urine" && (test.result === "negative" || test.result === "positive");
}
