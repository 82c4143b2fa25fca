import type { Measure } from "../supervision/measure.ts";
import type { TestPlan } from "../testing/plan.ts";
import type { HolidayNotice } from "../time/public-holidays.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addDays, isoWeekday } from "../time/plain-date.ts";
import { calendarFrom } from "../time/working-day.ts";
import type { Law, LawSubject } from "./law.ts";
import { planSays, reminderSays, visitSays } from "./local-words.ts";
import type { Rule, RuleActor, RuleId, RuleLimits, RulePeriod } from "./rule.ts";
import { limitFaults, periodFaults } from "./number-faults.ts";
import type { VersionFault } from "./number-faults.ts";
import type { LocalSettings, SettingKey, SettingVersion } from "./settings.ts";

/** What a version of a rule may change. Its id, instrument and trigger, and what ends it, stay. */
export interface RuleContent {
  readonly ruleId: RuleId;
  readonly title: string;
  readonly article: string;
  readonly says: string;
  readonly actor: RuleActor;
  /** Null for a rule without a clock. */
  readonly period: RulePeriod | null;
  /** Null leaves the numbers as they are, as in versions that were stored before rules had any. */
  readonly limits: RuleLimits | null;
}

/** The tests of each year of a term, for terms that start while the version is in force. */
export interface PlanContent {
  readonly measure: Measure;
  readonly testsPerYear: readonly number[];
}

/** A local setting from a day on. */
export type SettingContent = {
  readonly [Key in SettingKey]: { readonly key: Key; readonly value: LocalSettings[Key] };
}[SettingKey];

/** What a county put beside the common law, in force from a day until the next version of the same code. */
export type LawVersion = { readonly inForceFrom: PlainDate } & (
  | { readonly subject: "rule"; readonly content: RuleContent }
  | { readonly subject: "test_plan"; readonly content: PlanContent }
  | { readonly subject: "setting"; readonly content: SettingContent }
  | { readonly subject: "holidays"; readonly content: HolidayNotice }
);

/** Rule id, measure, setting key or year: what a version is a version of. */
export function codeOfVersion(version: LawVersion): string {
  switch (version.subject) {
    case "rule":
      return version.content.ruleId;
    case "test_plan":
      return version.content.measure;
    case "setting":
      return version.content.key;
    case "holidays":
      return String(version.content.year);
  }
}

/** Rules whose words follow from a test plan or a setting, and which of them: they have no versions of their own. */
export const WORDED_BY: Partial<Record<RuleId, { readonly subject: LawSubject; readonly code: string }>> = {
  W1: { subject: "test_plan", code: "community_detox" },
  W2: { subject: "test_plan", code: "community_rehab" },
  V1: { subject: "setting", code: "visit_months" },
  E1: { subject: "setting", code: "end_reminder_days" },
};

/**
 * The law of a county: its versions over those of `base`. A version ends the one before it on the day before, so
 * that cases whose clock started earlier keep what they had. A year's holidays are replaced as a whole by the latest
 * notice. Annulled versions are left out by the caller. Throws a RangeError for a version of an unknown rule or plan.
 */
export function lawWith(base: Law, versions: readonly LawVersion[]): Law {
  if (versions.length === 0) return base;
  const ordered = [...versions].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  const rules: Rule[] = [...base.rules];
  const testPlans: TestPlan[] = [...base.testPlans];
  const settings: SettingVersion[] = [...base.settings];
  let { calendar } = base;
  for (const { inForceFrom, ...version } of ordered) {
    switch (version.subject) {
      case "rule":
        follow(rules, ({ id }) => id === version.content.ruleId, ruleAfter(version.content), inForceFrom);
        break;
      case "test_plan": {
        const { measure, testsPerYear } = version.content;
        const plan = follow(
          testPlans,
          (other) => other.measure === measure,
          (before) => ({ ...before, testsPerYear }),
          inForceFrom,
        );
        reword(rules, plan.ruleId, planSays(testsPerYear), inForceFrom);
        break;
      }
      case "setting":
        settings.push({ ...version.content, inForceFrom });
        rewordBySetting(rules, version.content, inForceFrom);
        break;
      case "holidays": {
        const notice = version.content;
        calendar = calendarFrom([...calendar.notices.filter(({ year }) => year !== notice.year), notice]);
        break;
      }
    }
  }
  return { rules, testPlans, settings, calendar };
}

