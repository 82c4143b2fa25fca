import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { Law } from "../law/law.ts";
import { contentOfRule, lawWith } from "../law/law-version.ts";
import { ruleOn } from "../law/rule.ts";
import type { RuleId, RuleLimits, RulePeriod } from "../law/rule.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { breachCounters } from "./breach-counters.ts";
import type { BreachFacts } from "./breach-counters.ts";
import { breachLadder, warningObstacle } from "./breach-ladder.ts";
import { breachPacket } from "./breach-packet.ts";

const d = plainDate;

/** The common law with other numbers of a rule from a day on. */
function changed(id: RuleId, from: string, numbers: { limits?: RuleLimits; period?: RulePeriod }): Law {
  const before = ruleOn(id, d("2021-01-01"), NATIONAL_LAW.rules);
  const content = { ...contentOfRule(before), says: "新的数", ...numbers };
  const limits = { ...before.limits, ...numbers.limits };
  return lawWith(NATIONAL_LAW, [{ subject: "rule", inForceFrom: d(from), content: { ...content, limits } }]);
}

interface Parts {
  readonly reportedOn?: string;
  /** Days on which a test was refused after a call of its own. */
  readonly refusedOn?: readonly string[];
  /** Times away without a word: first day and day of return. */
  readonly away?: readonly (readonly [from: string, returnedOn: string])[];
}

function facts({ reportedOn = "2021-02-01", refusedOn = [], away = [] }: Parts): BreachFacts {
  return {
    history: {
      measure: "community_detox",
      termMonths: 36,
      events: [
        { kind: "received", on: d("2021-01-20") },
        { kind: "reported", on: d(reportedOn) },
        { kind: "agreement_signed", on: d(reportedOn) },
      ],
    },
    leaves: away.map(([from, returnedOn]) => ({
      kind: "unreported" as const,
      from: d(from),
      dueBack: d(from),
      returnedOn: d(returnedOn),
    })),
    tests: refusedOn.map((on) => ({ on: d(on), method: "urine" as const, result: "refused" as const })),
    documents: refusedOn.map((on) => ({
      id: on,
      kind: "test_notice" as const,
      number: null,
      issuedOn: addDays(d(on), -2),
      receipts: [
        {
          method: "direct" as const,
          issuedOn: addDays(d(on), -2),
          servedOn: addDays(d(on), -1),
          receivedBy: null,
          relation: null,
          refusal: null,
          witness: null,
          servers: ["甲一", "甲二"],
        },
      ],
    })),
    delegations: [],
    breaches: [],
  };
}

const counted = (given: BreachFacts, law: Law, asOf = "2021-12-31") =>
  breachCounters(given, d(asOf), law).map(({ count, threshold, reachedOn }) => [count, threshold, reachedOn]);

describe("another number in rule T8", () => {
  const twice = changed("T8", "2021-03-01", { limits: { refusals: 2 } });
  const refusedOn = ["2021-04-10", "2021-05-10"];

  it.each([
    ["2021-02-28", [2, 3, undefined], "serious"],
    ["2021-03-01", [2, 2, "2021-05-10"], "grave"],
  ] as const)("holds for a term that begins on %s", (reportedOn, refusals, level) => {
    const given = facts({ reportedOn, refusedOn });
    expect(counted(given, twice)[0]).toEqual(refusals);
    expect(breachLadder(given, d("2021-12-31"), twice).level).toBe(level);
  });

  it("stands in the packet", () => {
    const given = facts({ reportedOn: "2021-03-01", refusedOn });
    const threshold = breachPacket(given, d("2021-12-31"), twice).items[0];
    expect(threshold).toMatchObject({ present: true, because: "逃避或者拒绝接受检测次数：2 / 2" });
  });

  it("is one more for days that have to be exceeded", () => {
    const ten = changed("T8", "2021-02-01", { limits: { absence_days: 10 } });
    const ofDays = (returnedOn: string) => counted(facts({ away: [["2021-03-01", returnedOn]] }), ten)[2];
    expect(ofDays("2021-03-11")).toEqual([10, 11, undefined]);
    expect(ofDays("2021-03-12")).toEqual([11, 11, "2021-03-11"]);
  });
});

describe("another number in rule B2", () => {
  const first = changed("B2", "2021-02-01", { limits: { serious_refusals: 1 } });

  it.each([
    ["2021-01-31", "minor"],
    ["2021-02-01", "serious"],
  ] as const)("makes one refusal in a term from %s %s", (reportedOn, level) => {
    const given = facts({ reportedOn, refusedOn: ["2021-04-10"] });
    expect(breachLadder(given, d("2021-12-31"), first).level).toBe(level);
  });

  it("says in its own words what is lacking for a 告诫书", () => {
    const ladder = breachLadder(facts({ refusedOn: ["2021-04-10"] }), d("2021-12-31"), NATIONAL_LAW);
    expect(warningObstacle(ladder)).toContain("逃避或者拒绝检测2次以上");
  });
});

describe("another number in rule T7", () => {
  const fiveDays = changed("T7", "2021-03-10", {
    period: { amount: 5, unit: "day", counting: "natural", rollsOver: false },
  });

  it.each([
    ["2021-03-09", "2021-03-12", 1],
    ["2021-03-10", "2021-03-13", 0],
    ["2021-03-10", "2021-03-15", 1],
  ])("away from %s, back on %s: %i departures", (from, returnedOn, departures) => {
    expect(counted(facts({ away: [[from, returnedOn]] }), fiveDays)[1]?.[0]).toBe(departures);
  });
});

describe("shared control", () => {
  it("excuses who stays away by rule O2", () => {
    const given = facts({ refusedOn: ["2021-04-10"] });
    const started = { kind: "dual_control_started" as const, on: d("2021-04-01") };
    const shared = {
      ...given,
      tests: given.tests.map((test) => ({ ...test, result: "absent" as const })),
      history: { ...given.history, events: [...given.history.events, started] },
    };
    expect(breachCounters(shared, d("2021-12-31"), NATIONAL_LAW)[0]?.items).toMatchObject([
      { counts: false, because: "双向管控（规则O2）" },
    ]);
  });
});

describe("old cases keep old law", () => {
  const day = fc.integer({ min: 1, max: 300 }).map((days) => addDays(d("2021-02-01"), days));
  const days = fc.uniqueArray(day, { minLength: 1, maxLength: 5 });

  it("whatever later versions say, a term that began before them is counted as before", () => {
    const limits = fc.record({
      refusals: fc.integer({ min: 1, max: 5 }),
      departures: fc.integer({ min: 1, max: 5 }),
      absence_days: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(days, day, limits, (refused: readonly PlainDate[], from, numbers) => {
        const given = facts({ refusedOn: refused.toSorted() });
        expect(counted(given, changed("T8", from, { limits: numbers }))).toEqual(
          counted(given, NATIONAL_LAW),
        );
      }),
    );
  });
});
