import { plainDate } from "../time/plain-date.ts";
import type { Rule } from "./rule.ts";

const REGULATIONS = { instrument: "戒毒条例", inForceFrom: plainDate("2011-06-26") } as const;
const LOCAL_PRACTICE = {
  instrument: "本县工作口径",
  article: "",
  inForceFrom: plainDate("2011-06-26"),
} as const;

/** The way of a case from the police to a plan. */
export const HANDOFF_RULES: readonly Rule[] = [
  {
    id: "H1",
    title: "决定书送达",
    instrument: "公安机关办理行政案件程序规定",
    article: "第三十六条第一款第二项",
    says: "决定书宣告后当场交付本人；本人不在场的，作出决定后7日内送达。",
    inForceFrom: plainDate("2013-01-01"),
    trigger: "ordered",
    actor: "police",
    endedBy: "送达回执",
    period: { amount: 7, unit: "day", counting: "natural", rollsOver: true },
  },
  {
    ...LOCAL_PRACTICE,
    id: "H2",
    title: "每周衔接核对",
    says: "每周到公安局禁毒大队核对一次有无新增人员；无新增也要登记，一周没有核对记录的属于漏项。",
    trigger: "week_over",
    actor: "bureau",
    endedBy: "核对记录",
  },
  {
    ...REGULATIONS,
    id: "H3",
    title: "通知与衔接",
    article: "第十三条",
    says: "公安机关责令社区戒毒的，应当通知执行地乡（镇）、街道；条例未定天数，本系统按送达后7日内应出现在每周核对中提醒。",
    trigger: "order_received",
    actor: "police",
    endedBy: "衔接移交",
    period: { amount: 7, unit: "day", counting: "natural", rollsOver: true },
  },
  {
    ...LOCAL_PRACTICE,
    id: "H4",
    title: "指派与接收",
    says: "移交后3个工作日内指派到执行地的工作站；不由本县执行的退回公安机关。",
    trigger: "handed_off",
    actor: "bureau",
    endedBy: "指派、接收或者退回",
    period: { amount: 3, unit: "day", counting: "working", rollsOver: false },
  },
  {
    ...LOCAL_PRACTICE,
    id: "H5",
    title: "工作站接收",
    says: "工作站收到指派后3个工作日内接收，或者写明理由退回。",
    trigger: "assigned",
    actor: "caseworker",
    endedBy: "接收或者退回",
    period: { amount: 3, unit: "day", counting: "working", rollsOver: false },
  },
  {
    ...REGULATIONS,
    id: "H6",
    title: "工作小组",
    article: "第十七条",
    says: "专职工作人员、社区民警、社区医务人员、家庭成员和禁毒志愿者共同组成工作小组；条例未定天数，本系统按报到后5个工作日提醒。",
    trigger: "reported",
    actor: "township",
    endedBy: "工作小组成立",
    period: { amount: 5, unit: "day", counting: "working", rollsOver: false },
  },
  {
    ...REGULATIONS,
    id: "H7",
    title: "个人计划",
    article: "第十五条、第十八条",
    says: "制定计划，落实管理和帮助措施；条例未定天数，本系统按报到后10个工作日提醒。",
    trigger: "reported",
    actor: "caseworker",
    endedBy: "计划书",
    period: { amount: 10, unit: "day", counting: "working", rollsOver: false },
  },
];
