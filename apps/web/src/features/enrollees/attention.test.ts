import { plainDate } from "@rehab/domain/time/plain-date";
import type { CaseView, EnrolleeFile } from "@rehab/schema/enrollees";
import { describe, expect, it } from "vitest";
import { attentionOf } from "./attention.ts";

const today = plainDate("2021-12-31");

const active = {
  state: "active",
  measure: "community_detox",
  reportDueOn: plainDate("2020-05-27"),
  reportedOn: null,
  controlReason: "under_supervision",
  term: null,
} as CaseView;

const fileWith = (present: Partial<CaseView>, provisional = false) =>
  ({ provisional, cases: [{ ...active, ...present }] }) as EnrolleeFile;

describe("attention", () => {
  it("is not asked for by a file in order", () => {
    expect(attentionOf(fileWith({}), today)).toEqual([]);
  });

  it("counts the days since the report was due", () => {
    const file = fileWith({ state: "overdue_report", reportDueOn: plainDate("2021-12-30") });
    expect(attentionOf(file, today)).toMatchObject([{ kind: "overdueReport", days: 1 }]);
  });

  it("says that the last day to report is today", () => {
    const file = fileWith({ state: "pending_report", reportDueOn: today });
    expect(attentionOf(file, today)).toEqual([{ kind: "pendingReport", due: today, days: 0 }]);
  });

  it("tells a report-in at a new place of execution from the first one", () => {
    const moved = { reportedOn: plainDate("2020-03-10"), reportDueOn: today };
    expect(attentionOf(fileWith({ ...moved, state: "pending_report" }), today)).toMatchObject([
      { kind: "pendingAtNewPlace", days: 0 },
    ]);
    expect(attentionOf(fileWith({ ...moved, state: "overdue_report" }), today)).toMatchObject([
      { kind: "overdueAtNewPlace" },
    ]);
  });

  it("puts what the law asks for before a missing number", () => {
    const kinds = attentionOf(fileWith({ state: "missing" }, true), today).map(({ kind }) => kind);
    expect(kinds).toEqual(["lostContact", "provisional"]);
  });

  it("sees an overdue leave beside the state", () => {
    const kinds = attentionOf(fileWith({ controlReason: "leave_overdue" }), today).map(({ kind }) => kind);
    expect(kinds).toEqual(["leaveOverdue"]);
  });
});
