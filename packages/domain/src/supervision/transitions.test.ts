import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codesOf } from "../code-list.ts";
import { INTAKE_STEPS, canRecord, eventOfStep } from "../handoff/can-record.ts";
import { caseSpans } from "../indicators/case-spans.ts";
import { controlVerdictOn } from "../indicators/control-reason.ts";
import type { Law } from "../law/law.ts";
import { NATIONAL_LAW } from "../law/law.ts";
import { addDays, comparePlainDates, daysBetween, plainDate } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { canAnnul, canHappen } from "./can-happen.ts";
import type { CaseEvent, CaseEventKind } from "./case-event.ts";
import { CASE_END_KINDS, CASE_EVENT_KINDS } from "./case-event.ts";
import type { CaseHistory } from "./case-history.ts";
import { standingOn } from "./case-history.ts";
import { CASE_STATES, stateOn } from "./case-state.ts";
import { walkHistory } from "./history-walk.ts";
import { termOf } from "./term.ts";
import { TRANSITIONS } from "./transitions.ts";

const law = NATIONAL_LAW;
const d = plainDate;

/** Histories that the table allows; short terms, so that their end is reached too. */
const histories = fc
  .record({
    measure: fc.constantFrom("community_detox" as const, "community_rehab" as const),
    termMonths: fc.integer({ min: 1, max: 36 }),
    deductedDays: fc.integer({ min: 0, max: 20 }),
    steps: fc.array(
      fc.record({
        choice: fc.nat(9999),
        days: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 21, max: 500 })),
      }),
      { minLength: 3, maxLength: 16 },
    ),
  })
  .map(({ steps, ...shape }) => walkHistory(shape, steps, law));

/** Every day on which something can change, and one far ahead. */
function daysOf(history: CaseHistory): PlainDate[] {
  const days = caseSpans({ caseId: "c", stationId: "s", history, leaves: [] }, law).map(({ from }) => from);
  const all = [...history.events.map(({ on }) => on), ...days];
  const last = all.toSorted(comparePlainDates).at(-1) ?? d("2016-02-29");
  return [...all, ...all.map((day) => addDays(day, -1)), addDays(last, 1), addDays(last, 2000)];
}

/** The day on which a case that came from elsewhere came; before it the case is nothing here. */
const isArrived = ({ events }: CaseHistory, day: PlainDate) =>
  !events.some(({ kind, on }) => kind === "transferred_in" && day < on);

describe("every history that the table allows", () => {
  it("tells the state of a day from what had happened by then", () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const day of daysOf(history).filter((each) => isArrived(history, each))) {
          const known = { ...history, events: history.events.filter(({ on }) => on <= day) };
          expect(stateOn(known, day, law)).toEqual(stateOn(history, day, law));
          expect(termOf(known, day, law)).toEqual(termOf(history, day, law));
        }
      }),
    );
  });

  it("moves with each event as the table says", () => {
    fc.assert(
      fc.property(histories, ({ events, ...shape }) => {
        const wrong = events.filter((event, index) => {
          if (isElsewhere(event, events)) return false;
          const at = (count: number) =>
            stateOn({ ...shape, events: events.slice(0, count) }, event.on, law)?.state ?? "none";
          const { from, to } = TRANSITIONS[event.kind];
          const after: readonly string[] = to.length === 0 ? [at(index)] : to;
          return !from.includes(at(index)) || !after.includes(at(index + 1));
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("leaves the steps of the hand-off to their own rule", () => {
    const steps = fc.constantFrom(...codesOf(INTAKE_STEPS));
    fc.assert(
      fc.property(histories, steps, fc.nat(400), (history, step, days) => {
        const on = addDays(history.events.at(-1)?.on ?? d("2016-02-29"), days);
        const kind = eventOfStep(step, history, on);
        const isPossible = canHappen({ kind, on }, history, law) === undefined;
        const hasBegun = stateOn(history, on, law) !== undefined;
        expect(isPossible).toBe(hasBegun && canRecord(step, history, on) === undefined);
      }),
    );
  });

  it("has spans without gap or overlap whose states and reasons are those of each of their days", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const facts = { caseId: "c", stationId: "s", history, leaves: [] };
        const spans = caseSpans(facts, law);
        spans.slice(1).forEach((span, index) => expect(spans[index]?.until).toBe(span.from));
        expect(spans.at(-1)?.until).toBeUndefined();
        for (const { from, until, state, control } of spans) {
          const length = until === undefined ? 700 : daysBetween(from, until);
          for (const ahead of [0, Math.floor(length / 2), length - 1]) {
            const day = addDays(from, ahead);
            expect(stateOn(history, day, law)?.state).toBe(state);
            const verdict = controlVerdictOn(facts, day, law);
            expect(verdict.registered ? verdict.reason : undefined).toBe(control?.reason);
          }
        }
      }),
    );
  });

  it("has nothing after its end, and nothing can be added to it", () => {
    const ends: ReadonlySet<CaseEventKind> = new Set(CASE_END_KINDS);
    fc.assert(
      fc.property(histories, fc.constantFrom(...codesOf(CASE_EVENT_KINDS)), (history, kind) => {
        const end = history.events.findIndex((event) => ends.has(event.kind));
        if (end === -1) return;
        expect(end).toBe(history.events.length - 1);
        const on = history.events.at(-1)?.on ?? d("2016-02-29");
        for (const day of [addDays(on, -30), on, addDays(on, 1)]) {
          expect(canHappen({ kind, on: day }, history, law)?.code).toBe("case_ended");
        }
      }),
    );
  });

  it("never ends its term before the days to serve are served, whatever stopped it", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const released = history.events.find(({ kind }) => kind === "released");
        if (released === undefined) return;
        const term = termOf(history, addDays(released.on, -1), law);
        expect(term?.leftDays).toBe(0);
        expect(term?.servedDays).toBe(term?.plannedDays);
      }),
    );
  });

  it("stays possible when one more event is dated back, or one is annulled", () => {
    const kinds = fc.constantFrom(...codesOf(CASE_EVENT_KINDS));
    fc.assert(
      fc.property(histories, kinds, fc.nat(3000), fc.nat(20), (history, kind, days, index) => {
        const added: CaseEvent = { kind, on: addDays(d("2016-02-29"), days) };
        const isAllowed = canHappen(added, history, law) === undefined;
        const longer = isAllowed ? [...history.events, added] : history.events;
        expect(impossibleIn({ ...history, events: longer })).toEqual([]);
        const taken = history.events.filter((event) => !isElsewhere(event, history.events))[index];
        const isTaken = taken !== undefined && canAnnul(taken, history, law) === undefined;
        const shorter = history.events.filter((event) => !isTaken || event !== taken);
        expect(impossibleIn({ ...history, events: shorter })).toEqual([]);
      }),
    );
  });

  it("reaches every state", () => {
    const missing = new Set<unknown>(codesOf(CASE_STATES));
    for (let seed = 0; missing.size > 0 && seed < 60; seed += 1) {
      for (const history of fc.sample(histories, { numRuns: 50, seed })) {
        for (const day of daysOf(history)) missing.delete(stateOn(history, day, law)?.state);
      }
    }
    expect([...missing]).toEqual([]);
  });
});

