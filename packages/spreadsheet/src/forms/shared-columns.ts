import type { Column } from "./form.ts";
import { words } from "./words.ts";

export const SEQUENCE = {
  field: "sequence",
  type: "text",
  label: "序号",
  synonyms: words("编号 序 号 NO 序列 次序"),
} as const satisfies Column;

export const NAME = {
  field: "name",
  type: "name",
  label: "姓名",
  required: true,
  synonyms: words(`
      人员姓名 戒毒人员姓名 戒毒人员 社戒社康人员姓名 社区戒毒人员姓名 社区康复人员姓名
      吸毒人员姓名 戒毒康复人员姓名 戒毒康复人员 对象姓名 管控对象 服务对象 名字 被决定人
      被责令人 违法行为人 违法行为人姓名 本人姓名
    `),
} as const satisfies Column;

export const ID_NUMBER = {
  field: "idNumber",
  type: "id_number",
  label: "身份证号",
  required: true,
  synonyms: words(`
      身份证号码 证件号码 证件号 公民身份号码 公民身份证号 公民身份证号码 居民身份证号
      居民身份证号码 居民身份号码 身份号码 身份证 身份证件号码 身份证件号 有效证件号码
      证件编号 身份证编号 ID号 ID
    `),
} as const satisfies Column;

export const SEX = { field: "sex", type: "sex", label: "性别", synonyms: ["男女"] } as const satisfies Column;

export const ETHNICITY = {
  field: "ethnicity",
  type: "text",
  label: "民族",
  synonyms: ["族别"],
} as const satisfies Column;

export const PHONE = {
  field: "phone",
  type: "phone",
  label: "联系电话",
  synonyms: words(`
      电话 手机 手机号 手机号码 电话号码 联系方式 本人电话 本人联系电话 联系号码 移动电话
      联系手机
    `),
} as const satisfies Column;

export const REGISTERED_ADDRESS = {
  field: "registeredAddress",
  type: "text",
  label: "户籍地址",
  synonyms: words(`
      户籍地 户籍所在地 户籍详细地址 户籍地详址 户籍住址 户口所在地 户口地址 户籍
      户籍地详细地址 籍贯地址 家庭地址 家庭住址
    `),
} as const satisfies Column;

export const RESIDENCE = {
  field: "residence",
  type: "text",
  label: "现住址",
  synonyms: words(`
      现居住地 现居住地址 居住地 居住地址 实际居住地 实际居住地址 现住地 现住地址 住址
      地址 详细地址 现居地 常住地址 现居住地详址
    `),
} as const satisfies Column;

export const TOWNSHIP = {
  field: "township",
  type: "text",
  label: "执行地乡镇",
  synonyms: words(`
      执行地 执行乡镇 执行地点 执行单位 执行乡镇街道 执行地乡镇街道 执行地街道 乡镇
      乡镇街道 街道乡镇 所属乡镇 所属乡镇街道 所属街道 所在乡镇 所在乡镇街道 镇街 镇乡街道
      镇街道 责任乡镇 管辖乡镇 接收乡镇 社区戒毒执行地
    `),
} as const satisfies Column;

export const STATION = {
  field: "station",
  type: "text",
  label: "工作站",
  synonyms: words(`
      中心站 所属工作站 所属中心站 所属站点 接收站 接收工作站 接收单位 经办站 经办单位
      站点 站别 站名 管控站点 责任站 社区戒毒康复工作站 管理站 填报单位
    `),
} as const satisfies Column;

export const MEASURE = {
  field: "measure",
  type: "measure",
  label: "人员分类",
  synonyms: words(`
      处置类型 人员类别 人员类型 类别 类型 戒毒类型 戒毒类别 戒毒措施 戒毒方式 措施
      处置措施 处置方式 业务类型 管控类型 管控类别 执行类型 执行类别 措施类型 决定类型
      社戒社康 分类 处理结果
    `),
} as const satisfies Column;

export const ORDER_NUMBER = {
  field: "orderNumber",
  type: "order_number",
  label: "决定书文号",
  synonyms: words(`
      决定书编号 决定书号 决定文号 决定书字号 文书编号 文书号 法律文书号 法律文书编号
      法律文书文号 文号 责令决定书文号 责令社区戒毒决定书文号 责令社区康复决定书文号
      责令决定书编号 决定书案号 处罚决定书文号
    `),
} as const satisfies Column;

export const DECIDED_ON = {
  field: "decidedOn",
  type: "date",
  label: "决定日期",
  synonyms: words(`
      决定时间 决定书日期 决定书时间 作出决定日期 作出决定时间 责令日期 责令时间
      决定书下达日期 下达日期 下达时间 文书日期 裁决日期 裁决时间
    `),
} as const satisfies Column;

export const RECEIVED_ON = {
  field: "receivedOn",
  type: "date",
  label: "送达日期",
  required: true,
  synonyms: words(`
      送达时间 签收日期 签收时间 接收决定书日期 接收决定书时间 收到决定书日期 收到决定书时间
      收到日期 收到时间 本人签收日期 本人签收时间 决定书送达日期 决定书送达时间
      决定书签收日期 文书送达日期 文书送达时间 领取决定书日期
    `),
} as const satisfies Column;

export const DRUG = {
  field: "drug",
  type: "text",
  label: "毒品种类",
  synonyms: words(`
      滥用毒品种类 吸食毒品种类 吸毒种类 毒品类型 涉毒种类 吸食毒品 毒品 毒品名称 滥用种类
      滥用毒品 染毒种类
    `),
} as const satisfies Column;

export const RISK = {
  field: "risk",
  type: "risk",
  label: "风险等级",
  synonyms: words("风险级别 风险类别 风险程度 管控等级 管控级别 风险分类 风险评估等级 风险评估"),
} as const satisfies Column;

export const CASEWORKER = {
  field: "caseworker",
  type: "name",
  label: "专干",
  synonyms: words(`
      专职工作人员 专职人员 专职干部 责任专干 禁毒专干 社工 禁毒社工 责任社工 责任人
      责任干部 管控责任人 帮教人 帮教人员 帮扶人 负责人 专干姓名 管控人
    `),
} as const satisfies Column;

export const NOTES = {
  field: "notes",
  type: "text",
  label: "备注",
  synonyms: words("说明 备注说明 其他 其他说明 附注 其它"),
} as const satisfies Column;
