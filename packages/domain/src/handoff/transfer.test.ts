import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import { contentOfRule, lawWith } from "../law/law-version.ts";
import { ruleOn } from "../law/rule.ts";
import { CASE_STATES } from "../supervision/case-state.ts";
import type { CaseEventKind } from "../supervision/case-event.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import type { TransferDays, TransferSituation } from "./transfer.ts";
import {
  isReceiptLate,
  lateReceiptSpans,
  missingMaterials,
  stationAnswerOn,
  transferStateOn,
  waitingForReceipt,
  whyNoTransfer,
  whyNotStep,
} from "./transfer.ts";

const d = plainDate;
const days = (parts: Partial<TransferDays> = {}): TransferDays => ({
  direction: "out",
  requestedOn: d("2021-10-08"),
  sentOn: d("2021-10-12"),
  receiptOn: d("2021-11-01"),
  cancelledOn: null,
  ...parts,
});

describe("how far a transfer has come", () => {
  it.each([
    ["2021-10-07", undefined],
    ["2021-10-08", "requested"],
    ["2021-10-11", "requested"],
    ["2021-10-12", "sent"],
    ["2021-10-31", "sent"],
    ["2021-11-01", "received"],
  ])("on %s: %s", (asOf, state) => {
    expect(transferStateOn(days(), d(asOf))).toBe(state);
  });

  it("is cancelled from the day on which it was called off", () => {
    const cancelled = days({ receiptOn: null, cancelledOn: d("2021-10-20") });
    expect(transferStateOn(cancelled, d("2021-10-19"))).toBe("sent");
    expect(transferStateOn(cancelled, d("2021-10-20"))).toBe("cancelled");
  });

  it("waits for the receipt, and too long from the sixteenth day on", () => {
    expect(waitingForReceipt(days(), d("2021-10-11"), NATIONAL_LAW)).toBeUndefined();
    expect(waitingForReceipt(days(), d("2021-10-12"), NATIONAL_LAW)).toEqual({ days: 0, isLate: false });
    expect(waitingForReceipt(days(), d("2021-10-27"), NATIONAL_LAW)).toEqual({ days: 15, isLate: false });
    expect(waitingForReceipt(days(), d("2021-10-28"), NATIONAL_LAW)).toEqual({ days: 16, isLate: true });
    expect(waitingForReceipt(days(), d("2021-11-01"), NATIONAL_LAW)).toBeUndefined();
  });

  it("waits as long as the person has to report, by the version of the day of sending", () => {
    const content = { ...contentOfRule(ruleOn("T12", d("2021-01-01"), NATIONAL_LAW.rules)), says: "5日内" };
    const period = { amount: 5, unit: "day", counting: "natural", rollsOver: true } as const;
    const law = lawWith(NATIONAL_LAW, [
      { subject: "rule", inForceFrom: d("2021-10-12"), content: { ...content, period } },
    ]);
    // 17 October is a Sunday
    expect(isReceiptLate(d("2021-10-12"), d("2021-10-18"), law)).toBe(false);
    expect(isReceiptLate(d("2021-10-12"), d("2021-10-19"), law)).toBe(true);
    expect(isReceiptLate(d("2021-10-11"), d("2021-10-26"), law)).toBe(false);
    expect(lateReceiptSpans(d("2021-10-19"), law)).toEqual([
      { from: undefined, to: "2021-10-03" },
      { from: "2021-10-12", to: "2021-10-13" },
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (sent, now) => {
        const sentOn = addDays(d("2021-09-01"), sent);
        const asOf = addDays(d("2021-09-15"), now);
        fc.pre(sentOn <= asOf);
        const isInSpan = lateReceiptSpans(asOf, law).some(
          ({ from, to }) => (from === undefined || from <= sentOn) && sentOn <= to,
        );
        expect(isInSpan).toBe(isReceiptLate(sentOn, asOf, law));
      }),
    );
  });
});

