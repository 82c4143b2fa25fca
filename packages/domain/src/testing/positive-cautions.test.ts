import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import { positiveCautions } from "./positive-cautions.ts";

const d = plainDate;
const cautions = (on: string) =>
  positiveCautions(
    { on: d(on), method: "urine", result: "positive" },
    {
      measure: "community_detox",
      termMonths: 36,
      events: [
        { kind: "received", on: d("2021-01-01") },
        { kind: "reported", on: d("2021-01-05") },
        { kind: "maintenance_started", on: d("2021-03-01") },
        { kind: "maintenance_ended", on: d("2021-04-01") },
      ],
    },
    NATIONAL_LAW,
  );

describe("a positive during maintenance treatment", () => {
  it.each([
    ["2021-02-28", []],
    ["2021-03-01", ["本人正在参加药物维持治疗（《戒毒条例》第十二条），请附用药证明。"]],
    ["2021-03-31", ["本人正在参加药物维持治疗（《戒毒条例》第十二条），请附用药证明。"]],
    ["2021-04-01", []],
  ])("on %s: %j", (on, expected) => {
    expect(cautions(on)).toEqual(expected);
  });
});
