import { describe, expect, it } from "vitest";

import { parseDate, parseDateText } from "./parse-date.ts";

describe("parseDateText", () => {
  it.each([
    "2021.3.5",
    "2021.03.05",
    "2021-03-05",
    "2021/3/5",
    "20210305",
    "2021年3月5日",
    "2021年03月05日",
    "2021年3月5号",
    "２０２１．３．５",
    "２０２１－０３－０５",
    "2021—3—5",
    "2021、3、5",
    " 2021. 3. 5 ",
    "2021.3.5.",
    "2021-03-05 09:30",
    "2021-03-05T09:30:00Z",
    "2021年3月5日上午9时30分",
    "20210305 093000",
    "20210305093000",
    "2021年3月5日（星期五）",
    "二〇二一年三月五日",
    "44260",
  ])("%s is 2021-03-05", (text) => {
    expect(parseDateText(text)).toEqual({ value: "2021-03-05" });
  });

  it("reads tens in Chinese numerals", () => {
    expect(parseDateText("二零二〇年十二月三十一日")).toEqual({ value: "2020-12-31" });
    expect(parseDateText("二〇二〇年十月二十日")).toEqual({ value: "2020-10-20" });
  });

  it.each(["2021-02-30", "2021年13月1日", "20210231", "2021.4.31", "0021-03-05"])(
    "%s does not exist",
    (text) => {
      expect(parseDateText(text)).toEqual({ issue: "date_impossible" });
    },
  );

  it.each(["2021-3", "2021年3月", "2021.03", "202103", "2021", "3月5日", "3.5", "21.3.5"])(
    "%s is incomplete",
    (text) => {
      expect(parseDateText(text)).toEqual({ issue: "date_incomplete" });
    },
  );

  it.each(["春节后", "3/5/2021", "2021.3.5-2021.3.9", "99999", "1"])("%s cannot be read", (text) => {
    expect(parseDateText(text)).toEqual({ issue: "date_unreadable" });
  });
});

describe("parseDate", () => {
  it("reads serials with and without a date format, by the file's date system", () => {
    const bare = { value: 44209, text: "44209", address: "A1" };
    expect(parseDate(bare, 1900)).toEqual({ value: "2021-01-13" });
    expect(parseDate({ ...bare, isDate: true }, 1900)).toEqual({ value: "2021-01-13" });
    expect(parseDate({ ...bare, isDate: true, value: 42747.75 }, 1904)).toEqual({ value: "2021-01-13" });
  });

  it("reads a number of eight digits as year, month and day", () => {
    expect(parseDate({ value: 20210113, text: "20210113", address: "A1" }, 1900)).toEqual({
      value: "2021-01-13",
    });
  });

  it("does not take a year for a serial", () => {
    expect(parseDate({ value: 2021, text: "2021", address: "A1" }, 1900)).toEqual({
      issue: "date_incomplete",
    });
  });
});
