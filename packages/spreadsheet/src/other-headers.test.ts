import { expect, it } from "vitest";

import { words } from "./forms/words.ts";
import { readWorkbook } from "./read-workbook.ts";
import { recogniseWorkbook } from "./recognise.ts";
import { csvText, encodeGb18030 } from "./test-support/sample-files.ts";

const PAPERS = [
  [
    "register",
    "平江县社区戒毒（康复）人员底册，截止2021年6月30日",
    "编号 戒毒人员 男/女 族别 公民身份证号码 手机号 户口所在地 现居住地 执行乡镇（街道） 村居 戒毒类别 法律文书号 作出决定时间 签收时间 报到期限 报到日期 签订协议时间 执行期限 滥用毒品种类 风险级别 辖区派出所 禁毒专干 其他",
  ],
  ["register", "在册吸毒人员名单", "姓名 身份证 措施 报到时间 送达时间 乡镇"],
  [
    "handoff_list",
    "2022年第3周移交名单 核对时间：2022.1.20",
    "序 人员姓名 公民身份号码 性别 民族 户籍所在地 居住地 手机 吸毒种类 戒毒措施 决定书编号 决定时间 签收日期 所属乡镇 决定机关 说明",
  ],
  ["handoff_list", "新增社戒社康人员交接表", "姓名 证件号码 文号 下达日期 收到日期 类型 执行单位 承办单位"],
  ["report_ins", "报到登记", "姓名 证件号 文书编号 报到时间 签约日期 管控等级 责任社工 所属工作站"],
  ["tests", "吸毒检测记录", "采样时间 受检人 身份号码 检材 采样地点 检验结论 检测员 见证人"],
  ["tests", "登记表", "日期 姓名 身份证 地点 结果 工作人员"],
  ["visits", "帮教记录", "时间 走访对象 身份证件号码 走访形式 走访地点 现实表现 走访情况 走访人员"],
  ["visits", "登记表", "日期 姓名 身份证号 方式 内容 走访人"],
  ["status_changes", "变动登记", "发生日期 姓名 身份证号码 变动类别 变动原因 所属中心站"],
  ["status_changes", "登记表", "时间 姓名 身份证号 类别 原因"],
  ["leaves", "请销假登记", "姓名 公民身份号码 离开时间 预计返回时间 实际返回时间 前往地 请假原因 审批人"],
  ["leaves", "登记表", "姓名 身份证号 请假时间 截止时间 返回时间 去向 理由"],
  ["funds", "专项资金使用明细 预算：25.5万元", "支付日期 费用类别 支出内容 支出金额（万元） 票据号 经手人"],
  ["publicity", "宣传统计", "开展时间 活动主题 活动形式 活动地点 参加人数 发放资料 展板 出动车辆"],
  ["meetings", "会议记录", "召开时间 会议主题 牵头单位 参加单位 会议议题 落实单位 完成期限 落实情况"],
  ["stations_staff", "社工配备情况", "姓名 站点名称 职务 办公地址 管辖乡镇 电话"],
] as const;

it.each(PAPERS)("a %s titled %s is known by other words", async (kind, title, headers) => {
  const columns = words(headers);
  const rows = [[title], columns, columns.map((_, index) => `内容${index}`)];
  const workbook = await readWorkbook(encodeGb18030(csvText(rows)), "表.csv");
  const recognition = recogniseWorkbook(workbook).recognitions[0];
  expect(recognition).toMatchObject({ kind, unknownColumns: [], missingColumns: [] });
  expect(recognition?.columns.length).toBe(columns.length);
});
