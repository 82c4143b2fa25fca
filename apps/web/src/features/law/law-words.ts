import { RULE_LIMITS } from "@rehab/domain/law/rule";
import { TERM_LAST_DAYS } from "@rehab/domain/law/settings";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { LawItem, RuleView, VersionView } from "@rehab/schema/law";
import type { LawContent } from "@rehab/schema/law-version";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../lib/code-label.ts";

type Period = NonNullable<RuleView["period"]>;

/** 10 日（自然日）: how a period is said. */
export function usePeriodText(): (period: Period | null) => string {
  const { t } = useTranslation();
  return (period) => {
    if (period === null) return t("law.noClock");
    const amount = `${period.amount} ${t(`law.unit.${period.unit}`)}`;
    return period.unit === "day" ? `${amount}（${t(`law.${period.counting}`)}）` : amount;
  };
}

/** 擅自离开达到 3 次: the numbers of a rule beside its period, one a line. */
export function useLimitLines(): (limits: RuleView["limits"]) => readonly string[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (limits) =>
    RULE_LIMITS.flatMap(({ code, unit }) => {
      const number = limits?.[code];
      if (number === undefined) return [];
      return [`${labelOf(RULE_LIMITS, code)} ${number} ${t(`law.limitUnit.${unit}`)}`];
    });
}

/** What a version says, in a few lines. */
export function useContentLines(): (content: LawContent) => readonly string[] {
  const { t } = useTranslation();
  const periodText = usePeriodText();
  const limitLines = useLimitLines();
  const settingLines = useSettingLines();
  return (content) => {
    if ("ruleId" in content) {
      const { period, limits, says } = content;
      const numbers = limitLines(limits);
      const lines = numbers.length === 0 ? [says] : [numbers.join("，"), says];
      if (period === null) return lines;
      const roll = t(period.rollsOver ? "law.rolls" : "law.rollsNot");
      return [`${periodText(period)}，${roll}`, ...lines];
    }
    if ("measure" in content) {
      const years = content.testsPerYear.map((count, index) => t("law.planText", { year: index + 1, count }));
      return [years.join("，")];
    }
    if ("key" in content) return settingLines(content);
    return [
      content.source,
      `${t("law.daysOff")}：${spansOf(content.daysOff).join("，")}`,
      ...(content.workdays.length === 0 ? [] : [`${t("law.workdays")}：${content.workdays.join("，")}`]),
    ];
  };
}

type SettingContent = Extract<LawContent, { key: string }>;

function useSettingLines(): (content: SettingContent) => readonly string[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (content) => {
    switch (content.key) {
      case "term_last_day":
        return [labelOf(TERM_LAST_DAYS, content.value)];
      case "administrative_detention_stops":
        return [t(content.value ? "law.yes" : "law.no")];
      case "visit_months":
        return [
          riskKeys
            .map((risk) => `${t(`law.risk.${risk}`)}${t("law.everyMonths", { count: content.value[risk] })}`)
            .join("，"),
        ];
      case "end_reminder_days":
        return [t("law.beforeEnd", { days: content.value.join("、") })];
      case "leave_approval_from_days":
        return [
          content.value === null ? t("law.noApproval") : t("law.approvalFrom", { count: content.value }),
        ];
    }
  };
}

export const riskKeys = ["high", "medium", "low", "unset"] as const;

/** The name of a plan, a setting or a year of holidays. */
export function useItemName(): (item: Pick<LawItem, "code"> & { readonly subject: string }) => string {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return ({ subject, code }) => {
    if (subject === "test_plan") return `${labelOf(MEASURES, code)} ${t("law.parts.test_plan")}`;
    if (subject === "holidays") return `${code} ${t("law.parts.holidays")}`;
    return t(`law.setting.${code as SettingContent["key"]}`);
  };
}

/** Days as spans: 2021-10-01 至 2021-10-07. */
export function spansOf(days: readonly string[]): string[] {
  const spans: [first: string, last: string][] = [];
  for (const day of [...days].sort()) {
    const last = spans.at(-1);
    if (last !== undefined && dayAfter(last[1]) === day) last[1] = day;
    else spans.push([day, day]);
  }
  return spans.map(([first, last]) => (first === last ? first : `${first} 至 ${last}`));
}

/** The days of one line, `2027-01-01 至 2027-01-03` or a single day; undefined for anything else. */
export function daysOfLine(line: string): string[] | undefined {
  const found = line.trim().match(/^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|~|—)\s*(\d{4}-\d{2}-\d{2}))?$/u);
  const [, first, last = first] = found ?? [];
  if (first === undefined || last === undefined || last < first) return undefined;
  if (dayAfter(first) === "" || dayAfter(last) === "") return undefined;
  const days: string[] = [];
  for (let day = first; day <= last && days.length < 31; day = dayAfter(day)) days.push(day);
  return days;
}

/** Empty for a day that does not exist. */
function dayAfter(day: string): string {
  const moment = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day) return "";
  return new Date(moment + 86_400_000).toISOString().slice(0, 10);
}

/** Where a version stands on a day. */
export function standingOf(version: VersionView, today: string): "annulled" | "future" | "inForce" | "past" {
  if (version.annulled !== null) return "annulled";
  if (version.inForceFrom > today) return "future";
  return version.inForceTo !== null && version.inForceTo < today ? "past" : "inForce";
}
