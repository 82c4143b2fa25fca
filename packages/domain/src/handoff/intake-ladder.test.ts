import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { CaseEventKind } from "../supervision/case-event.ts";
import type { CaseHistory } from "../supervision/case-history.ts";
import { plainDate } from "../time/plain-date.ts";
import type { IntakeRungCode } from "./intake-ladder.ts";
import { intakeLadder, nextRung } from "./intake-ladder.ts";

type Step = readonly [kind: CaseEventKind, on: string];

const received: readonly Step[] = [
  ["ordered", "2021-09-15"],
  ["received", "2021-09-16"],
  ["handed_off", "2021-09-17"],
];

function historyOf(...steps: readonly Step[]): CaseHistory {
  return {
    measure: "community_detox",
    termMonths: 36,
    events: steps.map(([kind, on]) => ({ kind, on: plainDate(on) })),
  };
}

function ladder(history: CaseHistory, asOf: string) {
  return intakeLadder(history, plainDate(asOf), NATIONAL_LAW);
}

function rung(history: CaseHistory, asOf: string, code: IntakeRungCode) {
  const found = ladder(history, asOf).find((each) => each.code === code);
  return {
    state: found?.state,
    due: found?.deadline?.date,
    doneOn: found?.doneOn,
    daysLeft: found?.daysLeft,
    ruleId: found?.ruleId,
  };
}

describe("the intake ladder", () => {
  it("rolls the report deadline over the National Day holidays and counts the days left", () => {
    expect(rung(historyOf(...received), "2021-09-20", "reported")).toEqual({
      state: "due",
      due: "2021-10-08",
      doneOn: undefined,
      daysLeft: 18,
      ruleId: "T1",
    });
    expect(rung(historyOf(...received), "2021-10-08", "reported")).toMatchObject({
      state: "due",
      daysLeft: 0,
    });
    expect(rung(historyOf(...received), "2021-10-09", "reported")).toMatchObject({
      state: "overdue",
      daysLeft: -1,
    });
  });

  it("gives the bureau three working days for the assignment, the Mid-Autumn holidays left out", () => {
    // handed off on a Friday; Saturday is a make-up working day, 19 to 21 September are off
    const { events, ...rest } = historyOf(...received);
    const unassigned = { ...rest, events: events.filter(({ kind }) => kind !== "handed_off") };
    expect(rung(unassigned, "2021-09-20", "assigned").state).toBe("waiting");
    expect(rung(historyOf(...received, ["assigned", "2021-09-24"]), "2021-09-30", "assigned")).toMatchObject({
      state: "done_late",
      due: "2021-09-23",
    });
    expect(rung(historyOf(...received, ["assigned", "2021-09-23"]), "2021-09-30", "assigned").state).toBe(
      "done",
    );
  });

  it("waits with agreement, team and plan until the person has reported in", () => {
    const before = historyOf(...received);
    for (const code of ["notice", "agreement", "team", "plan"] as const) {
      expect(rung(before, "2021-09-30", code).state).toBe("waiting");
    }
    const after = historyOf(...received, ["reported", "2021-09-27"]);
    expect(rung(after, "2021-09-28", "agreement")).toMatchObject({
      state: "due",
      due: "2021-09-30",
      ruleId: "T6",
    });
    expect(rung(after, "2021-09-28", "plan")).toMatchObject({ state: "due", ruleId: "H7" });
  });

  it("asks the station for an answer anew after it returned the case", () => {
    const returned = historyOf(...received, ["assigned", "2021-09-17"], ["station_returned", "2021-09-18"]);
    expect(rung(returned, "2021-09-18", "acknowledged").state).toBe("waiting");
    const reassigned = {
      ...returned,
      events: [...returned.events, { kind: "assigned" as const, on: plainDate("2021-09-22") }],
    };
    expect(rung(reassigned, "2021-09-22", "acknowledged")).toMatchObject({ state: "due", due: "2021-09-26" });
  });

  it("takes the steps anew at a new place of execution, while the term runs on", () => {
    const moved = historyOf(
      ...received,
      ["reported", "2021-09-20"],
      ["agreement_signed", "2021-09-22"],
      ["team_formed", "2021-09-22"],
      ["plan_made", "2021-09-23"],
      ["transferred_within", "2021-11-01"],
    );
    expect(rung(moved, "2021-11-05", "reported")).toMatchObject({
      state: "due",
      due: "2021-11-16",
      ruleId: "T12",
    });
    expect(rung(moved, "2021-11-05", "agreement").state).toBe("waiting");
    const arrived = {
      ...moved,
      events: [...moved.events, { kind: "transfer_reported" as const, on: plainDate("2021-11-08") }],
    };
    expect(rung(arrived, "2021-11-09", "agreement")).toMatchObject({ state: "due", due: "2021-11-11" });
  });

  it("asks the receiving station for its answer, and counts nothing against it from before", () => {
    const sent = historyOf(
      ...received,
      ["assigned", "2021-09-17"],
      ["acknowledged", "2021-09-18"],
      ["reported", "2021-09-20"],
      ["agreement_signed", "2021-09-22"],
      ["notice_given", "2021-09-22"],
      ["team_formed", "2021-09-22"],
      ["plan_made", "2021-09-23"],
      ["transfer_started", "2021-11-01"],
      ["transfer_sent", "2021-11-03"],
      ["assigned", "2021-11-03"],
    );
    expect(nextRung(ladder(sent, "2021-11-04"))).toMatchObject({ code: "acknowledged", state: "due" });
    const taken = {
      ...sent,
      events: [
        ...sent.events,
        { kind: "transferred_within" as const, on: plainDate("2021-11-05") },
        { kind: "acknowledged" as const, on: plainDate("2021-11-05") },
      ],
    };
    expect(rung(taken, "2021-11-06", "assigned")).toMatchObject({ state: "done", due: undefined });
    expect(rung(taken, "2021-11-06", "acknowledged")).toMatchObject({ state: "done" });
    expect(nextRung(ladder(taken, "2021-11-06"))).toMatchObject({ code: "reported", ruleId: "T12" });
  });

  it("starts with the report-in for a case that comes from elsewhere", () => {
    const arrived = historyOf(
      ["ordered", "2020-03-01"],
      ["received", "2020-03-02"],
      ["reported", "2020-03-10"],
      ["handed_off", "2021-11-01"],
      ["transferred_in", "2021-11-01"],
      ["assigned", "2021-11-01"],
      ["acknowledged", "2021-11-02"],
    );
    expect(rung(arrived, "2021-11-05", "handed_off").state).toBe("done");
    expect(nextRung(ladder(arrived, "2021-11-05"))).toMatchObject({
      code: "reported",
      ruleId: "T12",
      state: "due",
    });
  });

  it("needs no further step once the case has ended", () => {
    const returned = historyOf(...received, ["returned_to_police", "2021-09-22"]);
    expect(nextRung(ladder(returned, "2021-12-31"))).toBeUndefined();
    expect(rung(returned, "2021-12-31", "reported").state).toBe("stopped");
  });

  it("names the first step that is to be done", () => {
    expect(nextRung(ladder(historyOf(...received), "2021-09-20"))?.code).toBe("assigned");
  });
});

