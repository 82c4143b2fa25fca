import { describe, expect, it } from "vitest";
import { controlReasonOn, controlVerdictOn } from "../indicators/control-reason.ts";
import { NATIONAL_LAW } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import type { CaseEvent, CaseEventKind } from "./case-event.ts";
import type { CaseHistory } from "./case-history.ts";
import { isRegistered, standingOn } from "./case-history.ts";
import { reportDeadlineOf, stateOn } from "./case-state.ts";
import { termOf } from "./term.ts";

const d = plainDate;
type Step = readonly [kind: CaseEventKind, on: string];

const active: readonly Step[] = [
  ["received", "2020-03-02"],
  ["reported", "2020-03-10"],
  ["agreement_signed", "2020-03-12"],
];

function historyOf(...steps: readonly Step[]): CaseHistory {
  return {
    measure: "community_detox",
    termMonths: 36,
    events: steps.map(([kind, on]): CaseEvent => ({ kind, on: d(on) })),
  };
}

const state = (history: CaseHistory, asOf: string) => stateOn(history, d(asOf), NATIONAL_LAW)?.state;
const reason = (history: CaseHistory, asOf: string) =>
  controlReasonOn({ caseId: "case", stationId: "station", history, leaves: [] }, d(asOf), NATIONAL_LAW);

describe("a change of the place of execution within the county", () => {
  const moved = historyOf(
    ...active,
    ["transfer_started", "2021-09-01"],
    ["transfer_sent", "2021-09-06"],
    ["transferred_within", "2021-09-16"],
  );

  it("is under way from the request until the receiving station has the case", () => {
    expect(state(moved, "2021-08-31")).toBe("active");
    expect(state(moved, "2021-09-01")).toBe("transfer_out");
    expect(state(moved, "2021-09-15")).toBe("transfer_out");
    expect(reason(moved, "2021-09-15")).toBe("in_transfer");
    expect(state(moved, "2021-09-16")).toBe("pending_report");
  });

  it("leaves the term as it is", () => {
    const stayed = historyOf(...active);
    for (const asOf of ["2021-09-15", "2021-09-16", "2021-12-31"]) {
      expect(termOf(moved, d(asOf), NATIONAL_LAW)).toEqual(termOf(stayed, d(asOf), NATIONAL_LAW));
    }
    const arrived = historyOf(
      ...active,
      ["transferred_within", "2021-09-16"],
      ["transfer_reported", "2021-09-20"],
    );
    expect(termOf(arrived, d("2021-12-31"), NATIONAL_LAW)).toMatchObject({
      startOn: "2020-03-10",
      endOn: "2023-03-09",
      stoppedDays: 0,
    });
  });

  it("gives fifteen days to report there, rolled over the holidays", () => {
    const deadline = reportDeadlineOf(moved, standingOn(moved, d("2021-09-20")), NATIONAL_LAW);
    expect(deadline).toMatchObject({ date: "2021-10-08", ruleId: "T12" });
    expect(deadline?.steps.map(({ kind, on }) => [kind, on])).toEqual([
      ["trigger", "2021-09-16"],
      ["count", "2021-10-01"],
      ["roll", "2021-10-08"],
    ]);
    expect(reason(moved, "2021-10-08")).toBe("in_report_period");
    expect(reason(moved, "2021-10-09")).toBe("not_reported");
    expect(stateOn(moved, d("2021-10-09"), NATIONAL_LAW)).toEqual({
      state: "overdue_report",
      since: "2021-10-09",
      ruleId: "T12",
    });
  });

  it("wants a new agreement", () => {
    const arrived = historyOf(
      ...active,
      ["transferred_within", "2021-09-16"],
      ["transfer_reported", "2021-09-20"],
    );
    expect(standingOn(arrived, d("2021-09-20")).agreementSignedOn).toBeUndefined();
    expect(state(arrived, "2021-09-20")).toBe("reported");
    expect(reason(arrived, "2021-09-20")).toBe("awaiting_agreement");
    const signed = historyOf(
      ...active,
      ["transferred_within", "2021-09-16"],
      ["transfer_reported", "2021-09-20"],
      ["agreement_signed", "2021-09-22"],
    );
    expect(state(signed, "2021-09-22")).toBe("active");
  });

  it("is as if nothing had been when it is called off", () => {
    const cancelled = historyOf(
      ...active,
      ["transfer_started", "2021-09-01"],
      ["transfer_cancelled", "2021-09-10"],
    );
    expect(state(cancelled, "2021-09-09")).toBe("transfer_out");
    expect(state(cancelled, "2021-09-10")).toBe("active");
  });

  it("stands still in custody, and counts the fifteen days anew after it", () => {
    const held = historyOf(
      ...active,
      ["transferred_within", "2021-09-16"],
      ["suspended", "2021-09-20"],
      ["resumed", "2021-10-20"],
    );
    expect(reason(held, "2021-10-01")).toBe("suspended");
    expect(reportDeadlineOf(held, standingOn(held, d("2021-10-20")), NATIONAL_LAW)?.date).toBe("2021-11-04");
  });
});

describe("a transfer out of the county", () => {
  const out = historyOf(
    ...active,
    ["transfer_started", "2021-09-01"],
    ["transfer_sent", "2021-09-06"],
    ["transferred_out", "2021-09-28"],
  );

  it("ends only with the receiver's receipt", () => {
    expect(state(out, "2021-09-27")).toBe("transfer_out");
    expect(isRegistered(standingOn(out, d("2021-09-27")))).toBe(true);
    expect(state(out, "2021-09-28")).toBe("transferred");
    expect(isRegistered(standingOn(out, d("2021-09-28")))).toBe(false);
  });
});

describe("a case from another county", () => {
  const arrived = historyOf(...active, ["handed_off", "2021-09-16"], ["transferred_in", "2021-09-16"]);
  const verdict = (asOf: string) =>
    controlVerdictOn(
      { caseId: "case", stationId: "station", history: arrived, leaves: [] },
      d(asOf),
      NATIONAL_LAW,
    );

  it("is not on this register before it came, though the order is older", () => {
    expect(state(arrived, "2021-09-15")).toBeUndefined();
    expect(verdict("2021-09-15")).toEqual({ registered: false, reason: "not_received" });
    expect(verdict("2021-09-16")).toMatchObject({
      registered: true,
      reason: "in_report_period",
      ruleId: "T12",
    });
    expect(verdict("2021-10-09")).toMatchObject({ controlled: false, reason: "not_reported" });
  });

  it("goes on with the term that began there", () => {
    expect(termOf(arrived, d("2021-09-16"), NATIONAL_LAW)).toMatchObject({
      startOn: "2020-03-10",
      endOn: "2023-03-09",
      servedDays: 556,
    });
  });

  it("wants a new agreement here", () => {
    expect(standingOn(arrived, d("2021-09-16")).agreementSignedOn).toBeUndefined();
  });
});