interface Dated {
  readonly inForceFrom: PlainDate;
  readonly inForceTo?: PlainDate;
}

/** Ends the last version on the day before `from` and puts the new one behind it. */
function follow<T extends Dated>(
  list: T[],
  isOfCode: (entry: T) => boolean,
  change: (before: T) => T,
  from: PlainDate,
): T {
  const last = list.findLastIndex(isOfCode);
  const before = list[last];
  if (before === undefined) throw new RangeError("a version of nothing known");
  const { inForceTo: _ended, ...open } = before;
  const after = { ...change(open as T), inForceFrom: from };
  // A version from the same day or an earlier one takes the place of the one before it.
  const ended = before.inForceFrom < from ? [{ ...before, inForceTo: addDays(from, -1) }] : [];
  list.splice(last, 1, ...ended, after);
  return after;
}

function ruleAfter({ title, article, says, actor, period, limits }: RuleContent): (before: Rule) => Rule {
  return ({ period: _before, ...rest }) => ({
    ...rest,
    title,
    article,
    says,
    actor,
    ...(period !== null && { period }),
    ...(limits !== null && { limits }),
  });
}

function reword(rules: Rule[], id: RuleId, says: string, from: PlainDate): void {
  follow(
    rules,
    (rule) => rule.id === id,
    (before) => ({ ...before, says }),
    from,
  );
}

function rewordBySetting(rules: Rule[], content: SettingContent, from: PlainDate): void {
  if (content.key === "visit_months") reword(rules, "V1", visitSays(content.value), from);
  if (content.key === "end_reminder_days") reword(rules, "E1", reminderSays(content.value), from);
}

/** What is wrong with a version as the next one of its code under `law`, which does not hold it yet. */
export function versionFaults(version: LawVersion, law: Law): VersionFault[] {
  const last = lastStart(version, law);
  const faults: VersionFault[] = [];
  if (last !== undefined && version.inForceFrom <= last) {
    faults.push({ field: "/inForceFrom", says: `须晚于上一版本的起始日 ${last}` });
  }
  if (version.subject === "rule") faults.push(...ruleFaults(version.content, law));
  if (version.subject === "test_plan") faults.push(...planFaults(version.content, law));
  if (version.subject === "setting") faults.push(...settingFaults(version.content, law));
  if (version.subject === "holidays") faults.push(...holidayFaults(version.content));
  return faults;
}

function lastStart(version: LawVersion, law: Law): PlainDate | undefined {
  const starts = (dated: readonly Dated[]) =>
    dated
      .map(({ inForceFrom }) => inForceFrom)
      .sort()
      .at(-1);
  switch (version.subject) {
    case "rule":
      return starts(law.rules.filter(({ id }) => id === version.content.ruleId));
    case "test_plan":
      return starts(law.testPlans.filter(({ measure }) => measure === version.content.measure));
    case "setting":
      return starts(law.settings.filter(({ key }) => key === version.content.key));
    case "holidays":
      return undefined;
  }
}

