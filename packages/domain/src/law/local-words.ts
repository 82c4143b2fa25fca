import type { LocalSettings } from "./settings.ts";

const YEARS = ["一", "二", "三", "四", "五"] as const;

/** Rule W1 or W2 in words, from the tests of each year. */
export function planSays(testsPerYear: readonly number[]): string {
  const years = testsPerYear.map((tests, index) => `第${YEARS[index] ?? index + 1}年${tests}次`);
  return `自报到之日起，${years.join("、")}，按月份等分窗口，每个窗口至少检测一次。`;
}

/** Rule V1 in words, from the months between two visits. */
export function visitSays(months: LocalSettings["visit_months"]): string {
  const { high, medium, low, unset } = months;
  const levels = [`高风险${every(high)}一次`, `中风险${every(medium)}一次`, `低风险${every(low)}一次`];
  const withoutLevel = unset === medium ? "未定级的按中风险" : `未定级的${every(unset)}一次`;
  return `按风险等级当面走访谈话：${levels.join("，")}；${withoutLevel}。`;
}

/** Rule E1 in words, from the days before the end. */
export function reminderSays(days: readonly number[]): string {
  const list = days.map((count) => `${count}日`).join("、");
  return `期满前${list}提醒，期满前办妥评估并函请公安机关出具解除通知书。`;
}

function every(months: number): string {
  const words: Record<number, string> = { 1: "每月", 3: "每季", 6: "每半年", 12: "每年" };
  return words[months] ?? `每${months}个月`;
}
