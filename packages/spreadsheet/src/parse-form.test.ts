import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

import { plainDate } from "@rehab/domain/time/plain-date";
import { describe, expect, it } from "vitest";

import { FORMS } from "./forms/forms.ts";
import { type ParsedForm, issuesOf, parseForm } from "./parse-form.ts";
import { readWorkbook } from "./read-workbook.ts";
import { recogniseWorkbook } from "./recognise.ts";
import { type SampleRow, csvText, encodeGb18030, excelFile } from "./test-support/sample-files.ts";
import type { Workbook } from "./workbook.ts";

const FIXTURE = fileURLToPath(new URL("../../testkit/fixtures/xiangyin-2021/", import.meta.url));
const today = plainDate("2021-12-31");

function parse(workbook: Workbook): ParsedForm {
  const recognition = recogniseWorkbook(workbook).recognitions[0];
  const sheet = workbook.sheets.find((candidate) => candidate.name === recognition?.sheetName);
  if (recognition === undefined || sheet === undefined) throw new Error("no sheet");
  return parseForm(sheet, recognition, { today, dateSystem: workbook.dateSystem });
}

async function parseFixture(name: string): Promise<ParsedForm> {
  return parse(await readWorkbook(readFileSync(FIXTURE + name), basename(name)));
}

async function parseRows(rows: readonly SampleRow[]): Promise<ParsedForm> {
  return parse(await readWorkbook(excelFile(rows), "表.xlsx"));
}

/** What the cells mean, without where they stand. */
function meaning(parsed: ParsedForm): unknown {
  return parsed.rows.map((row) => ({
    sequence: row.sequence,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([field, cell]) => [field, [cell.value, cell.issue?.code]]),
    ),
  }));
}

function tally(values: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
}

