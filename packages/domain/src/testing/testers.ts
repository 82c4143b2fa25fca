import type { TestMethod } from "./drug-test.ts";

/** What can be wrong with who takes a test. */
export const TESTER_GAPS = [
  { code: "second_tester", zh: "检测人应为不同的两人" },
  { code: "woman_collector", zh: "女性的尿液样本由女性工作人员采集，请写明采集人" },
  { code: "collector_not_tester", zh: "女性样本的采集人应是两名检测人之一" },
  { code: "sex_unknown", zh: "档案没有性别，请注明本人是男是女" },
] as const;

export type TesterGap = (typeof TESTER_GAPS)[number]["code"];

/** Who takes the samples of a test day. */
export interface Testers {
  readonly tester: string;
  readonly secondTester: string;
  /** The woman among the two who takes the samples of women. */
  readonly womanCollector: string | null;
}

/** A sample that is taken: of whom, and what. */
export interface TakenSample {
  readonly method: TestMethod;
  readonly sex: "male" | "female" | null;
}

/**
 * What is missing for the samples to be taken rightly: two people, and for a woman's urine a woman
 * (公安机关办理行政案件程序规定 第九十四条; 吸毒检测程序规定 第八条). Who refuses or stays away gives no sample.
 */
export function testerGaps(testers: Testers, samples: readonly TakenSample[]): TesterGap[] {
  const { tester, secondTester, womanCollector } = testers;
  const gaps: TesterGap[] = [];
  if (tester === secondTester) gaps.push("second_tester");
  const urine = samples.filter(({ method }) => method === "urine");
  if (urine.some(({ sex }) => sex === null)) gaps.push("sex_unknown");
  if (urine.some(({ sex }) => sex === "female") && womanCollector === null) gaps.push("woman_collector");
  if (womanCollector !== null && womanCollector !== tester && womanCollector !== secondTester) {
    gaps.push("collector_not_tester");
  }
  return gaps;
}
