import { describe, expect, it } from "vitest";
import { isPlainDate, plainDate } from "./plain-date.ts";

describe("plain date", () => {
  it("accepts days that exist", () => {
    expect(isPlainDate("2020-02-29")).toBe(true);
  });

  it.each(["2021-02-29", "2021-13-01", "2021-2-3", "20210203", ""])("refuses %s", (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(RangeError);
  });
});
