import type { Form } from "./form.ts";
import {
  CASEWORKER,
  ID_NUMBER,
  MEASURE,
  NAME,
  NOTES,
  ORDER_NUMBER,
  PHONE,
  SEQUENCE,
  SEX,
  STATION,
  TOWNSHIP,
} from "./shared-columns.ts";
import { words } from "./words.ts";

/** 尿检台账: tests of urine, hair and saliva. */
export const TESTS = {
  label: "尿检台账",
  titleHints: words("尿检 检测 毛发"),
  columns: [
    SEQUENCE,
    {
      field: "testedOn",
      type: "date",
      label: "检测日期",
      required: true,
      synonyms: words(`
      检测时间 尿检时间 尿检日期 采样日期 采样时间 检验日期 检验时间 检测年月日 日期 时间
      取样日期 取样时间
    `),
    },
    {
      ...NAME,
      synonyms: [
        ...NAME.synonyms,
        ...words("被检测人 被检测人姓名 被检人 被检人姓名 受检人 受检人姓名 被测人"),
      ],
    },
    ID_NUMBER,
    {
      field: "method",
      type: "test_method",
      label: "检测方式",
      synonyms: words("检测方法 检测类型 检测种类 检测项目 检测类别 样本类型 检材"),
    },
    {
      field: "place",
      type: "text",
      label: "检测地点",
      synonyms: words("尿检地点 采样地点 检测地 地点 检验地点 检测场所"),
    },
    {
      field: "result",
      type: "test_result",
      label: "检测结果",
      required: true,
      synonyms: words("尿检结果 结果 检验结果 检测结论 结论 尿检情况 检测情况 检测结果阴阳性"),
    },
    {
      field: "tester",
      type: "name",
      label: "检测人",
      synonyms: words(`
      尿检人 检测人员 检测人一 检测人1 检测员 检验人 采样人 操作人 工作人员 尿检人员
      检测人签名 检测人甲 经办人
    `),
    },
    {
      field: "secondTester",
      type: "name",
      label: "检测人二",
      synonyms: words(`
      检测人2 第二检测人 见证人 在场人 协助人 检测人员二 检测人员2 检测人乙 检测人
      检测人员 复核人
    `),
    },
    STATION,
    SEX,
    PHONE,
    MEASURE,
    TOWNSHIP,
    CASEWORKER,
    {
      field: "drug",
      type: "text",
      label: "检出毒品",
      synonyms: words("毒品种类 检出种类 检出毒品种类 阳性种类"),
    },
    NOTES,
  ],
} as const satisfies Form;

/** 走访谈话台账: visits and talks. */
export const VISITS = {
  label: "走访谈话台账",
  titleHints: words("走访 谈话 帮教 见面"),
  columns: [
    SEQUENCE,
    {
      field: "visitedOn",
      type: "date",
      label: "日期",
      required: true,
      synonyms: words(`
      走访日期 走访时间 谈话日期 谈话时间 时间 走访谈话日期 走访谈话时间 帮教日期 帮教时间
      见面日期 见面时间 访谈日期 访谈时间
    `),
    },
    {
      ...NAME,
      synonyms: [
        ...NAME.synonyms,
        ...words(`
      被谈话人 被谈话人姓名 被访人 被访人姓名 被走访人 被走访人姓名 走访对象 谈话对象
      帮教对象 被帮教人 访谈对象
    `),
      ],
    },
    ID_NUMBER,
    {
      field: "method",
      type: "visit_method",
      label: "方式",
      required: true,
      synonyms: words(`
      走访方式 谈话方式 走访谈话方式 帮教方式 形式 走访形式 联系形式 访谈方式 见面方式
      谈话形式 走访类型 工作方式
    `),
    },
    {
      field: "place",
      type: "text",
      label: "地点",
      synonyms: words("走访地点 谈话地点 走访谈话地点 帮教地点 见面地点 访谈地点"),
    },
    {
      field: "mentalState",
      type: "text",
      label: "思想状况",
      synonyms: words("思想动态 思想状态 思想情况 现实表现 表现情况 情绪状态 精神状态 表现"),
    },
    {
      field: "content",
      type: "text",
      label: "内容",
      synonyms: words(`
      走访内容 谈话内容 走访谈话内容 主要内容 谈话要点 走访情况 谈话情况 走访记录 谈话记录
      帮教内容 情况记录 访谈内容 走访谈话情况
    `),
    },
    {
      field: "interviewer",
      type: "name",
      label: "谈话人",
      synonyms: words(`
      走访人 走访人员 谈话人员 走访谈话人 走访干部 访谈人 工作人员 记录人 走访人姓名
      谈话人姓名 经办人
    `),
    },
    STATION,
    SEX,
    PHONE,
    MEASURE,
    TOWNSHIP,
    CASEWORKER,
    NOTES,
  ],
} as const satisfies Form;

