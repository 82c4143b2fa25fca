import { describe, expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import { absences } from "./absences.ts";
import type { Leave, LeaveStep } from "./leave.ts";

const d = plainDate;
const step = (kind: LeaveStep["kind"], on: string, dueBack?: string): LeaveStep => ({
  kind,
  on: d(on),
  ...(dueBack !== undefined && { dueBack: d(dueBack) }),
});
const reported = (...steps: LeaveStep[]): Leave => ({
  from: d("2021-05-01"),
  dueBack: d("2021-05-10"),
  steps,
});
const spans = (leave: Leave, asOf: string) =>
  absences([leave], d(asOf)).map(({ kind, from, to, days }) => [kind, from, to, days]);

describe("absences", () => {
  it("begin on the day after the last one reported, and end before the return", () => {
    expect(spans(reported(), "2021-05-10")).toEqual([]);
    expect(spans(reported(), "2021-05-11")).toEqual([["overstay", "2021-05-11", "2021-05-11", 1]]);
    const back = reported(step("returned", "2021-05-13"));
    expect(spans(back, "2021-05-31")).toEqual([["overstay", "2021-05-11", "2021-05-12", 2]]);
    expect(spans(back, "2021-05-12")).toEqual([["overstay", "2021-05-11", "2021-05-12", 2]]);
  });

  it("are not healed by an extension that came too late", () => {
    expect(spans(reported(step("extended", "2021-05-10", "2021-05-20")), "2021-05-21")).toEqual([
      ["overstay", "2021-05-21", "2021-05-21", 1],
    ]);
    expect(spans(reported(step("extended", "2021-05-13", "2021-05-20")), "2021-05-21")).toEqual([
      ["overstay", "2021-05-11", "2021-05-12", 2],
      ["overstay", "2021-05-21", "2021-05-21", 1],
    ]);
  });

  it("are none of a leave that was refused or not taken", () => {
    expect(spans(reported(step("refused", "2021-04-30")), "2021-06-01")).toEqual([]);
    expect(spans(reported(step("cancelled", "2021-05-01")), "2021-06-01")).toEqual([]);
  });

  it("begin at once for somebody who left without a word", () => {
    const gone: Leave = { kind: "unreported", from: d("2021-05-01"), dueBack: d("2021-05-01") };
    expect(spans(gone, "2021-04-30")).toEqual([]);
    expect(spans(gone, "2021-05-01")).toEqual([["unreported", "2021-05-01", "2021-05-01", 1]]);
    expect(spans({ ...gone, returnedOn: d("2021-05-01") }, "2021-05-05")).toEqual([
      ["unreported", "2021-05-01", "2021-05-01", 1],
    ]);
    expect(spans({ ...gone, returnedOn: d("2021-05-04") }, "2021-05-05")).toEqual([
      ["unreported", "2021-05-01", "2021-05-03", 3],
    ]);
  });
});
