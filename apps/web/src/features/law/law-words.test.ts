import { describe, expect, it } from "vitest";
import { daysOfLine, spansOf } from "./law-words.ts";

describe("days as notices write them", () => {
  it.each([
    ["2027-01-01", ["2027-01-01"]],
    ["2026-12-31 至 2027-01-02", ["2026-12-31", "2027-01-01", "2027-01-02"]],
    ["2027-02-28到2027-03-01", ["2027-02-28", "2027-03-01"]],
    ["2027-01-03 至 2027-01-01", undefined],
    ["2027-02-29", undefined],
    ["元旦", undefined],
  ])("%s", (line, days) => {
    expect(daysOfLine(line)).toEqual(days);
  });

  it("go back to the spans that they came from", () => {
    expect(spansOf(["2027-01-03", "2027-01-01", "2027-01-02", "2027-05-01"])).toEqual([
      "2027-01-01 至 2027-01-03",
      "2027-05-01",
    ]);
  });
});
