import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codesOf } from "../code-list.ts";
import { decisionsFor, isPlain, plainDecision, totalsOf } from "./line-decision.ts";
import type { LineToDecide } from "./line-decision.ts";
import { LINE_FINDINGS } from "./reconciliation-codes.ts";

const line = (more: Partial<LineToDecide>): LineToDecide => ({
  finding: "same",
  kind: "weekly",
  isListed: true,
  isPaired: true,
  hasDoubts: false,
  ...more,
});

describe("what goes without saying why", () => {
  it("is that both sides agree", () => {
    expect(plainDecision(line({}))).toBe("no_change");
    expect(isPlain(line({}), "ask_police")).toBe(false);
    expect(plainDecision(line({ hasDoubts: true }))).toBeUndefined();
  });

  it("is taking over somebody new from a weekly list, not 漏管 of a whole register", () => {
    const fresh = line({ finding: "new_there", isPaired: false });
    expect(plainDecision(fresh)).toBe("take_over");
    expect(isPlain(fresh, "return_to_police")).toBe(false);
    expect(plainDecision({ ...fresh, hasDoubts: true })).toBeUndefined();
    expect(plainDecision({ ...fresh, kind: "monthly" })).toBeUndefined();
  });

  it("is nothing else", () => {
    for (const finding of codesOf(LINE_FINDINGS)) {
      if (finding === "same" || finding === "new_there") continue;
      expect(plainDecision(line({ finding }))).toBeUndefined();
    }
  });
});

describe("what can be decided", () => {
  it("never ends a measure of ours, and never takes over who is here", () => {
    expect(decisionsFor(line({ finding: "ended_there" }))).toEqual(["keep_ours", "ask_police"]);
    expect(decisionsFor(line({ finding: "differs" }))).not.toContain("take_over");
    expect(decisionsFor(line({ finding: "missing_there", isListed: false, isPaired: false }))).toEqual([
      "keep_ours",
      "ask_police",
    ]);
  });

  it("always leaves asking the police", () => {
    for (const finding of codesOf(LINE_FINDINGS)) {
      for (const isPaired of [true, false]) {
        expect(decisionsFor(line({ finding, isPaired }))).toContain("ask_police");
      }
    }
  });
});

describe("the totals", () => {
  it("sum to the lines", () => {
    const lines = fc.array(
      fc.record({
        finding: fc.constantFrom(...codesOf(LINE_FINDINGS)),
        isListed: fc.boolean(),
        isOurs: fc.boolean(),
        isDecided: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(lines, (all) => {
        const totals = totalsOf(all);
        expect(Object.values(totals.byFinding).reduce((sum, count) => sum + count)).toBe(all.length);
        expect(totals.lines).toBe(all.length);
        expect(totals.decided).toBeLessThanOrEqual(totals.lines);
      }),
    );
  });
});
