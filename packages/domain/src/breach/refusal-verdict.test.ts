import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import type { BreachFacts } from "./breach-counters.ts";
import { refusalCounts, refusalWouldCount } from "./refusal-verdict.ts";

const d = plainDate;
const notice = (servedOn: string, servers = ["甲", "乙"]) => ({
  id: servedOn,
  kind: "test_notice" as const,
  number: "1",
  issuedOn: d("2021-06-01"),
  receipts: [
    {
      method: "direct" as const,
      issuedOn: d("2021-06-01"),
      servedOn: d(servedOn),
      receivedBy: null,
      relation: null,
      refusal: null,
      witness: null,
      servers,
    },
  ],
});

function factsWith(parts: Partial<BreachFacts>): BreachFacts {
  return {
    history: {
      measure: "community_detox",
      termMonths: 36,
      events: [
        { kind: "received", on: d("2021-01-01") },
        { kind: "reported", on: d("2021-01-05") },
        { kind: "agreement_signed", on: d("2021-01-06") },
      ],
    },
    leaves: [],
    tests: [],
    documents: [],
    delegations: [],
    breaches: [],
    ...parts,
  };
}

describe("a refusal", () => {
  it.each([
    ["2021-06-10", ["甲", "乙"], true],
    ["2021-06-11", ["甲", "乙"], false],
    ["2021-06-05", ["甲"], false],
  ])("after a call served on %s by %j would count: %s", (servedOn, servers, expected) => {
    const facts = factsWith({ documents: [notice(servedOn, servers)] });
    expect(refusalWouldCount(facts, d("2021-06-10"), NATIONAL_LAW)).toBe(expected);
  });

  it.each([
    ["refused", "2021-06-09", true],
    ["absent", "2021-06-09", false],
    ["absent", "2021-06-10", true],
  ] as const)("of somebody in hospital until the 10th, %s on %s, counts: %s", (result, on, expected) => {
    const { history } = factsWith({});
    const facts = factsWith({
      history: {
        ...history,
        events: [
          ...history.events,
          { kind: "hospitalised", on: d("2021-06-02") },
          { kind: "discharged", on: d("2021-06-10") },
        ],
      },
      documents: [notice("2021-06-05")],
      tests: [{ id: "t", on: d(on), method: "urine", result }],
    });
    expect(refusalCounts("t", facts, d("2021-06-30"), NATIONAL_LAW)).toBe(expected);
  });

  it("would not count by a call that an earlier test has used up", () => {
    const tests = [{ id: "t", on: d("2021-06-06"), method: "urine", result: "refused" }] as const;
    const facts = factsWith({ documents: [notice("2021-06-05")], tests });
    expect(refusalCounts("t", facts, d("2021-06-10"), NATIONAL_LAW)).toBe(true);
    expect(refusalWouldCount(facts, d("2021-06-10"), NATIONAL_LAW)).toBe(false);
  });

  it("is none where the test was taken", () => {
    const tests = [{ id: "t", on: d("2021-06-06"), method: "urine", result: "negative" }] as const;
    expect(refusalCounts("t", factsWith({ tests }), d("2021-06-10"), NATIONAL_LAW)).toBeUndefined();
  });
});