describe("a step of which no day was recorded", () => {
  it("is proven by the report-in, and rights and duties were told before the agreement", () => {
    const stock: CaseHistory = historyOf(
      ["received", "2020-03-01"],
      ["reported", "2020-03-10"],
      ["agreement_signed", "2020-03-12"],
    );
    for (const code of ["decided", "handed_off", "assigned", "acknowledged", "notice"] as const) {
      expect(rung(stock, "2021-12-31", code)).toMatchObject({ state: "done", doneOn: undefined });
    }
    expect(nextRung(ladder(stock, "2021-12-31"))?.code).toBe("team");
  });

  it("leaves team and plan of a case that a ledger brought unproven, and not overdue", () => {
    const { events, ...order } = historyOf(
      ["received", "2020-03-01"],
      ["reported", "2020-03-10"],
      ["agreement_signed", "2020-03-12"],
    );
    const stock = { ...order, events: events.map((event) => ({ ...event, fromPaper: true })) };
    expect(nextRung(ladder(stock, "2021-12-31"))).toBeUndefined();
    for (const code of ["team", "plan"] as const) {
      expect(rung(stock, "2021-12-31", code)).toMatchObject({ state: "unproven", due: undefined });
    }
    const formed = { kind: "team_formed" as const, on: plainDate("2021-12-01") };
    expect(rung({ ...stock, events: [...stock.events, formed] }, "2021-12-31", "plan").state).toBe("overdue");
  });

  it("is proven by the assignment where it lies before it", () => {
    const assigned = historyOf(["received", "2021-09-16"], ["assigned", "2021-09-18"]);
    expect(nextRung(ladder(assigned, "2021-12-01"))?.code).toBe("acknowledged");
  });
});
