import { describe, expect, it } from "vitest";
import type { CodeEntry } from "./code-list.ts";
import { codesOf, findCodeByZh, zhOf } from "./code-list.ts";
import { ID_NUMBER_ISSUES } from "./identity/id-number.ts";
import { PHONE_ISSUES } from "./identity/phone.ts";
import { CONTROL_REASONS, UNREGISTERED_REASONS } from "./indicators/control-reason.ts";
import { EVIDENCE_KINDS } from "./indicators/evidence.ts";
import { RETURN_ACTIONS } from "./indicators/gap.ts";
import { TERM_LAST_DAYS } from "./law/settings.ts";
import { RULE_ACTORS, RULE_TRIGGERS } from "./law/rule.ts";
import { CASE_EVENT_KINDS, SUSPENSION_GROUNDS, TERMINATION_GROUNDS } from "./supervision/case-event.ts";
import { CASE_STATES } from "./supervision/case-state.ts";
import { MEASURES } from "./supervision/measure.ts";
import { TEST_METHODS, TEST_RESULTS } from "./testing/drug-test.ts";
import { VISIT_METHODS } from "./visit/visit.ts";

describe("code lists", () => {
  it("give codes and labels both ways", () => {
    expect(codesOf(MEASURES)).toEqual(["community_detox", "community_rehab"]);
    expect(zhOf(MEASURES, "community_rehab")).toBe("社区康复");
    expect(findCodeByZh(MEASURES, "社区戒毒")).toBe("community_detox");
    expect(findCodeByZh(MEASURES, "强制隔离戒毒")).toBeUndefined();
    expect(() => codesOf([])).toThrow(RangeError);
    expect(() => zhOf<string>(MEASURES, "unknown")).toThrow(RangeError);
  });

  it.each<readonly CodeEntry[]>([
    CASE_EVENT_KINDS,
    CASE_STATES,
    CONTROL_REASONS,
    EVIDENCE_KINDS,
    ID_NUMBER_ISSUES,
    MEASURES,
    PHONE_ISSUES,
    RETURN_ACTIONS,
    RULE_ACTORS,
    RULE_TRIGGERS,
    SUSPENSION_GROUNDS,
    TERM_LAST_DAYS,
    TERMINATION_GROUNDS,
    TEST_METHODS,
    TEST_RESULTS,
    UNREGISTERED_REASONS,
    VISIT_METHODS,
  ])("hold each code and each label once: %o", (...list) => {
    expect(new Set(list.map((entry) => entry.code)).size).toBe(list.length);
    expect(new Set(list.map((entry) => entry.zh)).size).toBe(list.length);
    for (const { code, zh } of list) {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });
});
