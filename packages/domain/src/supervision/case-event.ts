import type { PlainDate } from "../time/plain-date.ts";
import type { RiskLevel } from "./risk-level.ts";

/** What can happen to a case. The order is that of a case's life. */
export const CASE_EVENT_KINDS = [
  { code: "ordered", zh: "作出决定" },
  { code: "received", zh: "本人收到决定书" },
  { code: "handed_off", zh: "衔接移交" },
  { code: "assigned", zh: "指派工作站" },
  { code: "acknowledged", zh: "工作站接收" },
  { code: "station_returned", zh: "工作站退回" },
  { code: "transferred_in", zh: "转入" },
  { code: "no_show_referred", zh: "逾期未报到移交公安机关" },
  { code: "no_show_dismissed", zh: "公安机关责令继续报到" },
  { code: "reported", zh: "报到" },
  { code: "transfer_reported", zh: "变更执行地后报到" },
  { code: "notice_given", zh: "告知权利义务" },
  { code: "agreement_signed", zh: "签订协议" },
  { code: "team_formed", zh: "成立工作小组" },
  { code: "plan_made", zh: "制定计划" },
  { code: "lost_contact", zh: "脱管" },
  { code: "found", zh: "找回" },
  { code: "breach_referred", zh: "严重违反协议移交公安机关" },
  { code: "breach_dismissed", zh: "公安机关决定继续执行" },
  { code: "suspended", zh: "中止" },
  { code: "resumed", zh: "恢复执行" },
  { code: "dual_control_started", zh: "列入双向管控" },
  { code: "dual_control_ended", zh: "退出双向管控" },
  { code: "maintenance_started", zh: "参加药物维持治疗" },
  { code: "maintenance_ended", zh: "退出药物维持治疗" },
  { code: "hospitalised", zh: "住院" },
  { code: "discharged", zh: "出院" },
  { code: "risk_set", zh: "确定风险等级" },
  { code: "transfer_started", zh: "申请变更执行地" },
  { code: "transfer_sent", zh: "转送变更执行地材料" },
  { code: "transfer_cancelled", zh: "撤销变更执行地" },
  { code: "transferred_within", zh: "县内变更执行地" },
  { code: "transferred_out", zh: "转出" },
  { code: "released", zh: "解除" },
  { code: "terminated", zh: "终止" },
  { code: "died", zh: "死亡" },
  { code: "returned_to_police", zh: "退回公安机关" },
] as const;

export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number]["code"];

/**
 * Why a measure is suspended (戒毒条例 第二十四条). Whether 行政拘留 is such a 拘留 is not settled nationally: a county
 * says whether it stops the term.
 */
export const SUSPENSION_GROUNDS = [
  { code: "detained", zh: "被依法拘留" },
  { code: "administrative_detention", zh: "被行政拘留" },
  { code: "arrested", zh: "被依法逮捕" },
] as const;

export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number]["code"];

/** Why a measure is terminated. 强制隔离戒毒 is practice; 戒毒条例 第二十四条 names the other two. */
export const TERMINATION_GROUNDS = [
  { code: "compulsory_isolation", zh: "决定强制隔离戒毒" },
  { code: "imprisoned", zh: "收监执行刑罚" },
  { code: "coercive_education", zh: "采取强制性教育措施" },
  { code: "other", zh: "其他" },
] as const;

export type TerminationGround = (typeof TERMINATION_GROUNDS)[number]["code"];

/** Why a case in its term is handed to the police (戒毒条例 第二十条、第二十一条). */
export const BREACH_GROUNDS = [
  { code: "refusals", zh: "逃避或者拒绝接受检测次数" },
  { code: "departures", zh: "擅自离开次数" },
  { code: "absence_days", zh: "擅自离开累计天数" },
  { code: "positive_test", zh: "检测阳性" },
] as const;

export type BreachGround = (typeof BREACH_GROUNDS)[number]["code"];

/** The events that end a case, from the day on which they happen. */
export const CASE_END_KINDS = [
  "released",
  "terminated",
  "transferred_out",
  "died",
  "returned_to_police",
] as const;

export type CaseEndKind = (typeof CASE_END_KINDS)[number];

/** One thing that happened to a case, on the day on which it happened (not on which it was recorded). */
export interface CaseEvent {
  /** Of one that is on record. */
  readonly id?: string;
  readonly kind: CaseEventKind;
  readonly on: PlainDate;
  /** Of a suspension, a termination or a referral; the database keeps each to its own list. */
  readonly ground?: SuspensionGround | TerminationGround | BreachGround;
  /** Taken over from a ledger: what was done around it stands on paper. */
  readonly fromPaper?: boolean;
  /** Of `risk_set`. */
  readonly riskLevel?: RiskLevel;
}