/** The events of a history that are not possible after those before them. */
function impossibleIn({ events, ...shape }: CaseHistory): CaseEvent[] {
  const ordered = events.toSorted((a, b) => comparePlainDates(a.on, b.on));
  return ordered.filter(
    (event, index) =>
      !isElsewhere(event, events) &&
      canHappen(event, { ...shape, events: ordered.slice(0, index) }, law) !== undefined,
  );
}

/** What happened in another county, up to the arrival: nothing of it was recorded under this table. */
function isElsewhere(event: CaseEvent, events: readonly CaseEvent[]): boolean {
  const arrival = events.find(({ kind }) => kind === "transferred_in");
  return arrival !== undefined && (event === arrival || event.on < arrival.on);
}

type Step = readonly [kind: CaseEventKind, on: string, ground?: CaseEvent["ground"]];

function caseOf(steps: readonly Step[], more: Partial<CaseHistory> = {}): CaseHistory {
  const events = steps.map(([kind, on, ground]) => ({ kind, on: d(on), ...(ground && { ground }) }));
  return { measure: "community_detox", termMonths: 36, events, ...more };
}

const reportedOn = (on: string): Step[] => [
  ["received", on],
  ["acknowledged", on],
  ["reported", on],
  ["agreement_signed", on],
];
const obstacleOf = (event: Step, history: CaseHistory, under: Law = law) =>
  canHappen({ kind: event[0], on: d(event[1]), ...(event[2] && { ground: event[2] }) }, history, under);
const withSetting = (value: boolean): Law => ({
  ...law,
  settings: [...law.settings, { key: "administrative_detention_stops", inForceFrom: d("2010-01-01"), value }],
});

