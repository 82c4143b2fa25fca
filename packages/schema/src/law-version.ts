import { codesOf } from "@rehab/domain/code-list";
import { RULE_ACTORS, RULE_LIMITS } from "@rehab/domain/law/rule";
import type { RuleId } from "@rehab/domain/law/rule";
import { RULES } from "@rehab/domain/law/rules";
import { TERM_LAST_DAYS } from "@rehab/domain/law/settings";
import { z } from "zod";
import { Day, Id } from "./common.ts";
import { Measure } from "./supervision.ts";

const requiredText = (max: number, error: string) => z.string().trim().min(1, error).max(max);
const count = (most: number, error: string) => z.number(error).int(error).min(1, error).max(most, error);

const known: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

export const KnownRuleId = z.string().refine((id): id is RuleId => known.has(id), { error: "没有这条规则" });

export const Period = z.strictObject({
  amount: count(3650, "期限须为正整数"),
  unit: z.enum(["day", "month", "year"], "请选择单位"),
  counting: z.enum(["natural", "working"], "请选择计算方式"),
  rollsOver: z.boolean(),
});

/** The numbers of a rule; which ones it has is the domain's to say. */
export const Limits = z.partialRecord(z.enum(codesOf(RULE_LIMITS)), z.number("请填写数字").int("须为整数"));

export const RuleContent = z.strictObject({
  ruleId: KnownRuleId,
  title: requiredText(40, "请填写名称"),
  article: z.string().trim().max(60),
  says: requiredText(1000, "请填写规则内容"),
  actor: z.enum(codesOf(RULE_ACTORS), "请选择由谁办理"),
  period: Period.nullable(),
  limits: Limits.nullable(),
});

/** As it is written: versions that were stored before rules had numbers of their own say nothing of them. */
const WrittenRuleContent = RuleContent.extend({ limits: Limits.nullable().default(null) });

export const PlanContent = z.strictObject({
  measure: Measure,
  testsPerYear: z.array(z.number("请填写次数").int()).min(1, "请填写每年次数").max(5),
});

const months = count(60, "间隔须为 1 至 60 个月");

export const SettingContent = z.discriminatedUnion("key", [
  z.strictObject({
    key: z.literal("term_last_day"),
    value: z.enum(codesOf(TERM_LAST_DAYS), "请选择"),
  }),
  z.strictObject({ key: z.literal("administrative_detention_stops"), value: z.boolean("请选择") }),
  z.strictObject({
    key: z.literal("visit_months"),
    value: z.strictObject({ high: months, medium: months, low: months, unset: months }),
  }),
  z.strictObject({
    key: z.literal("end_reminder_days"),
    value: z.array(count(365, "天数须为 1 至 365")).min(1, "请至少填写一个天数").max(6),
  }),
  z.strictObject({
    key: z.literal("leave_approval_from_days"),
    value: count(365, "天数须为 1 至 365").nullable(),
  }),
]);

export const HolidayContent = z.strictObject({
  year: z.number("请填写年份").int().min(2008).max(2100),
  daysOff: z.array(Day).min(1, "请填写放假日期").max(80),
  workdays: z.array(Day).max(40),
  source: requiredText(200, "请填写文号，如 国办发明电〔2025〕7号"),
});

/** What a version says, whichever its subject is. */
export const LawContent = z.union([RuleContent, PlanContent, SettingContent, HolidayContent]);
export type LawContent = z.infer<typeof LawContent>;

const common = {
  id: Id,
  inForceFrom: Day,
  basis: requiredText(200, "请填写依据的文件"),
  /** Needed for a first day that has passed: why, and what changes by it. */
  lateReason: z
    .string()
    .trim()
    .max(500)
    .nullable()
    .default(null)
    .transform((text) => (text === "" ? null : text)),
};

/** A version to be: what it is about, from when on, on what it rests. */
export const LawVersionDraft = z.discriminatedUnion("subject", [
  z.strictObject({ ...common, subject: z.literal("rule"), content: WrittenRuleContent }),
  z.strictObject({ ...common, subject: z.literal("test_plan"), content: PlanContent }),
  z.strictObject({ ...common, subject: z.literal("setting"), content: SettingContent }),
  z.strictObject({ ...common, subject: z.literal("holidays"), content: HolidayContent }),
]);
export type LawVersionDraft = z.output<typeof LawVersionDraft>;

/** How a version is stored: the content that the domain reads, and why it began in the past. */
const stored = { inForceFrom: Day, lateReason: z.string().nullable() };
export const StoredLawVersion = z.discriminatedUnion("subject", [
  z.object({ ...stored, subject: z.literal("rule"), content: WrittenRuleContent }),
  z.object({ ...stored, subject: z.literal("test_plan"), content: PlanContent }),
  z.object({ ...stored, subject: z.literal("setting"), content: SettingContent }),
  z.object({ ...stored, subject: z.literal("holidays"), content: HolidayContent }),
]);
export type StoredLawVersion = z.output<typeof StoredLawVersion>;
