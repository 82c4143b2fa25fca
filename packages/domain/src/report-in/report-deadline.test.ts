import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import { reportDeadline } from "./report-deadline.ts";

const d = plainDate;

describe("report deadline", () => {
  it("golden: received 2021-09-16, fifteen days end on a public holiday, due 2021-10-08", () => {
    const deadline = reportDeadline(
      { measure: "community_detox", receivedOn: d("2021-09-16") },
      NATIONAL_LAW,
    );
    expect(deadline).toMatchObject({ date: "2021-10-08", ruleId: "T1", unknownYears: [] });
    expect(deadline.steps.map(({ kind, on }) => [kind, on])).toEqual([
      ["trigger", "2021-09-16"],
      ["count", "2021-10-01"],
      ["roll", "2021-10-08"],
    ]);
  });

  it.each([
    // a Friday
    ["2021-07-01", "2021-07-16"],
    // a Saturday
    ["2021-07-02", "2021-07-19"],
    // Sunday 2021-09-26 is a make-up working day
    ["2021-09-11", "2021-09-26"],
    // Saturday 2021-10-09 is a make-up working day
    ["2021-09-24", "2021-10-09"],
    ["2021-01-28", "2021-02-18"],
  ])("received %s, due %s", (receivedOn, due) => {
    const deadline = reportDeadline({ measure: "community_detox", receivedOn: d(receivedOn) }, NATIONAL_LAW);
    expect(deadline.date).toBe(due);
  });

  it("cites the other article for 社区康复", () => {
    const deadline = reportDeadline(
      { measure: "community_rehab", receivedOn: d("2021-07-01") },
      NATIONAL_LAW,
    );
    expect(deadline).toMatchObject({ date: "2021-07-16", ruleId: "T2" });
  });

  it("restarts on release from custody that began in the report period", () => {
    const deadline = reportDeadline(
      {
        measure: "community_detox",
        receivedOn: d("2021-07-01"),
        custody: [{ from: d("2021-07-16"), releasedOn: d("2021-08-02") }],
      },
      NATIONAL_LAW,
    );
    expect(deadline.date).toBe("2021-08-17");
    expect(deadline.steps[0]).toMatchObject({ kind: "stop", on: "2021-07-16" });
  });

  it("is not moved by custody that began after it", () => {
    const deadline = reportDeadline(
      {
        measure: "community_detox",
        receivedOn: d("2021-07-01"),
        custody: [{ from: d("2021-07-17"), releasedOn: d("2021-08-02") }],
      },
      NATIONAL_LAW,
    );
    expect(deadline.date).toBe("2021-07-16");
  });

  it("says when holidays on the way are not published", () => {
    const deadline = reportDeadline(
      { measure: "community_detox", receivedOn: d("2026-12-25") },
      NATIONAL_LAW,
    );
    expect(deadline.unknownYears).toEqual([2027]);
  });
});
