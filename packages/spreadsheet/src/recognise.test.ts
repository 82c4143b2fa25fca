import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { readWorkbook } from "./read-workbook.ts";
import { type Recognition, recogniseSheet, recogniseWorkbook } from "./recognise.ts";
import { type SampleRow, excelFile } from "./test-support/sample-files.ts";

const FIXTURE = fileURLToPath(new URL("../../testkit/fixtures/xiangyin-2021/", import.meta.url));
const files = readdirSync(FIXTURE, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".xlsx"),
);

const KIND_BY_NAME = [
  ["存量花名册", "register"],
  ["工作站与人员", "stations_staff"],
  ["报到协议台账", "report_ins"],
  ["人员异动台账", "status_changes"],
  ["外出请假台账", "leaves"],
  ["专项经费台账", "funds"],
  ["宣传活动台账", "publicity"],
  ["联席会议台账", "meetings"],
  ["尿检台账", "tests"],
  ["走访谈话台账", "visits"],
  ["周", "handoff_list"],
] as const;

async function recognise(rows: readonly SampleRow[], fileName = "表.xlsx"): Promise<Recognition> {
  const { recognitions } = recogniseWorkbook(await readWorkbook(excelFile(rows), fileName));
  if (recognitions[0] === undefined) throw new Error("no sheet");
  return recognitions[0];
}

async function recogniseFixture(name: string): Promise<Recognition> {
  const workbook = await readWorkbook(readFileSync(FIXTURE + name), basename(name));
  const { recognitions } = recogniseWorkbook(workbook);
  if (recognitions[0] === undefined) throw new Error("no sheet");
  return recognitions[0];
}

describe("a county's year of paper", () => {
  it("has 68 files", () => {
    expect(files.length).toBe(68);
  });

  it.each(files)("%s is recognised with every column known", async (name) => {
    const expected = KIND_BY_NAME.find(([part]) => name.includes(part));
    const recognition = await recogniseFixture(name);
    expect(recognition.kind).toBe(expected?.[1]);
    expect(recognition.unknownColumns).toEqual([]);
    expect(recognition.missingColumns).toEqual([]);
    expect(recognition.confidence).toBeGreaterThan(0.7);
    expect(recognition.headerRowNumber).toBe(2);
  });

  it("says in its titles what holds for the whole paper", async () => {
    const handoff = await recogniseFixture("衔接名单/2021年第06周.xlsx");
    expect(handoff.facts).toEqual({ year: 2021, week: 6, checkedOn: "2021-02-10" });
    const register = await recogniseFixture("存量花名册-2020-12-31.xlsx");
    expect(register.facts).toEqual({ asOf: "2020-12-31" });
    const funds = await recogniseFixture("台账/专项经费台账.xlsx");
    expect(funds.facts).toEqual({ year: 2021, budget: 200_000 });
    const tests = await recogniseFixture("台账/尿检台账-文星街道中心站.xlsx");
    expect(tests.facts).toEqual({ year: 2021, station: "文星街道中心站" });
    const stations = await recogniseFixture("工作站与人员.xlsx");
    expect(stations.facts).toEqual({});
  });

  it("tells a list without people from a list with people", async () => {
    const zero = await recogniseFixture("衔接名单/2021年第01周.xlsx");
    expect(zero.rows.isZeroList).toBe(true);
    expect(zero.rows.footRows).toEqual([{ rowIndex: 3, text: "本周无新增人员。移交人：　　　　接收人：" }]);
    const some = await recogniseFixture("衔接名单/2021年第09周.xlsx");
    expect(some.rows.isZeroList).toBe(false);
    expect(some.rows.dataRowIndexes).toEqual([2, 3, 4, 5]);
  });
});

