import type { Form } from "./form.ts";
import {
  CASEWORKER,
  DECIDED_ON,
  DRUG,
  ETHNICITY,
  ID_NUMBER,
  MEASURE,
  NAME,
  NOTES,
  ORDER_NUMBER,
  PHONE,
  RECEIVED_ON,
  REGISTERED_ADDRESS,
  RESIDENCE,
  RISK,
  SEQUENCE,
  SEX,
  STATION,
  TOWNSHIP,
} from "./shared-columns.ts";
import { words } from "./words.ts";

const REPORT_DUE_ON = {
  field: "reportDueOn",
  type: "date",
  label: "应报到时间",
  synonyms: words("应报到日期 报到期限 报到截止日期 报到截止时间 最迟报到日期 限期报到日期 规定报到时间"),
} as const;

const REPORTED_ON = {
  field: "reportedOn",
  type: "date",
  label: "实际报到时间",
  required: true,
  synonyms: words("实际报到日期 报到日期 报到时间 本人报到日期 本人报到时间 来站报到日期 到站报到时间"),
} as const;

const AGREEMENT_SIGNED_ON = {
  field: "agreementSignedOn",
  type: "date",
  label: "协议签订日期",
  synonyms: words(`
      协议签订时间 签订协议日期 签订协议时间 协议日期 协议时间 签约日期 签约时间
      协议书签订日期 协议书签订时间 签协议日期 签协议时间 协议签署日期
    `),
} as const;

const TERM_YEARS = {
  field: "termYears",
  type: "number",
  label: "期限（年）",
  synonyms: words("期限 执行期限 年限 戒毒期限 社戒期限 执行年限 社区戒毒期限 责令期限 决定期限"),
} as const;

const ALIAS = {
  field: "alias",
  type: "text",
  label: "别名",
  synonyms: words("绰号 曾用名 别名绰号"),
} as const;

const BIRTH_DATE = {
  field: "birthDate",
  type: "date",
  label: "出生日期",
  synonyms: words("出生年月日 生日 出生时间"),
} as const;

const EDUCATION = {
  field: "education",
  type: "text",
  label: "文化程度",
  synonyms: ["学历", "受教育程度"],
} as const;

const MARITAL_STATUS = {
  field: "maritalStatus",
  type: "text",
  label: "婚姻状况",
  synonyms: words("婚姻 婚否 婚姻情况"),
} as const;

const OCCUPATION = {
  field: "occupation",
  type: "text",
  label: "从业状况",
  synonyms: words("职业 就业情况 就业状况 从业情况 工作单位 工作情况"),
} as const;

const POLICE_STATION = {
  field: "policeStation",
  type: "text",
  label: "管辖派出所",
  synonyms: words("派出所 辖区派出所 所属派出所 责任派出所 户籍派出所 属地派出所 管控派出所"),
} as const;

const POLICE_OFFICER = {
  field: "policeOfficer",
  type: "text",
  label: "责任民警",
  synonyms: words("社区民警 管控民警 民警 办案民警 包保民警"),
} as const;

/** 存量花名册: everybody on the books on one day. */
export const REGISTER = {
  label: "花名册",
  titleHints: words("花名册 名册 存量 在册 底册 登记册 基本信息 台账总表"),
  columns: [
    SEQUENCE,
    NAME,
    SEX,
    ETHNICITY,
    ID_NUMBER,
    PHONE,
    REGISTERED_ADDRESS,
    RESIDENCE,
    TOWNSHIP,
    {
      field: "village",
      type: "text",
      label: "村（社区）",
      synonyms: words("村 村居 社区 村组 所属村 所属社区 所属村社区 行政村 村居社区 村别"),
    },
    { ...MEASURE, required: true },
    ORDER_NUMBER,
    DECIDED_ON,
    RECEIVED_ON,
    REPORT_DUE_ON,
    REPORTED_ON,
    AGREEMENT_SIGNED_ON,
    TERM_YEARS,
    DRUG,
    RISK,
    POLICE_STATION,
    POLICE_OFFICER,
    CASEWORKER,
    STATION,
    {
      field: "termStartOn",
      type: "date",
      label: "起始日期",
      synonyms: words("开始日期 执行起始日期 起始时间 戒毒起始日期 执行开始日期 期限起 开始时间 起算日期"),
    },
    {
      field: "termEndOn",
      type: "date",
      label: "届满日期",
      synonyms: words("截止日期 期满日期 到期日期 结束日期 期满时间 届满时间 到期时间 执行截止日期 期限止"),
    },
    {
      field: "state",
      type: "text",
      label: "人员状态",
      synonyms: words("状态 现状 目前状态 管控状态 管控情况 当前状态 执行状态 人员现状"),
    },
    ALIAS,
    BIRTH_DATE,
    EDUCATION,
    MARITAL_STATUS,
    OCCUPATION,
    NOTES,
  ],
} as const satisfies Form;

/** 衔接名单: what the police hand over at the weekly check. */
export const HANDOFF_LIST = {
  label: "衔接名单",
  titleHints: words("移交 衔接 交接 新增 核对 第周"),
  columns: [
    SEQUENCE,
    NAME,
    SEX,
    ETHNICITY,
    ID_NUMBER,
    REGISTERED_ADDRESS,
    RESIDENCE,
    PHONE,
    DRUG,
    MEASURE,
    { ...ORDER_NUMBER, required: true },
    DECIDED_ON,
    RECEIVED_ON,
    TOWNSHIP,
    {
      field: "policeUnit",
      type: "text",
      label: "办案单位",
      synonyms: words("决定机关 决定单位 承办单位 移交单位 查获单位 办案机关 责令机关 主办单位 作出决定单位"),
    },
    TERM_YEARS,
    STATION,
    POLICE_STATION,
    POLICE_OFFICER,
    {
      field: "handedOffOn",
      type: "date",
      label: "移交日期",
      synonyms: words("移交时间 交接日期 交接时间 衔接日期 衔接时间 核对日期"),
    },
    REPORT_DUE_ON,
    ALIAS,
    BIRTH_DATE,
    EDUCATION,
    MARITAL_STATUS,
    OCCUPATION,
    NOTES,
  ],
} as const satisfies Form;

/** 报到协议台账: report-in and agreement of the people handed over. */
export const REPORT_INS = {
  label: "报到协议台账",
  titleHints: ["报到", "协议"],
  columns: [
    SEQUENCE,
    NAME,
    ID_NUMBER,
    ORDER_NUMBER,
    REPORTED_ON,
    AGREEMENT_SIGNED_ON,
    RISK,
    CASEWORKER,
    STATION,
    REPORT_DUE_ON,
    MEASURE,
    SEX,
    PHONE,
    TOWNSHIP,
    { field: "receivedOn", type: "date", label: RECEIVED_ON.label, synonyms: RECEIVED_ON.synonyms },
    NOTES,
  ],
} as const satisfies Form;