describe("the end of a term", () => {
  it.each<[name: string, history: CaseHistory, refused: string, allowed: string]>([
    ["three years", caseOf(reportedOn("2018-07-10")), "2021-07-09", "2021-07-10"],
    ["from 29 February", caseOf(reportedOn("2020-02-29")), "2023-02-28", "2023-03-01"],
    ["to 29 February", caseOf(reportedOn("2021-03-01")), "2024-02-29", "2024-03-01"],
    ["折抵 of 100 days", caseOf(reportedOn("2018-07-10"), { deductedDays: 100 }), "2021-03-31", "2021-04-01"],
    [
      "a suspension of ten days",
      caseOf([
        ...reportedOn("2018-07-10"),
        ["suspended", "2019-01-01", "detained"],
        ["resumed", "2019-01-11"],
      ]),
      "2021-07-19",
      "2021-07-20",
    ],
    [
      "a suspension over the end",
      caseOf([
        ...reportedOn("2018-07-10"),
        ["suspended", "2021-07-05", "arrested"],
        ["resumed", "2021-09-01"],
      ]),
      "2021-09-05",
      "2021-09-06",
    ],
    [
      "a change of the station",
      caseOf([
        ...reportedOn("2018-07-10"),
        ["transfer_started", "2019-01-01"],
        ["transferred_within", "2019-01-05"],
        ["transfer_reported", "2019-01-10"],
      ]),
      "2021-07-09",
      "2021-07-10",
    ],
  ])("after %s", (_, history, refused, allowed) => {
    expect(obstacleOf(["released", refused], history)?.code).toMatch(/other_state|term_running/);
    expect(obstacleOf(["released", allowed], history)).toBeUndefined();
  });

  it.each([
    [true, "2021-07-20"],
    [false, "2021-07-10"],
  ])("moves by 行政拘留 where the county says so: %s", (stops, first) => {
    const history = caseOf([
      ...reportedOn("2018-07-10"),
      ["suspended", "2019-01-01", "administrative_detention"],
      ["resumed", "2019-01-11"],
    ]);
    const under = withSetting(stops);
    expect(obstacleOf(["released", addDays(d(first), -1)], history, under)).toBeDefined();
    expect(obstacleOf(["released", first], history, under)).toBeUndefined();
  });

  it("comes in custody that does not stop the term, and to somebody who is missing", () => {
    const held = caseOf([
      ...reportedOn("2018-07-10"),
      ["suspended", "2021-07-05", "administrative_detention"],
    ]);
    expect(obstacleOf(["released", "2021-07-10"], held, withSetting(false))).toBeUndefined();
    expect(obstacleOf(["released", "2021-07-10"], held, withSetting(true))?.code).toBe("term_running");
    const missing = caseOf([...reportedOn("2018-07-10"), ["lost_contact", "2021-07-01"]]);
    expect(obstacleOf(["released", "2021-07-09"], missing)?.code).toBe("term_running");
    expect(obstacleOf(["released", "2021-07-10"], missing)).toBeUndefined();
  });
});

describe("what is dated back", () => {
  const history = caseOf([
    ...reportedOn("2021-01-10"),
    ["lost_contact", "2021-05-01"],
    ["found", "2021-05-20"],
  ]);

  it("is refused with the later record that it would make impossible", () => {
    expect(obstacleOf(["suspended", "2021-04-01", "detained"], history)).toEqual({
      code: "later_event",
      zh: "之后已经登记“2021-05-01脱管”，两者不能同时成立；请先核对或者撤销后面的登记",
    });
    expect(obstacleOf(["died", "2021-04-01"], history)?.code).toBe("later_event");
    expect(obstacleOf(["maintenance_started", "2021-04-01"], history)).toBeUndefined();
  });

  it("cannot be annulled while later records rest on it", () => {
    const [lost, found] = history.events.slice(-2) as [CaseEvent, CaseEvent];
    expect(canAnnul(lost, history, law)?.zh).toContain("2021-05-20找回");
    expect(canAnnul(found, history, law)).toBeUndefined();
  });

  it("does not mind what the books had wrong before", () => {
    const odd = caseOf([...reportedOn("2021-01-10"), ["found", "2021-05-20"]]);
    expect(obstacleOf(["maintenance_started", "2021-04-01"], odd)).toBeUndefined();
  });
});

describe("two events of one day", () => {
  it("happen in the order in which they stand", () => {
    const history = caseOf([...reportedOn("2021-01-10"), ["lost_contact", "2021-05-01"]]);
    expect(obstacleOf(["found", "2021-05-01"], history)).toBeUndefined();
    const back = { ...history, events: [...history.events, { kind: "found" as const, on: d("2021-05-01") }] };
    expect(stateOn(back, d("2021-05-01"), law)?.state).toBe("active");
    expect(obstacleOf(["found", "2021-05-01"], back)?.code).toBe("other_state");
  });
});

describe("after a transfer", () => {
  const moved = caseOf([
    ...reportedOn("2021-01-10"),
    ["dual_control_started", "2021-02-01"],
    ["transfer_started", "2021-06-01"],
    ["transferred_within", "2021-06-05"],
  ]);

  it("waits for the report-in at the new place, and cannot be lost or moved again before it", () => {
    expect(stateOn(moved, d("2021-06-05"), law)).toMatchObject({ state: "pending_report", ruleId: "T12" });
    expect(obstacleOf(["lost_contact", "2021-06-06"], moved)?.zh).toBe("当日状态为“待报到”，不能登记脱管");
    expect(obstacleOf(["transfer_started", "2021-06-06"], moved)?.zh).toBe("本人还没有报到，不能变更执行地");
    expect(obstacleOf(["reported", "2021-06-06"], moved)?.code).toBe("intake_step");
    expect(standingOn(moved, d("2021-06-06")).reportedOn).toBe("2021-01-10");
  });

  it("keeps its overlays", () => {
    expect(obstacleOf(["dual_control_started", "2021-07-01"], moved)?.code).toBe("in_effect");
    expect(obstacleOf(["dual_control_ended", "2021-07-01"], moved)).toBeUndefined();
    expect(obstacleOf(["maintenance_ended", "2021-07-01"], moved)?.code).toBe("not_in_effect");
    expect(obstacleOf(["discharged", "2021-07-01"], moved)?.code).toBe("not_in_effect");
    expect(obstacleOf(["hospitalised", "2021-07-01"], moved)).toBeUndefined();
  });
});
