import type { PlainDate } from "../time/plain-date.ts";

/**
 * T: statute and regulation. H: the way of a case from the police to a plan. W: tests. V: visits. L: leaves.
 * B: breaches. O: what lies over a state. E: the end of a term. D: documents. G: goals of a plan. I: definitions of
 * indicators.
 * The numbers of T are those of the rule table in the project's reference.
 */
export type RuleId =
  | "T1"
  | "T2"
  | "T3"
  | "T4"
  | "T5"
  | "T6"
  | "T7"
  | "T8"
  | "T9"
  | "T10"
  | "T11"
  | "T12"
  | "T13"
  | "T14"
  | "T15"
  | "T16"
  | "T17"
  | "T18"
  | "T19"
  | "T20"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "H7"
  | "W1"
  | "W2"
  | "W3"
  | "W4"
  | "W5"
  | "V1"
  | "L1"
  | "B1"
  | "B2"
  | "O1"
  | "O2"
  | "O3"
  | "E1"
  | "D1"
  | "D2"
  | "G1"
  | "I1"
  | "I2";

/** What starts a rule's clock. */
export const RULE_TRIGGERS = [
  { code: "ordered", zh: "作出决定" },
  { code: "order_received", zh: "本人收到决定书" },
  { code: "handed_off", zh: "衔接移交" },
  { code: "assigned", zh: "指派工作站" },
  { code: "week_over", zh: "一周结束" },
  { code: "reported", zh: "报到" },
  { code: "transferred", zh: "执行地变更" },
  { code: "departed", zh: "离开本县（市、区）" },
  { code: "breached", zh: "违反协议或者再次吸毒" },
  { code: "detained", zh: "被依法拘留、逮捕" },
  { code: "expired", zh: "期满" },
  { code: "decided", zh: "作出处理决定" },
  { code: "sampled", zh: "采样" },
  { code: "tested_positive", zh: "检测结果阳性" },
  { code: "visited", zh: "上次走访谈话" },
  { code: "leave_requested", zh: "提出外出报告" },
  { code: "issued", zh: "制发文书" },
  { code: "before_end", zh: "期满前" },
  { code: "as_of", zh: "统计日" },
  { code: "maintenance_registered", zh: "登记参加药物维持治疗" },
  { code: "dual_control_agreed", zh: "两地约定共同管控" },
  { code: "hospitalised", zh: "住院治疗" },
] as const;

export type RuleTrigger = (typeof RULE_TRIGGERS)[number]["code"];

/** Who has to act under a rule. */
export const RULE_ACTORS = [
  { code: "enrollee", zh: "本人" },
  { code: "caseworker", zh: "专职工作人员" },
  { code: "township", zh: "乡（镇）人民政府、街道办事处" },
  { code: "police", zh: "公安机关" },
  { code: "bureau", zh: "司法局" },
] as const;

export type RuleActor = (typeof RULE_ACTORS)[number]["code"];

/**
 * The numbers that a rule states beside its period. What is reached `from` a number includes it (3次以上), what is `over`
 * it begins with the next one (超过30日): 民法典 第一千二百五十九条. `most` is the highest number that makes sense.
 */
export const RULE_LIMITS = [
  { code: "refusals", zh: "逃避或者拒绝检测达到", unit: "time", counts: "from", most: 20 },
  { code: "departures", zh: "擅自离开达到", unit: "time", counts: "from", most: 20 },
  { code: "absence_days", zh: "擅自离开累计超过", unit: "day", counts: "over", most: 365 },
  { code: "serious_refusals", zh: "较严重：逃避或者拒绝检测达到", unit: "time", counts: "from", most: 20 },
  { code: "serious_departures", zh: "较严重：擅自离开达到", unit: "time", counts: "from", most: 20 },
  { code: "serious_absence_days", zh: "较严重：擅自离开累计达到", unit: "day", counts: "from", most: 365 },
  { code: "child_below_age", zh: "可以不适用的年龄，未满", unit: "year", counts: "from", most: 18 },
  { code: "suit_months", zh: "提起行政诉讼", unit: "month", counts: "from", most: 60 },
] as const;

export type RuleLimitCode = (typeof RULE_LIMITS)[number]["code"];

/** Some of the numbers by name; a rule holds the same ones in all its versions. */
export type RuleLimits = Readonly<Partial<Record<RuleLimitCode, number>>>;

/** One version of a rule, in force between two days. */
export interface Rule {
  readonly id: RuleId;
  readonly title: string;
  readonly instrument: string;
  /** The article as it is cited, such as 第十四条; empty for a local definition. */
  readonly article: string;
  /** The rule in our own words. */
  readonly says: string;
  readonly inForceFrom: PlainDate;
  /** The last day in force; absent while it still is. */
  readonly inForceTo?: PlainDate;
  readonly trigger: RuleTrigger;
  readonly actor: RuleActor;
  /** What ends the clock or settles the rule, in Chinese. */
  readonly endedBy: string;
  /** Absent for a rule without a clock. */
  readonly period?: RulePeriod;
  /** Absent for a rule without other numbers. */
  readonly limits?: RuleLimits;
}

/** A length of time as a rule states it. The day of the trigger is never counted. */
export interface RulePeriod {
  readonly amount: number;
  readonly unit: "day" | "month" | "year";
  readonly counting: "natural" | "working";
  /** Whether a last day on a rest day moves to the next working day. */
  readonly rollsOver: boolean;
}

/**
 * The version of a rule in force on a day. An event before the first version took effect is measured
 * by that first version, as practice continued earlier cases under the Regulations.
 * Throws a RangeError for a rule that is unknown or was repealed before the day.
 */
export function ruleOn(id: RuleId, date: PlainDate, rules: readonly Rule[]): Rule {
  const versions = rules.filter((rule) => rule.id === id);
  const inForce = versions.find(
    (rule) => rule.inForceFrom <= date && (rule.inForceTo === undefined || date <= rule.inForceTo),
  );
  if (inForce !== undefined) return inForce;
  const first = versions.sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1))[0];
  if (first !== undefined && date < first.inForceFrom) return first;
  throw new RangeError(`rule ${id} is not in force on ${date}`);
}

/** 《戒毒条例》第十四条: how a rule is cited on screen and paper. */
export function citationOf(rule: Rule): string {
  return `《${rule.instrument}》${rule.article}`;
}

/**
 * The least count with which a limit of a rule is reached: 3 for 3次以上, 31 for 超过30日. Throws a RangeError for a number
 * that the rule does not state.
 */
export function limitOf(rule: Rule, code: RuleLimitCode): number {
  const limit = rule.limits?.[code];
  if (limit === undefined) throw new RangeError(`rule ${rule.id} has no limit ${code}`);
  return RULE_LIMITS.find((each) => each.code === code)?.counts === "over" ? limit + 1 : limit;
}

/** The number of days of a rule whose period is one. Throws a RangeError for any other. */
export function daysOfRule({ id, period }: Rule): number {
  if (period?.unit !== "day") throw new RangeError(`rule ${id} has no period in days`);
  return period.amount;
}