describe("the materials", () => {
  const nothing = { hasAgreement: false, hasTests: false, hasVisits: false };

  it("are request, order and registration form at least", () => {
    expect(missingMaterials([], nothing)).toEqual(["request", "order_copy", "file_copy"]);
    expect(missingMaterials(["request", "order_copy", "file_copy"], nothing)).toEqual([]);
  });

  it("hold whatever the file has beside that", () => {
    const full = { hasAgreement: true, hasTests: true, hasVisits: true };
    expect(missingMaterials(["request", "order_copy", "file_copy"], full)).toEqual([
      "agreement_copy",
      "test_records",
      "visit_records",
    ]);
  });
});

describe("the receiving station's answer", () => {
  const answer = (steps: readonly (readonly [CaseEventKind, string])[], asOf = "2021-12-31") =>
    stationAnswerOn(
      steps.map(([kind, on]) => ({ kind, on: d(on) })),
      d("2021-10-12"),
      d(asOf),
    );

  it("is what it said last, after the case was sent", () => {
    expect(answer([["station_returned", "2021-10-01"]])).toBe("none");
    expect(answer([["assigned", "2021-10-12"]])).toBe("none");
    const returned = [
      ["assigned", "2021-10-12"],
      ["station_returned", "2021-10-14"],
    ] as const;
    expect(answer(returned)).toBe("returned");
    expect(answer(returned, "2021-10-13")).toBe("none");
    expect(answer([...returned, ["assigned", "2021-10-15"]])).toBe("none");
    expect(answer([["transferred_within", "2021-10-13"]])).toBe("acknowledged");
  });
});

describe("what can be done", () => {
  const situation = (parts: Partial<TransferSituation> = {}): TransferSituation => ({
    direction: "out",
    state: "requested",
    missing: [],
    answer: "none",
    ...parts,
  });
  const can = (step: Parameters<typeof whyNotStep>[0], parts: Partial<TransferSituation>) =>
    whyNotStep(step, situation(parts)) === undefined;

  it("sends once, with all materials", () => {
    expect(can("send", {})).toBe(true);
    expect(whyNotStep("send", situation({ missing: ["request", "order_copy"] }))).toBe("材料不齐，还缺 2 项");
    expect(can("send", { state: "sent" })).toBe(false);
  });

  it("takes a receipt only for what was sent out of the county", () => {
    expect(can("receive", {})).toBe(false);
    expect(can("receive", { state: "sent" })).toBe(true);
    expect(can("receive", { state: "sent", direction: "within" })).toBe(false);
  });

  it("lets the receiving station answer once", () => {
    for (const step of ["acknowledge", "return"] as const) {
      expect(can(step, { direction: "within", state: "sent" })).toBe(true);
      expect(can(step, { direction: "within", state: "requested" })).toBe(false);
      expect(can(step, { direction: "within", state: "sent", answer: "returned" })).toBe(false);
      expect(can(step, { direction: "out", state: "sent" })).toBe(false);
    }
  });

  it("calls off what waits, within the county only once the station returned it", () => {
    expect(can("cancel", {})).toBe(true);
    expect(can("cancel", { state: "sent" })).toBe(true);
    expect(can("cancel", { direction: "within", state: "sent" })).toBe(false);
    expect(can("cancel", { direction: "within", state: "sent", answer: "returned" })).toBe(true);
  });

  it("does nothing more once it is closed", () => {
    for (const step of ["send", "receive", "acknowledge", "return", "cancel"] as const) {
      expect(can(step, { state: "received" })).toBe(false);
      expect(can(step, { state: "cancelled" })).toBe(false);
    }
  });
});

it("moves a measure only while it is carried out", () => {
  const movable = CASE_STATES.map(({ code }) => code).filter((code) => whyNoTransfer(code) === undefined);
  expect(movable).toEqual(["reported", "active"]);
});
