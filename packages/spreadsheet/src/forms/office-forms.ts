import type { Form } from "./form.ts";
import { NOTES, PHONE, SEQUENCE, SEX } from "./shared-columns.ts";
import { words } from "./words.ts";

/** 专项经费台账. */
export const FUNDS = {
  label: "专项经费台账",
  titleHints: words("经费 支出 资金 预算 费用"),
  columns: [
    SEQUENCE,
    {
      field: "spentOn",
      type: "date",
      label: "日期",
      required: true,
      synonyms: words(`
      支出日期 支出时间 时间 付款日期 报销日期 记账日期 列支日期 开支日期 发生日期
      使用日期 支付日期 支付时间
    `),
    },
    {
      field: "category",
      type: "text",
      label: "支出科目",
      synonyms: words(`
      科目 支出类别 支出项目 费用类别 经费用途 用途 类别 项目 支出类型 开支科目 费用科目
      经费类别 支出用途
    `),
    },
    {
      field: "summary",
      type: "text",
      label: "摘要",
      synonyms: words("支出摘要 事由 内容 支出内容 支出说明 用途说明 事项 支出事项 开支内容 支出明细"),
    },
    {
      field: "amount",
      type: "money",
      label: "金额（元）",
      required: true,
      synonyms: words(`
      金额 支出金额 金额万元 支出 支出金额元 支出金额万元 付款金额 报销金额 列支金额
      开支金额 支付金额 使用金额 实际支出
    `),
    },
    {
      field: "voucher",
      type: "text",
      label: "凭证号",
      synonyms: words("凭证编号 凭证 票据号 发票号 单据号 记账凭证号 凭证字号 票据编号"),
    },
    {
      field: "handler",
      type: "name",
      label: "经办人",
      synonyms: words("经手人 报销人 经办 经办人员 领款人"),
    },
    NOTES,
  ],
} as const satisfies Form;

/** 禁毒宣传活动台账. */
export const PUBLICITY = {
  label: "宣传活动台账",
  titleHints: ["宣传"],
  columns: [
    SEQUENCE,
    {
      field: "heldOn",
      type: "date",
      label: "日期",
      required: true,
      synonyms: words("活动日期 活动时间 宣传日期 宣传时间 时间 开展日期 开展时间 举办日期 举办时间"),
    },
    {
      field: "title",
      type: "text",
      label: "活动名称",
      required: true,
      synonyms: words("名称 活动主题 主题 宣传主题 宣传内容 活动内容 宣传活动 宣传活动名称 宣传名称"),
    },
    {
      field: "form",
      type: "text",
      label: "形式",
      synonyms: words("活动形式 宣传形式 宣传方式 活动方式 方式 开展形式"),
    },
    {
      field: "place",
      type: "text",
      label: "地点",
      synonyms: words("活动地点 宣传地点 举办地点 开展地点 场所"),
    },
    {
      field: "audience",
      type: "number",
      label: "受众人数",
      synonyms: words(`
      人数 参加人数 受教育人数 参与人数 覆盖人数 受众 宣传人数 受众人次 参加人次
      受教育人次 覆盖人次
    `),
    },
    {
      field: "leaflets",
      type: "number",
      label: "宣传手册（份）",
      synonyms: words(`
      宣传手册 宣传资料 发放资料 发放宣传资料 资料 资料份数 手册 宣传单 宣传册
      发放资料份数 发放手册 宣传品 发放宣传单
    `),
    },
    {
      field: "boards",
      type: "number",
      label: "宣传牌（块）",
      synonyms: words("宣传牌 展板 宣传板 宣传栏 牌 展板块 宣传展板 横幅"),
    },
    {
      field: "vehicles",
      type: "number",
      label: "宣传车（车次）",
      synonyms: words("宣传车 车次 出动宣传车 宣传车辆 出动车辆"),
    },
    {
      field: "organiser",
      type: "text",
      label: "组织单位",
      synonyms: words("主办单位 承办单位 责任单位 开展单位 单位"),
    },
    NOTES,
  ],
} as const satisfies Form;

/** 联席会议台账. */
export const MEETINGS = {
  label: "联席会议台账",
  titleHints: ["会议", "联席"],
  columns: [
    SEQUENCE,
    {
      field: "heldOn",
      type: "date",
      label: "日期",
      required: true,
      synonyms: words("会议日期 会议时间 召开日期 召开时间 时间 开会日期 开会时间"),
    },
    {
      field: "title",
      type: "text",
      label: "会议名称",
      required: true,
      synonyms: words("会议 会议主题 名称 主题 会议内容"),
    },
    {
      field: "host",
      type: "text",
      label: "主持单位",
      synonyms: words("主持人 召集单位 牵头单位 组织单位 主办单位 主持 召集人"),
    },
    {
      field: "participants",
      type: "list",
      label: "参会单位",
      synonyms: words("参加单位 与会单位 参会人员 参加人员 出席单位 到会单位 成员单位 参会部门"),
    },
    {
      field: "resolution",
      type: "text",
      label: "议定事项",
      synonyms: words("会议议题 议题 议决事项 会议决定 决定事项 商定事项 会议纪要 议定内容 研究事项"),
    },
    {
      field: "responsibleUnit",
      type: "text",
      label: "责任单位",
      synonyms: words("落实单位 承办单位 责任部门 办理单位 牵头落实单位 责任人"),
    },
    {
      field: "dueOn",
      type: "date",
      label: "完成时限",
      synonyms: words(`
      时限 完成期限 办理时限 截止日期 完成日期 限办日期 整改时限 完成时间 办结时限
      落实期限
    `),
    },
    {
      field: "completion",
      type: "completion",
      label: "完成情况",
      synonyms: words("落实情况 办理情况 是否完成 进展情况 办结情况 是否落实 完成状态"),
    },
    NOTES,
  ],
} as const satisfies Form;

/** 工作站与人员: the stations with their townships and staff. */
export const STATIONS_STAFF = {
  label: "工作站与人员",
  titleHints: words(`
      工作站及 工作站与 专职人员 人员配置 工作人员名册 社工名册 专干名册 人员配备
      工作站人员 站点
    `),
  columns: [
    SEQUENCE,
    {
      field: "name",
      type: "name",
      label: "姓名",
      required: true,
      synonyms: words(`
      人员姓名 工作人员 工作人员姓名 专职人员 专职工作人员 专干 社工 社工姓名 专干姓名
      名字
    `),
    },
    {
      field: "station",
      type: "text",
      label: "所在工作站",
      required: true,
      synonyms: words(`
      工作站 所属工作站 所在中心站 所属中心站 中心站 站点 工作站名称 站点名称 站名 所在站
      所属站点 所在站点 单位 工作单位 所在单位 所属单位 中心站名称
    `),
    },
    {
      field: "post",
      type: "text",
      label: "岗位",
      synonyms: words("职务 岗位职务 职位 身份 工作岗位 岗位名称 人员性质"),
    },
    {
      field: "stationAddress",
      type: "text",
      label: "站址",
      synonyms: words("工作站地址 站点地址 办公地址 办公地点 地址 工作站地点 中心站地址 站点位置 所在地"),
    },
    {
      field: "townships",
      type: "list",
      label: "服务乡镇",
      synonyms: words(`
      服务范围 服务区域 管辖乡镇 覆盖乡镇 辖区乡镇 负责乡镇 所辖乡镇 责任乡镇 辐射乡镇
      服务乡镇街道 管辖范围 辖区 覆盖范围 管辖区域 联系乡镇 覆盖乡镇街道 管辖乡镇街道
    `),
    },
    PHONE,
    SEX,
    NOTES,
  ],
} as const satisfies Form;
