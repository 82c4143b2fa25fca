import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { CaseEvent } from "../supervision/case-event.ts";
import { CASE_EVENT_KINDS } from "../supervision/case-event.ts";
import { stateOn } from "../supervision/case-state.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import { caseSpans } from "./case-spans.ts";
import type { ControlFacts } from "./control-reason.ts";
import { controlReasonOn } from "./control-reason.ts";

const start = plainDate("2018-01-01");
const day = fc.integer({ min: 0, max: 1600 }).map((offset) => addDays(start, offset));
const event = fc
  .record({ kind: fc.constantFrom(...CASE_EVENT_KINDS.map(({ code }) => code)), on: day })
  .map((drawn): CaseEvent => drawn);
const leave = fc
  .record({ from: day, away: fc.nat(40), late: fc.option(fc.nat(30)) })
  .map(({ from, away, late }) => {
    const dueBack = addDays(from, away);
    return late === null ? { from, dueBack } : { from, dueBack, returnedOn: addDays(dueBack, late - 10) };
  })
  .filter(({ from, returnedOn }) => returnedOn === undefined || returnedOn >= from);
const facts = fc
  .record({
    events: fc.array(event, { maxLength: 10 }),
    leaves: fc.array(leave, { maxLength: 3 }),
    receivedOn: day,
  })
  .map(({ events, leaves, receivedOn }): ControlFacts => ({
    caseId: "case",
    stationId: "station",
    leaves,
    history: {
      measure: "community_detox",
      termMonths: 36,
      events: [{ kind: "received", on: receivedOn }, ...events],
    },
  }));

describe("case spans", () => {
  it("say of every day what the state and the control verdict of that day say", () => {
    fc.assert(
      fc.property(facts, day, (drawn, asOf) => {
        const covering = caseSpans(drawn, NATIONAL_LAW).filter(
          ({ from, until }) => from <= asOf && (until === undefined || asOf < until),
        );
        const state = stateOn(drawn.history, asOf, NATIONAL_LAW)?.state;
        expect(covering.map((span) => span.state)).toEqual(state === undefined ? [] : [state]);
        expect(covering[0]?.control?.reason).toBe(controlReasonOn(drawn, asOf, NATIONAL_LAW));
      }),
      { numRuns: 2000 },
    );
  });

  it("follow each other without gap, and only where something changes", () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        const spans = caseSpans(drawn, NATIONAL_LAW);
        for (const [index, span] of spans.entries()) {
          const next = spans[index + 1];
          expect(span.until).toBe(next?.from);
          if (next === undefined) continue;
          expect([next.state, next.control?.reason]).not.toEqual([span.state, span.control?.reason]);
        }
      }),
    );
  });
});
