import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import type { CaseEvent, CaseEventKind } from "./case-event.ts";
import type { CaseHistory } from "./case-history.ts";
import { isRegistered, standingOn } from "./case-history.ts";
import { stateOn } from "./case-state.ts";

const d = plainDate;

function history(...events: readonly (readonly [kind: CaseEventKind, on: string])[]): CaseHistory {
  return {
    measure: "community_detox",
    termMonths: 36,
    events: events.map(([kind, on]): CaseEvent => ({ kind, on: d(on) })),
  };
}

const received = [
  ["ordered", "2021-07-01"],
  ["received", "2021-07-01"],
  ["handed_off", "2021-07-08"],
] as const;
const active = [...received, ["reported", "2021-07-10"], ["agreement_signed", "2021-07-12"]] as const;

function state(facts: CaseHistory, asOf: string): string | undefined {
  return stateOn(facts, d(asOf), NATIONAL_LAW)?.state;
}

describe("state on the way to the agreement", () => {
  it.each([
    ["2021-06-30", undefined],
    ["2021-07-01", "pending_report"],
    ["2021-07-09", "pending_report"],
    ["2021-07-10", "reported"],
    ["2021-07-11", "reported"],
    ["2021-07-12", "active"],
    ["2024-07-09", "active"],
    ["2024-07-10", "expired"],
  ])("on %s: %s", (asOf, expected) => {
    expect(state(history(...active), asOf)).toBe(expected);
  });

  it("is overdue from the day after the deadline, until the case is referred", () => {
    const noShow = history(...received, ["no_show_referred", "2021-08-02"]);
    expect(state(noShow, "2021-07-16")).toBe("pending_report");
    expect(stateOn(noShow, d("2021-07-17"), NATIONAL_LAW)).toEqual({
      state: "overdue_report",
      since: "2021-07-17",
      ruleId: "T1",
    });
    expect(state(noShow, "2021-08-02")).toBe("no_show_referred");
    expect(state(history(...received, ["reported", "2021-08-05"]), "2021-08-05")).toBe("reported");
  });

  it("is not on the register before the person has received the order", () => {
    const undelivered = history(["ordered", "2021-07-01"], ["handed_off", "2021-07-08"]);
    expect(state(undelivered, "2021-07-20")).toBe("ordered");
    expect(isRegistered(standingOn(undelivered, d("2021-07-20")))).toBe(false);
  });
});

describe("state in the term", () => {
  it("is missing until found", () => {
    const facts = history(...active, ["lost_contact", "2021-09-01"], ["found", "2021-10-01"]);
    expect(state(facts, "2021-08-31")).toBe("active");
    expect(state(facts, "2021-09-30")).toBe("missing");
    expect(state(facts, "2021-10-01")).toBe("active");
  });

  it("is no longer missing once in custody", () => {
    const facts = history(
      ...active,
      ["lost_contact", "2021-09-01"],
      ["suspended", "2021-10-01"],
      ["resumed", "2021-10-11"],
    );
    expect(state(facts, "2021-10-10")).toBe("suspended");
    expect(state(facts, "2021-10-11")).toBe("active");
  });

  it("expires later by the days of a suspension", () => {
    const facts = history(...active, ["suspended", "2022-01-01"], ["resumed", "2022-01-11"]);
    expect(state(facts, "2024-07-19")).toBe("active");
    expect(state(facts, "2024-07-20")).toBe("expired");
  });

  it("waits for the police after a referral, and goes on when they dismiss it", () => {
    const facts = history(...active, ["breach_referred", "2022-02-01"], ["breach_dismissed", "2022-02-20"]);
    expect(state(facts, "2022-02-10")).toBe("breach_referred");
    expect(state(facts, "2022-02-20")).toBe("active");
  });

  it.each([
    ["released", "released"],
    ["terminated", "terminated"],
    ["transferred_out", "transferred"],
    ["died", "died"],
  ] as const)("%s ends it from that day", (kind, expected) => {
    const facts = history(...active, [kind, "2022-03-01"], ["lost_contact", "2022-04-01"]);
    expect(isRegistered(standingOn(facts, d("2022-02-28")))).toBe(true);
    expect(isRegistered(standingOn(facts, d("2022-03-01")))).toBe(false);
    expect(state(facts, "2022-05-01")).toBe(expected);
  });

  it("does not depend on the order in which the facts are given", () => {
    const facts = history(...active, ["lost_contact", "2021-09-01"], ["found", "2021-10-01"]);
    const reversed = { ...facts, events: facts.events.toReversed() };
    for (const asOf of ["2021-07-05", "2021-07-11", "2021-09-15", "2021-11-01"]) {
      expect(state(reversed, asOf)).toBe(state(facts, asOf));
    }
  });
});