describe("another county's habits", () => {
  it("other words in another order with spaces, brackets and full width", async () => {
    const recognition = await recognise([
      ["某县二〇二一年度台账"],
      ["检 测 结 果（阴/阳）", "被检测人", "公民身份号码", "尿检时间", "经办人", "天气"],
      ["阴", "赵测试", "430624190001010010", "2021.3.5", "钱测试", "晴"],
    ]);
    expect(recognition.kind).toBe("tests");
    expect(recognition.columns.map((column) => column.field)).toEqual([
      "result",
      "name",
      "idNumber",
      "testedOn",
      "tester",
    ]);
    expect(recognition.unknownColumns).toEqual([{ columnIndex: 5, header: "天气" }]);
  });

  it("two columns with the same header are the first and the second tester", async () => {
    const { columns } = await recognise([
      ["检测日期", "姓名", "证件号码", "检测结果", "检测人", "检测人"],
      ["x"],
    ]);
    expect(columns.map((column) => column.field).slice(-2)).toEqual(["tester", "secondTester"]);
  });

  it("a relative's phone is not the person's", async () => {
    const { columns, unknownColumns } = await recognise([
      ["姓名", "身份证号", "报到日期", "家属联系电话"],
      ["x"],
    ]);
    expect(columns.map((column) => column.field)).not.toContain("phone");
    expect(unknownColumns).toEqual([{ columnIndex: 3, header: "家属联系电话" }]);
  });

  it("group headers over their parts", async () => {
    const recognition = await recognise([
      ["外出请假登记表"],
      ["序号", "姓名", "证件号", "请假", null, null, "目的地"],
      [null, null, null, "起始日期", "截止日期", "事由", null],
      [1, "赵测试", "430624190001010010", "2021.3.5", "2021.3.9", "探亲", "长沙"],
    ]);
    expect(recognition.kind).toBe("leaves");
    expect(recognition.columns.map((column) => column.field)).toEqual([
      "sequence",
      "name",
      "idNumber",
      "leftOn",
      "dueBackOn",
      "reason",
      "destination",
    ]);
    expect(recognition.rows.dataRowIndexes).toEqual([3]);
  });

  it("sums, signatures, notes, repeated headers, blank and merely numbered lines are no data", async () => {
    const header = ["序号", "支出日期", "科目", "金额"];
    const recognition = await recognise([
      ["经费支出明细"],
      header,
      [1, "2021.3.5", "会议费", 100],
      ["经费支出明细"],
      header,
      [2, "2021.3.6", "会议费", 200],
      [3],
      [],
      ["合计", null, null, 300],
      ["制表：赵测试", null, "审核：", null],
      ["注：以上金额均为实际支出，单位为元，以凭证为准"],
    ]);
    expect(recognition.kind).toBe("funds");
    expect(recognition.rows.dataRowIndexes).toEqual([2, 5]);
    expect(recognition.rows.repeatedHeaderRowIndexes).toEqual([4]);
    expect(recognition.rows.footRows.map((row) => row.rowIndex)).toEqual([3, 8, 9, 10]);
  });

  it("names required columns that are not there", async () => {
    const { kind, missingColumns } = await recognise([
      ["姓名", "日期", "走访内容", "走访人", "走访方式"],
      ["x"],
    ]);
    expect(kind).toBe("visits");
    expect(missingColumns).toEqual(["身份证号"]);
  });

  it("a sheet of instructions beside the table is passed over", async () => {
    const workbook = await readWorkbook(
      excelFile([["姓名", "身份证号", "检测日期", "检测结果"], ["x"]]),
      "表.xlsx",
    );
    const help = { name: "填表说明", rows: [[{ value: "请逐行填写", text: "请逐行填写", address: "A1" }]] };
    const both = recogniseWorkbook({ ...workbook, sheets: [help, ...workbook.sheets] });
    expect(both.recognitions.map((recognition) => recognition.kind)).toEqual(["tests"]);
    expect(both.ignoredSheets).toEqual([{ name: "填表说明", code: "no_header_found" }]);
  });

  it("a person may overrule the guess", async () => {
    const rows = [["姓名", "身份证号", "日期", "内容", "形式", "地点"], ["x"]];
    const workbook = await readWorkbook(excelFile(rows), "表.xlsx");
    const sheet = workbook.sheets[0];
    expect(sheet && recogniseSheet(sheet, "表.xlsx", "tests").kind).toBe("tests");
  });

  it("refuses a table without a header and one of an unknown kind", async () => {
    await expect(recognise([["1", "2", "3", "4"]])).rejects.toMatchObject({ code: "no_header_found" });
    const payroll = ["序号", "姓名", "电话", "性别", "工号", "部门", "入职", "薪资", "绩效"];
    await expect(recognise([payroll, ["1"]])).rejects.toMatchObject({ code: "kind_not_recognised" });
  });
});
