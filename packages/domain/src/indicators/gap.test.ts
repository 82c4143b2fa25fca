import { describe, expect, it } from "vitest";
import { CONTROL_REASONS } from "./control-reason.ts";
import { gapToTarget, WAY_BACK } from "./gap.ts";

describe("gap to the target", () => {
  it.each([
    [200, 210, 98, 206, 6],
    [206, 210, 98, 206, 0],
    [210, 210, 98, 206, 0],
    [0, 50, 98, 49, 49],
    [0, 100, 99.5, 100, 100],
    [0, 0, 98, 0, 0],
    [3, 3, 100, 3, 0],
  ])("%i of %i for %d %%: needs %i, %i more", (numerator, denominator, target, needed, missing) => {
    expect(gapToTarget(numerator, denominator, target)).toEqual({ targetPercent: target, needed, missing });
  });

  it("refuses a target that no rate can have", () => {
    expect(() => gapToTarget(1, 2, 101)).toThrow(RangeError);
    expect(() => gapToTarget(1, 2, Number.NaN)).toThrow(RangeError);
  });

  it("knows a way back for every reason that is not controlled", () => {
    const reasons = CONTROL_REASONS.filter((reason) => !reason.controlled).map((reason) => reason.code);
    expect(Object.keys(WAY_BACK).sort()).toEqual([...reasons].sort());
  });
});
