import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { plainDate } from "@rehab/domain/time/plain-date";
import { type WorkSheet, read } from "@e965/xlsx";
import { describe, expect, it } from "vitest";

import { annotateRejected } from "./annotate.ts";
import { issuesOf, parseForm } from "./parse-form.ts";
import { readWorkbook } from "./read-workbook.ts";
import { recogniseWorkbook } from "./recognise.ts";
import { writeWorkbook } from "./write-workbook.ts";

const HANDOFF = fileURLToPath(
  new URL("../../testkit/fixtures/xiangyin-2021/衔接名单/2021年第47周.xlsx", import.meta.url),
);

describe("writeWorkbook", () => {
  const table = {
    sheetName: "在册人员[2021/12]",
    title: "在册人员（截至2021-12-31）",
    columns: [
      { header: "姓名" },
      { header: "身份证号" },
      { header: "送达日期", type: "date" },
      { header: "金额", type: "money" },
      { header: "备注" },
    ],
    rows: [["赵测试", "430624190001010010", "2021-03-05", 1234.5, "=1+1"], ["钱测试\u0001"]],
  } as const;

  it("is read back as it was meant", async () => {
    const workbook = await readWorkbook(await writeWorkbook([table]), "a.xlsx");
    expect(workbook.sheets[0]?.name).toBe("在册人员 2021 12");
    expect(workbook.sheets[0]?.rows.map((row) => row.map((cell) => cell?.text))).toEqual([
      ["在册人员（截至2021-12-31）"],
      ["姓名", "身份证号", "送达日期", "金额", "备注"],
      ["赵测试", "430624190001010010", "2021-03-05", "1,234.50", "=1+1"],
      ["钱测试"],
    ]);
    expect(workbook.sheets[0]?.rows[2]?.[2]).toMatchObject({ value: 44260, isDate: true });
  });

  it("merges the title, filters the header and holds no formula", async () => {
    const book = read(await writeWorkbook([table]), { type: "buffer", cellFormula: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ""] as WorkSheet;
    expect(sheet["!merges"]).toEqual([{ s: { r: 0, c: 0 }, e: { r: 0, c: 4 } }]);
    expect(sheet["!autofilter"]).toEqual({ ref: "A2:E4" });
    expect(sheet["E3"]).toMatchObject({ t: "s", v: "=1+1" });
    expect(sheet["E3"].f).toBeUndefined();
  });

  it("writes a header alone when there are no rows", async () => {
    const workbook = await readWorkbook(await writeWorkbook([{ ...table, rows: [] }]), "a.xlsx");
    expect(workbook.sheets[0]?.rows.length).toBe(2);
  });
});

describe("annotateRejected", () => {
  it("returns the rows as they came with the reason, and can be imported again", async () => {
    const workbook = await readWorkbook(readFileSync(HANDOFF), "2021年第47周.xlsx");
    const recognition = recogniseWorkbook(workbook).recognitions[0];
    const sheet = workbook.sheets[0];
    if (recognition === undefined || sheet === undefined) throw new Error("no sheet");
    const returned = await annotateRejected([
      { sheet, recognition, rejected: [{ rowNumber: 4, reason: "送达日期（M4）：缺少必填内容" }] },
    ]);

    const again = await readWorkbook(returned, "退回.xlsx");
    expect(again.sheets[0]?.rows[1]?.at(-1)?.text).toBe("退回原因");
    expect(again.sheets[0]?.rows[2]?.at(-1)?.text).toBe("送达日期（M4）：缺少必填内容");
    const seen = recogniseWorkbook(again).recognitions[0];
    expect(seen).toMatchObject({ kind: "handoff_list", unknownColumns: [], title: recognition.title });
    const options = { today: plainDate("2021-12-31"), dateSystem: 1900 } as const;
    const parsed = again.sheets[0] && seen && parseForm(again.sheets[0], seen, options);
    expect(parsed?.rows[0]).toMatchObject({
      sequence: 2,
      cells: { name: { raw: "马　海", value: "马海" }, decidedOn: { value: "2021-11-23" } },
    });
    expect(parsed?.rows.flatMap(issuesOf).map((issue) => issue.code)).toEqual(["value_missing"]);
  });
});