describe("a county's year of paper", () => {
  it("gives a register whose every date is read and whose every row is typed", async () => {
    const parsed = await parseFixture("存量花名册-2020-12-31.xlsx");
    if (parsed.kind !== "register") throw new Error(parsed.kind);
    expect(parsed.rows.length).toBe(186);
    expect(parsed.rows.flatMap(issuesOf)).toEqual([]);
    expect(parsed.rows[0]).toMatchObject({ rowNumber: 3, sequence: 1 });
    expect(parsed.rows[2]?.cells).toMatchObject({
      name: { raw: "邱刚", address: "B5", value: "邱刚" },
      decidedOn: { raw: "2018.5.29", address: "L5", value: "2018-05-29" },
      measure: { value: "community_detox" },
      termYears: { value: 3 },
      risk: { value: "high" },
      notes: { raw: "", address: "V5" },
    });
    expect(tally(parsed.rows.map((row) => row.cells.measure?.value))).toEqual({
      community_detox: 148,
      community_rehab: 38,
    });
  });

  it("gives tests whose results are all known", async () => {
    const stations = ["文星街道", "新泉镇", "湘滨镇", "石塘镇", "金龙镇"];
    const parsed = await Promise.all(
      stations.map((name) => parseFixture(`台账/尿检台账-${name}中心站.xlsx`)),
    );
    const rows = parsed.flatMap((form) => (form.kind === "tests" ? form.rows : []));
    expect(tally(rows.map((row) => row.cells.result?.value))).toEqual({
      negative: 1037,
      refused: 6,
      positive: 4,
    });
    expect(tally(rows.flatMap(issuesOf).map((issue) => issue.code))).toEqual({ missing_id: 9 });
    expect(rows.find((row) => row.sequence === 395)).toMatchObject({ rowNumber: 397 });
  });

  it("gives changes, leaves, visits and funds without an issue", async () => {
    const changes = await parseFixture("台账/人员异动台账.xlsx");
    expect(changes.rows.flatMap(issuesOf)).toEqual([]);
    expect(
      tally(changes.kind === "status_changes" ? changes.rows.map((row) => row.cells.change?.value) : []),
    ).toEqual({
      released: 24,
      terminated: 6,
      transferred_out: 3,
      died: 1,
      lost_contact: 4,
      suspended: 3,
      resumed: 1,
    });
    const leaves = await parseFixture("台账/外出请假台账.xlsx");
    expect(leaves.rows.flatMap(issuesOf)).toEqual([]);
    const notBack = leaves.kind === "leaves" ? leaves.rows.filter((row) => !row.cells.returnedOn?.value) : [];
    expect(notBack.map((row) => row.sequence)).toEqual([21, 22]);
    const funds = await parseFixture("台账/专项经费台账.xlsx");
    const spent = funds.kind === "funds" ? funds.rows.map((row) => row.cells.amount?.value ?? 0) : [];
    expect(spent.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(218_100, 2);
    const staff = await parseFixture("工作站与人员.xlsx");
    expect(staff.kind === "stations_staff" && staff.rows[1]?.cells.townships?.value).toEqual([
      "文星街道",
      "静河镇",
      "洋沙湖镇",
    ]);
  });

  it("says which cells of the hand-off lists a person must look at", async () => {
    const weeks = ["13", "16", "18", "47"];
    const parsed = await Promise.all(weeks.map((week) => parseFixture(`衔接名单/2021年第${week}周.xlsx`)));
    const issues = parsed.flatMap((form) => form.rows.flatMap((row) => issuesOf(row)));
    expect(issues).toEqual([
      { code: "id_checksum", address: "E3", sentence: "身份证号码（E3）：身份证号校验位不对" },
      { code: "missing_id", address: "E3", sentence: "身份证号码（E3）：缺少身份证号" },
      {
        code: "id_15_digits",
        address: "E4",
        sentence: "身份证号码（E4）：15位身份证号，已换算为18位，请核对",
      },
      { code: "value_missing", address: "M4", sentence: "送达日期（M4）：缺少必填内容" },
    ]);
  });
});

describe("the same paper from another office", () => {
  const name = "台账/外出请假台账.xlsx";
  const renamed: Record<string, string> = {
    姓名: "戒毒人员姓名",
    身份证号: "公民身份号码",
    外出日期: "请假起始日期",
    应返回日期: "拟返回日期",
    销假日期: "实际返回日期",
    目的地: "外出地点",
    事由: "请假原因",
    批准人: "审批人",
  };

  async function rewritten(): Promise<SampleRow[]> {
    const workbook = await readWorkbook(readFileSync(FIXTURE + name), "表.xlsx");
    const rows = (workbook.sheets[0]?.rows ?? []).slice(1);
    const width = rows[0]?.length ?? 0;
    const grid = rows.map((row) => Array.from({ length: width }, (_, index) => row[index]?.text ?? ""));
    const shuffled = grid.map((row) => row.slice(4).reverse().concat(row.slice(0, 4)));
    return shuffled.map((row) => row.map((text) => renamed[text] ?? text));
  }

  it.each([
    ["as .xlsx", (rows: SampleRow[]) => excelFile(rows), "a.xlsx"],
    ["as .xls", (rows: SampleRow[]) => excelFile(rows, "biff8"), "a.xls"],
    ["as csv in GB18030", (rows: SampleRow[]) => encodeGb18030(csvText(rows)), "a.csv"],
    [
      "as csv in UTF-8 with a mark",
      (rows: SampleRow[]) => new TextEncoder().encode(`\uFEFF${csvText(rows)}`),
      "a.csv",
    ],
  ])("means the same %s with other headers in another order", async (_, write, fileName) => {
    const original = await parseFixture(name);
    const other = parse(await readWorkbook(write(await rewritten()), fileName));
    expect(other.recognition.unknownColumns).toEqual([]);
    expect(meaning(other)).toEqual(meaning(original));
  });
});

describe("rows", () => {
  it("keep what the form does not know and number themselves without 序号", async () => {
    const parsed = await parseRows([
      ["姓名", "证件号", "检测时间", "结果", "天气"],
      ["赵测试", "", "2021-02-30", "再议", "晴"],
    ]);
    expect(parsed.rows[0]).toEqual({
      rowNumber: 2,
      sequence: 1,
      cells: {
        name: { raw: "赵测试", address: "A2", value: "赵测试" },
        idNumber: {
          raw: "",
          address: "B2",
          issue: { code: "missing_id", address: "B2", sentence: "证件号（B2）：缺少身份证号" },
        },
        testedOn: {
          raw: "2021-02-30",
          address: "C2",
          issue: { code: "date_impossible", address: "C2", sentence: "检测时间（C2）：这个日期不存在" },
        },
        result: {
          raw: "再议",
          address: "D2",
          issue: { code: "choice_unknown", address: "D2", sentence: "结果（D2）：认不出这种填法" },
        },
      },
      extra: [{ header: "天气", address: "E2", raw: "晴" }],
    });
  });
});

describe("forms", () => {
  it.each(Object.entries(FORMS))("%s uses every field name and label once", (_, form) => {
    const fields = form.columns.map((column) => column.field);
    const labels = form.columns.map((column) => column.label);
    expect(new Set(fields).size).toBe(fields.length);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
