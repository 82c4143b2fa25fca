import { describe, expect, it } from "vitest";
import type { CaseEventKind } from "../supervision/case-event.ts";
import type { CaseHistory } from "../supervision/case-history.ts";
import { plainDate } from "../time/plain-date.ts";
import type { IntakeStep } from "./can-record.ts";
import { INTAKE_STEPS, canRecord, eventOfStep, restingOn } from "./can-record.ts";

type Step = readonly [kind: CaseEventKind, on: string];

function historyOf(...steps: readonly Step[]): CaseHistory {
  return {
    measure: "community_detox",
    termMonths: 36,
    events: steps.map(([kind, on]) => ({ kind, on: plainDate(on) })),
  };
}

const received: readonly Step[] = [
  ["ordered", "2021-09-15"],
  ["received", "2021-09-16"],
  ["handed_off", "2021-09-17"],
];
const assigned: readonly Step[] = [...received, ["assigned", "2021-09-18"]];
const reported: readonly Step[] = [...assigned, ["reported", "2021-09-22"]];

const obstacle = (steps: readonly Step[], step: IntakeStep, on: string) =>
  canRecord(step, historyOf(...steps), plainDate(on));

describe("the hand-off between bureau and station", () => {
  it("lets a station take on or give back what is assigned to it, once", () => {
    expect(obstacle(received, "acknowledge", "2021-09-18")).toBe("not_assigned");
    expect(obstacle(received, "return_to_bureau", "2021-09-18")).toBe("not_assigned");
    expect(obstacle(assigned, "acknowledge", "2021-09-18")).toBeUndefined();
    expect(obstacle(assigned, "return_to_bureau", "2021-09-18")).toBeUndefined();
    const taken: readonly Step[] = [...assigned, ["acknowledged", "2021-09-19"]];
    expect(obstacle(taken, "acknowledge", "2021-09-19")).toBe("already_acknowledged");
    expect(obstacle(taken, "return_to_bureau", "2021-09-20")).toBeUndefined();
    const returned: readonly Step[] = [...assigned, ["station_returned", "2021-09-19"]];
    expect(obstacle(returned, "acknowledge", "2021-09-20")).toBe("station_returned");
    expect(obstacle(returned, "return_to_bureau", "2021-09-20")).toBe("station_returned");
    expect(obstacle(returned, "report_in", "2021-09-20")).toBe("station_returned");
    expect(obstacle(returned, "assign", "2021-09-20")).toBeUndefined();
  });

  it("puts no assignment or answer before one that is recorded", () => {
    const returned: readonly Step[] = [...assigned, ["station_returned", "2021-09-20"]];
    expect(obstacle(returned, "assign", "2021-09-19")).toBe("before_last_step");
    expect(obstacle(returned, "assign", "2021-09-20")).toBeUndefined();
  });

  it("leaves whoever has reported in to the change of the place of execution", () => {
    for (const step of ["assign", "return_to_bureau", "return_to_police"] as const) {
      expect(obstacle(reported, step, "2021-09-22")).toBe("already_reported");
    }
  });
});

describe("the report-in", () => {
  it("is not before the receipt of the order, and may be late", () => {
    expect(obstacle(assigned, "report_in", "2021-09-15")).toBe("before_receipt");
    expect(obstacle(assigned, "report_in", "2021-09-16")).toBeUndefined();
    expect(obstacle(assigned, "report_in", "2021-12-01")).toBeUndefined();
    expect(obstacle([["ordered", "2021-09-15"]], "report_in", "2021-09-14")).toBe("before_receipt");
  });

  it("happens once, and once more at a new place of execution", () => {
    expect(obstacle(reported, "report_in", "2021-09-23")).toBe("already_recorded");
    expect(obstacle(reported, "report_in", "2021-09-20")).toBe("already_recorded");
    const moved: readonly Step[] = [...reported, ["transferred_within", "2021-11-01"]];
    expect(obstacle(moved, "report_in", "2021-10-31")).toBe("before_receipt");
    expect(obstacle(moved, "report_in", "2021-11-01")).toBeUndefined();
    expect(eventOfStep("report_in", historyOf(...moved), plainDate("2021-11-02"))).toBe("transfer_reported");
    expect(eventOfStep("report_in", historyOf(...assigned), plainDate("2021-09-20"))).toBe("reported");
  });

  it("waits for the release of whoever is in custody", () => {
    const held: readonly Step[] = [...assigned, ["suspended", "2021-09-20"]];
    expect(obstacle(held, "report_in", "2021-09-19")).toBeUndefined();
    expect(obstacle(held, "report_in", "2021-09-20")).toBe("in_custody");
    const released: readonly Step[] = [...held, ["resumed", "2021-10-20"]];
    expect(obstacle(released, "report_in", "2021-10-20")).toBeUndefined();
  });
});

describe("what follows the report-in", () => {
  const after = ["notice", "agreement", "team", "plan"] as const;

  it.each(after)("%s is not before the report-in, and is recorded once", (step) => {
    expect(obstacle(assigned, step, "2021-09-22")).toBe("not_reported");
    expect(obstacle(reported, step, "2021-09-21")).toBe("not_reported");
    expect(obstacle(reported, step, "2021-09-22")).toBeUndefined();
    const kind = eventOfStep(step, historyOf(...reported), plainDate("2021-09-23"));
    expect(obstacle([...reported, [kind, "2021-09-23"]], step, "2021-09-24")).toBe("already_recorded");
    expect(obstacle([...reported, [kind, "2021-09-24"]], step, "2021-09-23")).toBe("already_recorded");
  });

  it.each(after)("%s is recorded anew at a new place of execution", (step) => {
    const kind = eventOfStep(step, historyOf(...reported), plainDate("2021-09-23"));
    const moved: readonly Step[] = [...reported, [kind, "2021-09-23"], ["transferred_within", "2021-11-01"]];
    expect(obstacle(moved, step, "2021-11-02")).toBe("not_reported");
    const arrived: readonly Step[] = [...moved, ["transfer_reported", "2021-11-03"]];
    expect(obstacle(arrived, step, "2021-11-03")).toBeUndefined();
  });

  it("rests on the report-in, which is not annulled before it", () => {
    const history = historyOf(
      ...reported,
      ["notice_given", "2021-09-22"],
      ["agreement_signed", "2021-09-23"],
    );
    const event = { kind: "reported" as const, on: plainDate("2021-09-22") };
    expect(restingOn(event, history)).toEqual(["notice_given", "agreement_signed"]);
    expect(restingOn({ kind: "notice_given", on: plainDate("2021-09-22") }, history)).toEqual([]);
  });
});

it.each(["acknowledge", "return_to_bureau"] as const)(
  "a change within the county is answered as a transfer: %s",
  (step) => {
    const moving: readonly Step[] = [
      ...assigned,
      ["transfer_started", "2021-09-23"],
      ["assigned", "2021-09-24"],
    ];
    expect(obstacle(moving, step, "2021-09-25")).toBe("in_transfer");
    const cancelled: readonly Step[] = [...moving, ["transfer_cancelled", "2021-09-25"]];
    expect(obstacle(cancelled, step, "2021-09-25")).toBeUndefined();
  },
);

it.each(INTAKE_STEPS)("records nothing in a case that has ended: $code", ({ code }) => {
  const ended: readonly Step[] = [...assigned, ["returned_to_police", "2021-09-25"]];
  expect(obstacle(ended, code, "2021-09-20")).toBe("case_ended");
  expect(obstacle(ended, code, "2021-09-25")).toBe("case_ended");
});
