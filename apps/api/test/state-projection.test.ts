import { controlVerdictOn } from "@rehab/domain/indicators/control-reason";
import { NATIONAL_LAW } from "@rehab/domain/law/law";
import { stateOn } from "@rehab/domain/supervision/case-state";
import { walkHistory } from "@rehab/domain/supervision/history-walk";
import { termOf } from "@rehab/domain/supervision/term";
import { addDays, plainDate } from "@rehab/domain/time/plain-date";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { SupervisedCase } from "../src/modules/enrollees/supervision-facts.ts";
import { projectionOf } from "../src/modules/enrollees/project-register.ts";

const law = NATIONAL_LAW;

const histories = fc
  .record({
    measure: fc.constantFrom("community_detox" as const, "community_rehab" as const),
    termMonths: fc.integer({ min: 1, max: 36 }),
    deductedDays: fc.integer({ min: 0, max: 20 }),
    steps: fc.array(fc.record({ choice: fc.nat(9999), days: fc.nat(400) }), { minLength: 2, maxLength: 14 }),
  })
  .map(({ steps, ...shape }) => walkHistory(shape, steps, law));

function caseOf(history: SupervisedCase["history"]): SupervisedCase {
  const ids = { caseId: "c", stationId: "s", enrolleeId: "e" };
  const record = { id: "c", enrolleeId: "e", stationId: "s", countyCode: "999901", measure: history.measure };
  return {
    ...ids,
    record: record as SupervisedCase["record"],
    history,
    leaves: [],
    tests: [],
    visits: [],
    documents: [],
    goals: [],
    delegations: [],
    breaches: [],
    openApprovals: [],
    snoozes: [],
    riskLevel: undefined,
  };
}

it("stores of any day what the replay of its facts says", () => {
  fc.assert(
    fc.property(histories, fc.nat(4000), (history, days) => {
      const today = addDays(plainDate("2016-02-20"), days);
      const facts = caseOf(history);
      const { entry, spans } = projectionOf([facts], "", { law, today });
      const state = stateOn(history, today, law);
      const verdict = controlVerdictOn(facts, today, law);
      const term = termOf(history, today, law);
      const span = spans.find(({ fromOn, untilOn }) => fromOn <= today && (untilOn ?? "9999") > today);
      expect(span?.state).toBe(state?.state);
      const stored = entry && {
        state: entry.state,
        registered: entry.registered,
        controlReason: entry.controlReason,
        controlled: entry.controlled,
        termStartOn: entry.termStartOn,
        termEndOn: entry.termEndOn,
      };
      const replayed = state && {
        state: state.state,
        registered: verdict.registered,
        controlReason: verdict.registered ? verdict.reason : null,
        controlled: verdict.registered ? verdict.controlled : null,
        termStartOn: term?.startOn ?? null,
        termEndOn: term?.endOn ?? null,
      };
      expect(stored).toEqual(replayed);
    }),
  );
});
