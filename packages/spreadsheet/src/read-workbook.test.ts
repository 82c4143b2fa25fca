import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";

import { DEFAULT_READ_LIMITS } from "./read-limits.ts";
import { readWorkbook } from "./read-workbook.ts";
import { oleOf, protectedXls, zipBomb, zipOf } from "./test-support/bad-files.ts";
import { csvText, encodeGb18030, excelFile } from "./test-support/sample-files.ts";

const ROWS = [
  ["序号", "姓名", "身份证号", "检测日期"],
  [1, "赵测试", "430624190001010010", "2021.3.5"],
];

const limits = DEFAULT_READ_LIMITS;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function texts(bytes: Uint8Array, fileName: string): Promise<(string | undefined)[][] | undefined> {
  const workbook = await readWorkbook(bytes, fileName);
  return workbook.sheets[0]?.rows.map((row) => row.map((cell) => cell?.text));
}

describe("what is read", () => {
  const expected = ROWS.map((row) => row.map(String));

  it.each([
    ["xlsx", excelFile(ROWS), "a.xlsx"],
    ["xls", excelFile(ROWS, "biff8"), "a.xls"],
    ["xls under the wrong name", excelFile(ROWS, "biff8"), "a.xlsx"],
    ["csv in UTF-8", utf8(csvText(ROWS)), "a.csv"],
    ["csv in UTF-8 with a byte order mark", utf8(`\uFEFF${csvText(ROWS)}`), "a.csv"],
    ["csv in GB18030", encodeGb18030(csvText(ROWS)), "a.csv"],
    ["csv in UTF-16", new Uint8Array(Buffer.from(`\uFEFF${csvText(ROWS)}`, "utf16le")), "a.csv"],
    ["csv with tabs", utf8(csvText(ROWS).replaceAll(",", "\t")), "a.csv"],
  ])("%s", async (_, bytes, fileName) => {
    expect(await texts(bytes, fileName)).toEqual(expected);
  });

  it("keeps the address of a cell and leaves blanks out", async () => {
    const workbook = await readWorkbook(excelFile([["甲"], [], [null, null, "丙"]]), "a.xlsx");
    expect(workbook.sheets[0]?.rows[1]).toEqual([]);
    expect(workbook.sheets[0]?.rows[2]?.[2]).toEqual({ value: "丙", text: "丙", address: "C3" });
  });

  it("tells dates by their number format, in both date systems", async () => {
    const sheet = utils.aoa_to_sheet([[44209, 44209]]);
    sheet["A1"].z = "yyyy-mm-dd";
    const book = { SheetNames: ["甲"], Sheets: { 甲: sheet }, Workbook: { WBProps: { date1904: true } } };
    const bytes = write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
    const workbook = await readWorkbook(bytes, "a.xlsx");
    expect(workbook.dateSystem).toBe(1904);
    expect(workbook.sheets[0]?.rows[0]).toEqual([
      { value: 44209, text: "2025-01-14", isDate: true, address: "A1" },
      { value: 44209, text: "44209", address: "B1" },
    ]);
  });

  it("repeats a value merged over the rows of one column", async () => {
    const sheet = utils.aoa_to_sheet([
      ["甲站", "张"],
      [null, "李"],
    ]);
    sheet["!merges"] = [utils.decode_range("A1:A2")];
    const bytes = write({ SheetNames: ["甲"], Sheets: { 甲: sheet } }, { type: "buffer" }) as Buffer;
    expect(await texts(bytes, "a.xlsx")).toEqual([
      ["甲站", "张"],
      ["甲站", "李"],
    ]);
  });

  it("keeps every digit of an ID number in a csv, also one wrapped as a formula", async () => {
    const bytes = utf8('姓名,身份证号\n赵测试,="430624190001010010"\n"钱\n测试",430624190001010010\n');
    expect(await texts(bytes, "a.csv")).toEqual([
      ["姓名", "身份证号"],
      ["赵测试", "430624190001010010"],
      ["钱\n测试", "430624190001010010"],
    ]);
  });
});

describe("what is refused", () => {
  const pdf = utf8("%PDF-1.7\n1 0 obj\n");
  const xlsx = excelFile(ROWS);

  it.each([
    ["nothing", new Uint8Array(), "a.xlsx", "file_empty"],
    ["a sheet without a cell", excelFile([]), "a.xlsx", "file_empty"],
    ["a csv of blanks", utf8(" \n , \n"), "a.csv", "file_empty"],
    ["a PDF renamed", pdf, "a.xlsx", "file_wrong_type"],
    ["a PDF renamed to csv", pdf, "a.csv", "file_wrong_type"],
    ["bytes renamed to csv", Uint8Array.of(0xfe, 0, 0xff, 0xff), "a.csv", "file_wrong_type"],
    ["a web page named .xls", utf8("<html><table></table></html>"), "a.xls", "file_wrong_type"],
    [
      "a zip that is no workbook",
      zipOf({ "word/document.xml": Buffer.from("x") }),
      "a.xlsx",
      "file_wrong_type",
    ],
    ["a .doc renamed", oleOf("/WordDocument"), "a.xls", "file_wrong_type"],
    ["half an xlsx", xlsx.subarray(0, xlsx.length / 2), "a.xlsx", "file_broken"],
    ["an xlsx with a damaged sheet", zipOf({ "xl/workbook.xml": Buffer.from("<") }), "a.xlsx", "file_broken"],
    ["a truncated xls", excelFile(ROWS, "biff8").subarray(0, 600), "a.xls", "file_broken"],
    ["a protected xlsx", oleOf("/EncryptedPackage"), "a.xlsx", "file_password_protected"],
    ["a protected xls", protectedXls(ROWS), "a.xls", "file_password_protected"],
    ["a zip bomb", zipBomb(), "a.xlsx", "file_zip_bomb"],
    ["a zip bomb that lies about its size", zipBomb(10), "a.xlsx", "file_broken"],
  ])("%s", async (_, bytes, fileName, code) => {
    await expect(readWorkbook(bytes, fileName)).rejects.toMatchObject({ name: "SpreadsheetProblem", code });
  });

  it("more bytes or rows than allowed", async () => {
    const small = { ...limits, maxFileBytes: 100 };
    await expect(readWorkbook(xlsx, "a.xlsx", small)).rejects.toMatchObject({ code: "file_too_large" });
    const short = { ...limits, maxRows: 1 };
    await expect(readWorkbook(xlsx, "a.xlsx", short)).rejects.toMatchObject({ code: "file_too_many_rows" });
  });
});