/** 人员异动台账: release, termination, transfer, death, loss of contact, suspension, resumption. */
export const STATUS_CHANGES = {
  label: "人员异动台账",
  titleHints: words("异动 变动 变更 解除 终止 中止 脱管"),
  columns: [
    SEQUENCE,
    {
      field: "changedOn",
      type: "date",
      label: "日期",
      required: true,
      synonyms: words(`
      异动日期 异动时间 变动日期 变动时间 变更日期 变更时间 发生日期 发生时间 时间
      生效日期 起始日期 办理日期 办理时间
    `),
    },
    NAME,
    ID_NUMBER,
    {
      field: "change",
      type: "status_change",
      label: "异动类型",
      required: true,
      synonyms: words(`
      异动类别 异动情况 变动类型 变动类别 变动情况 变更类型 变更类别 变更情况 异动种类
      异动 变动种类 状态变更 类型 类别 变更事项 异动事项 变动事项
    `),
    },
    {
      field: "reason",
      type: "text",
      label: "原因",
      synonyms: words("异动原因 变动原因 变更原因 事由 理由 具体原因 原因说明 情况说明"),
    },
    {
      field: "documentNumber",
      type: "text",
      label: "文书文号",
      synonyms: words("通知书文号 文书编号 通知书编号 解除通知书文号 依据文号 依据 文书名称及文号"),
    },
    {
      field: "destination",
      type: "text",
      label: "转往地",
      synonyms: words("转入地 接收地 转出地 转往地址 变更后执行地 现执行地 新执行地"),
    },
    STATION,
    ORDER_NUMBER,
    {
      ...MEASURE,
      label: "人员分类",
      synonyms: MEASURE.synonyms.filter((word) => word !== "类型" && word !== "类别"),
    },
    SEX,
    PHONE,
    TOWNSHIP,
    { field: "handler", type: "name", label: "经办人", synonyms: words("经办人员 登记人 办理人") },
    CASEWORKER,
    NOTES,
  ],
} as const satisfies Form;

/** 外出请假台账; an empty return date means that the person has not come back. */
export const LEAVES = {
  label: "外出请假台账",
  titleHints: words("请假 外出 销假"),
  columns: [
    SEQUENCE,
    NAME,
    ID_NUMBER,
    {
      field: "leftOn",
      type: "date",
      label: "外出日期",
      required: true,
      synonyms: words(`
      外出时间 离开日期 离开时间 请假起始日期 请假开始日期 请假开始时间 请假起始时间
      请假日期 请假时间 起始日期 起始时间 开始日期 开始时间 请假起 外出起始日期 离县日期
      离湘日期 离开日
    `),
    },
    {
      field: "dueBackOn",
      type: "date",
      label: "应返回日期",
      required: true,
      synonyms: words(`
      应返回时间 应返日期 应返时间 应归日期 应归时间 应销假日期 应销假时间 预计返回日期
      预计返回时间 拟返回日期 计划返回日期 请假结束日期 请假结束时间 请假截止日期
      请假截止时间 截止日期 截止时间 结束日期 结束时间 到期日期 请假止 批准返回日期
      请假到期日 假期截止日期
    `),
    },
    {
      field: "returnedOn",
      type: "date",
      label: "销假日期",
      synonyms: words(`
      销假时间 实际返回日期 实际返回时间 返回日期 返回时间 实际销假日期 实际销假时间
      归来日期 归来时间 实返日期 实归日期 实际归来日期 回归日期
    `),
    },
    {
      field: "destination",
      type: "text",
      label: "目的地",
      synonyms: words("外出地点 外出地 去向 前往地 前往地点 外出目的地 到达地 地点 请假去向 外出去向"),
    },
    {
      field: "reason",
      type: "text",
      label: "事由",
      synonyms: words("请假事由 外出事由 请假原因 外出原因 原因 理由 请假理由 外出理由"),
    },
    {
      field: "approver",
      type: "name",
      label: "批准人",
      synonyms: words("审批人 批准人员 审批人员 审核人 准假人 批假人"),
    },
    { field: "days", type: "number", label: "请假天数", synonyms: ["天数", "外出天数"] },
    STATION,
    SEX,
    PHONE,
    MEASURE,
    TOWNSHIP,
    CASEWORKER,
    NOTES,
  ],
} as const satisfies Form;