function ruleFaults(content: RuleContent, law: Law): VersionFault[] {
  const last = law.rules.findLast(({ id }) => id === content.ruleId);
  if (last === undefined) return [{ field: "/content/ruleId", says: "没有这条规则" }];
  if (WORDED_BY[content.ruleId] !== undefined) {
    return [{ field: "/content/ruleId", says: "这条规则的内容由检测计划或者本地设定确定，请在那里新增版本" }];
  }
  const faults = [...periodFaults(content, last), ...limitFaults(content, last)];
  if ((last.article === "") !== (content.article === "")) {
    const says = last.article === "" ? "本县工作口径没有条款号" : "请填写条款";
    faults.push({ field: "/content/article", says });
  }
  const before = last.period;
  const isOtherPeriod =
    before !== undefined && content.period !== null && !sameContent(before, content.period);
  if (isOtherPeriod && content.says === last.says && last.says.includes(String(before.amount))) {
    faults.push({ field: "/content/says", says: "期限改了，内容中的天数还是原来的，请一并修改" });
  }
  const limits = content.limits ?? last.limits ?? null;
  if (!sameContent(limits, last.limits ?? null) && content.says === last.says) {
    faults.push({ field: "/content/says", says: "次数、天数改了，内容中的还是原来的，请一并修改" });
  }
  if (faults.length === 0 && sameContent(contentOfRule(last), { ...content, limits })) {
    faults.push({ field: "/content/says", says: "与现行版本完全相同，没有需要新增的内容" });
  }
  return faults;
}

/** What a version of this rule would have to say to leave everything as it is. */
export function contentOfRule({ id, title, article, says, actor, period, limits }: Rule): RuleContent {
  return { ruleId: id, title, article, says, actor, period: period ?? null, limits: limits ?? null };
}

function planFaults({ measure, testsPerYear }: PlanContent, law: Law): VersionFault[] {
  const faults: VersionFault[] = [];
  if (testsPerYear.length === 0 || testsPerYear.some((tests) => ![1, 2, 3, 4, 6, 12].includes(tests))) {
    faults.push({
      field: "/content/testsPerYear",
      says: "每年次数只能是 1、2、3、4、6、12，窗口才能按月等分",
    });
  }
  const last = law.testPlans.findLast((plan) => plan.measure === measure);
  if (faults.length === 0 && sameContent(last?.testsPerYear, testsPerYear)) {
    faults.push({ field: "/content/testsPerYear", says: "与现行计划完全相同" });
  }
  return faults;
}

function settingFaults({ key, value }: SettingContent, law: Law): VersionFault[] {
  const last = law.settings.findLast((setting) => setting.key === key);
  const faults: VersionFault[] = [];
  if (
    Array.isArray(value) &&
    value.some((days, index) => index > 0 && days >= (value[index - 1] as number))
  ) {
    faults.push({ field: "/content/value", says: "提醒的天数由远到近排列，不能重复" });
  }
  if (faults.length === 0 && sameContent(last?.value, value)) {
    faults.push({ field: "/content/value", says: "与现行设定完全相同" });
  }
  return faults;
}

function holidayFaults({ year, daysOff, workdays }: HolidayNotice): VersionFault[] {
  const faults: VersionFault[] = [];
  // A notice may also arrange the last days of the year before.
  const isNear = (day: PlainDate) => day >= `${year - 1}-12-01` && day <= `${year}-12-31`;
  if (!daysOff.every(isNear))
    faults.push({ field: "/content/daysOff", says: `放假日期应在 ${year} 年内（可含上年12月）` });
  if (!daysOff.some((day) => day === `${year}-01-01`)) {
    faults.push({ field: "/content/daysOff", says: "放假日期应含元旦，请核对是否填全" });
  }
  if (!workdays.every(isNear))
    faults.push({ field: "/content/workdays", says: `上班日期应在 ${year} 年内（可含上年12月）` });
  if (workdays.some((day) => isoWeekday(day) < 6)) {
    faults.push({ field: "/content/workdays", says: "调休上班的日期应是星期六或者星期日" });
  }
  if (workdays.some((day) => daysOff.includes(day))) {
    faults.push({ field: "/content/workdays", says: "同一天不能既放假又上班" });
  }
  return faults;
}

function sameContent(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** Values that came through a database have their keys in another order. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, sorted(part)]);
}
