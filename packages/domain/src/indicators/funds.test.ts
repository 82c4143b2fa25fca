import { describe, expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import { fundsExecution } from "./funds.ts";

const d = plainDate;

describe("funds", () => {
  const payments = [
    { on: d("2020-12-31"), amountFen: 999, category: "会议费" },
    { on: d("2021-01-06"), amountFen: 307_969, category: "通讯交通费" },
    { on: d("2021-06-30"), amountFen: 100_001, category: "通讯交通费" },
    { on: d("2021-12-31"), amountFen: 50 },
    { on: d("2022-01-01"), amountFen: 999, category: "会议费" },
  ];

  it("sums the year up to the day, to the fen", () => {
    expect(fundsExecution(payments, 400_000, d("2021-12-31"))).toEqual({
      asOf: "2021-12-31",
      budgetFen: 400_000,
      spentFen: 408_020,
      overspentFen: 8_020,
      uncategorisedFen: 50,
      categories: { 通讯交通费: 407_970 },
    });
    expect(fundsExecution(payments, 400_000, d("2021-06-29"))).toMatchObject({
      spentFen: 307_969,
      overspentFen: 0,
    });
  });

  it("refuses a fraction of a fen", () => {
    expect(() => fundsExecution([{ on: d("2021-01-01"), amountFen: 0.5 }], 1, d("2021-12-31"))).toThrow(
      RangeError,
    );
  });
});
