import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { Law } from "../law/law.ts";
import type { Leave } from "../leave/leave.ts";
import type { DrugTest } from "../testing/drug-test.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import type { CaseEventKind } from "./case-event.ts";
import { dutiesOn } from "./duties.ts";
import type { Duty, DutyKind } from "./duty.ts";
import { isOfficeRule, isOverdue, queueOf } from "./duty.ts";
import type { SupervisionFacts } from "./supervision-facts.ts";

const d = plainDate;
type Step = readonly [kind: CaseEventKind, on: string];

const activeSince: readonly Step[] = [
  ["received", "2021-01-04"],
  ["acknowledged", "2021-01-05"],
  ["reported", "2021-01-10"],
  ["notice_given", "2021-01-10"],
  ["agreement_signed", "2021-01-11"],
  ["team_formed", "2021-01-12"],
  ["plan_made", "2021-01-13"],
];

function factsOf(steps: readonly Step[], more: Partial<SupervisionFacts> = {}): SupervisionFacts {
  return {
    caseId: "c",
    stationId: "s",
    history: {
      measure: "community_detox",
      termMonths: 36,
      events: steps.map(([kind, on]) => ({ kind, on: d(on) })),
    },
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
    ...more,
  };
}

function duty(facts: SupervisionFacts, kind: DutyKind, asOf: string, law: Law = NATIONAL_LAW) {
  return dutiesOn(facts, d(asOf), law).find((each) => each.kind === kind);
}

function negative(on: string): DrugTest {
  return { on: d(on), method: "urine", result: "negative" };
}

describe("the test that is owed", () => {
  // windows of the first year run from the 10th of a month to the 9th of the next
  it.each([
    ["2021-02-09", [], "2021-02-09", "due"],
    ["2021-02-10", [], "2021-02-09", "overdue"],
    ["2021-02-10", ["2021-02-09"], "2021-03-09", undefined],
    ["2021-02-15", ["2021-02-10"], undefined, undefined],
    ["2021-04-20", [], "2021-04-09", "overdue"],
  ])("on %s after tests on %j is due on %s", (asOf, tests, dueOn, queue) => {
    const found = duty(factsOf(activeSince, { tests: tests.map(negative) }), "urine_test", asOf);
    expect(found?.dueOn).toBe(dueOn);
    expect(found && queueOf(found, d(asOf))).toBe(queue);
  });

  it("is not settled by a refusal", () => {
    const refused: DrugTest = { on: d("2021-02-05"), method: "urine", result: "refused" };
    expect(duty(factsOf(activeSince, { tests: [refused] }), "urine_test", "2021-02-08")?.dueOn).toBe(
      "2021-02-09",
    );
  });

  it("waits for who is in custody, on a reported leave, or tested elsewhere", () => {
    const leave: Leave = { from: d("2021-02-01"), dueBack: d("2021-02-20") };
    const delegation = {
      id: "x",
      requestedOn: d("2021-02-01"),
      wantedFrom: d("2021-02-01"),
      wantedTo: d("2021-02-09"),
      receiptOn: undefined,
      cancelledOn: undefined,
    };
    expect(duty(factsOf(activeSince, { leaves: [leave] }), "urine_test", "2021-02-08")).toBeUndefined();
    expect(
      duty(factsOf(activeSince, { delegations: [delegation] }), "urine_test", "2021-02-08"),
    ).toBeUndefined();
    expect(duty(factsOf(activeSince, { delegations: [delegation] }), "urine_test", "2021-02-10")?.dueOn).toBe(
      "2021-02-09",
    );
    expect(
      duty(factsOf([...activeSince, ["suspended", "2021-02-01"]]), "urine_test", "2021-02-08"),
    ).toBeUndefined();
  });

  it("ends with the term", () => {
    const facts = factsOf(activeSince);
    expect(duty(facts, "urine_test", "2024-01-09")).toBeDefined();
    expect(duty(facts, "urine_test", "2024-01-10")).toBeUndefined();
  });
});

describe("what a result asks for", () => {
  const positive = { id: "t", on: d("2021-03-01"), method: "urine", result: "positive" } as const;

  it("is a second person, then the report, then the answer", () => {
    const kinds = (test: DrugTest) =>
      dutiesOn(factsOf(activeSince, { tests: [test] }), d("2021-03-10"), NATIONAL_LAW)
        .map(({ kind }) => kind)
        .filter((kind) => ["positive_review", "positive_report", "referral_answer"].includes(kind));
    const confirmed = { kind: "confirmed", on: d("2021-03-01") } as const;
    const informed = { kind: "police_informed", on: d("2021-03-02") } as const;
    expect(kinds(positive)).toEqual(["positive_review"]);
    expect(kinds({ ...positive, steps: [confirmed] })).toEqual(["positive_report"]);
    expect(kinds({ ...positive, steps: [confirmed, informed] })).toEqual(["referral_answer"]);
    expect(kinds({ ...positive, steps: [{ kind: "not_confirmed", on: d("2021-03-01") }] })).toEqual([]);
    expect(kinds({ ...positive, fromPaper: true })).toEqual([]);
  });

  it("is a report of its own for each positive, proposed or not", () => {
    const steps = [{ kind: "confirmed", on: d("2021-03-05") }] as const;
    const tests = [
      { ...positive, steps },
      { ...positive, id: "u", on: d("2021-03-05"), steps },
    ];
    const reports = (testId: string) =>
      dutiesOn(
        factsOf(activeSince, { tests, openApprovals: [{ kind: "positive_referral", testId }] }),
        d("2021-03-10"),
        NATIONAL_LAW,
      )
        .filter(({ kind }) => kind === "positive_report")
        .map(({ subject }) => subject);
    expect(reports("t")).toEqual(["u"]);
    expect(reports("u")).toEqual(["t"]);
    expect(reports("x")).toEqual(["t", "u"]);
  });

  it("is the laboratory's answer for a sample that went there", () => {
    const hair: DrugTest = { id: "h", on: d("2021-03-01"), method: "hair", result: "pending" };
    expect(duty(factsOf(activeSince, { tests: [hair] }), "lab_result", "2021-03-02")).toMatchObject({
      subject: "h",
      dueOn: "2021-03-15",
    });
    const answered = {
      ...hair,
      steps: [{ kind: "lab_result", on: d("2021-03-09"), result: "negative" }],
    } as const;
    expect(duty(factsOf(activeSince, { tests: [answered] }), "lab_result", "2021-03-10")).toBeUndefined();
  });
});

describe("visits", () => {
  it.each([
    ["high", "2021-06-30"],
    ["medium", "2021-08-31"],
    ["low", "2021-11-30"],
    [undefined, "2021-08-31"],
  ] as const)("of risk %s are due on %s after one on 31 May", (riskLevel, dueOn) => {
    const visits = [
      { on: d("2021-05-31"), method: "home_visit" },
      { on: d("2021-06-20"), method: "phone" },
    ] as const;
    expect(duty(factsOf(activeSince, { visits, riskLevel }), "visit", "2021-07-01")?.dueOn).toBe(dueOn);
  });

  it("are not owed while the person is in hospital", () => {
    const facts = factsOf([...activeSince, ["hospitalised", "2021-06-01"], ["discharged", "2021-06-20"]]);
    expect(duty(facts, "visit", "2021-05-31")).toBeDefined();
    expect(duty(facts, "visit", "2021-06-01")).toBeUndefined();
    expect(duty(facts, "urine_test", "2021-06-19")).toBeUndefined();
    expect(duty(facts, "visit", "2021-06-20")).toBeDefined();
  });

  it("follow a county's own rhythm from the day on which it takes effect", () => {
    const law: Law = {
      ...NATIONAL_LAW,
      settings: [
        ...NATIONAL_LAW.settings,
        {
          key: "visit_months",
          inForceFrom: d("2021-05-01"),
          value: { high: 1, medium: 1, low: 1, unset: 1 },
        },
      ],
    };
    expect(duty(factsOf(activeSince), "visit", "2021-04-30", law)?.dueOn).toBe("2021-04-10");
    expect(duty(factsOf(activeSince), "visit", "2021-05-01", law)?.dueOn).toBe("2021-02-10");
  });
});

describe("the stages of a case", () => {
  it("chase whoever does not report in from the day after the deadline", () => {
    const facts = factsOf([["received", "2021-09-16"]]);
    expect(duty(facts, "intake", "2021-10-08")).toMatchObject({ subject: "reported", dueOn: "2021-10-08" });
    expect(duty(facts, "no_show", "2021-10-08")).toBeUndefined();
    expect(duty(facts, "no_show", "2021-10-09")).toMatchObject({ dueOn: "2021-10-08", ruleId: "T1" });
  });

  it("remind of the end sixty days before it, and wait for the police after it", () => {
    const facts = factsOf(activeSince);
    expect(duty(facts, "term_end", "2023-06-01")).toMatchObject({
      opensOn: "2023-11-10",
      dueOn: "2024-01-09",
    });
    expect(duty(facts, "release", "2024-01-10")).toMatchObject({ dueOn: "2024-01-16", ruleId: "T14" });
    expect(
      dutiesOn(factsOf([...activeSince, ["released", "2024-01-12"]]), d("2024-02-01"), NATIONAL_LAW),
    ).toEqual([]);
  });

  it("ask for a paper, and for no day, where a ledger could not tell", () => {
    const { history, ...rest } = factsOf([
      ["reported", "2020-03-10"],
      ["agreement_signed", "2020-03-12"],
    ]);
    const events = history.events.map((event) => ({ ...event, fromPaper: true }));
    const stock = { ...rest, history: { ...history, events } };
    const found = dutiesOn(stock, d("2021-12-31"), NATIONAL_LAW).filter(({ kind }) => kind === "document");
    expect(found.map(({ subject, dueOn }) => [subject, dueOn])).toEqual([
      ["team", undefined],
      ["plan", undefined],
    ]);
  });

  it("ask for a decision about a leave only where the county does", () => {
    const leave: Leave = {
      id: "l",
      requestedOn: d("2021-03-01"),
      from: d("2021-03-05"),
      dueBack: d("2021-03-11"),
    };
    const asking: Law = {
      ...NATIONAL_LAW,
      settings: [
        ...NATIONAL_LAW.settings,
        { key: "leave_approval_from_days", inForceFrom: d("2020-01-01"), value: 7 },
      ],
    };
    expect(duty(factsOf(activeSince, { leaves: [leave] }), "leave_decision", "2021-03-01")).toBeUndefined();
    expect(
      duty(factsOf(activeSince, { leaves: [leave] }), "leave_decision", "2021-03-01", asking)?.dueOn,
    ).toBe("2021-03-02");
    const short = { ...leave, dueBack: d("2021-03-10") };
    expect(
      duty(factsOf(activeSince, { leaves: [short] }), "leave_decision", "2021-03-01", asking),
    ).toBeUndefined();
  });
});

describe("a duty", () => {
  const visit: Duty = {
    kind: "visit",
    subject: "",
    ruleId: "V1",
    opensOn: d("2021-06-01"),
    dueOn: d("2021-06-15"),
  };

  it("stands in one queue by its day, in none before it opens or while it is put off", () => {
    expect(queueOf(visit, d("2021-05-31"))).toBeUndefined();
    expect(queueOf(visit, d("2021-06-14"))).toBeUndefined();
    expect(queueOf(visit, d("2021-06-15"))).toBe("due");
    expect(queueOf(visit, d("2021-06-16"))).toBe("overdue");
    expect(queueOf({ ...visit, snoozedTo: d("2021-06-20") }, d("2021-06-20"))).toBeUndefined();
    expect(queueOf({ ...visit, snoozedTo: d("2021-06-20") }, d("2021-06-21"))).toBe("overdue");
    expect(queueOf({ ...visit, kind: "service" }, d("2021-06-16"))).toBe("service");
  });

  it("can be put off only where the office set the day", () => {
    expect(isOfficeRule("V1", d("2021-06-01"), NATIONAL_LAW)).toBe(true);
    for (const id of ["T1", "T6", "T7", "T9", "T14", "H1"] as const) {
      expect(isOfficeRule(id, d("2021-06-01"), NATIONAL_LAW)).toBe(false);
    }
  });

  it("once overdue stays so as the days go by", () => {
    const overdueDays = fc.integer({ min: 15, max: 60 }).map((days) => addDays(d("2021-06-01"), days));
    fc.assert(
      fc.property(overdueDays, fc.integer({ min: 0, max: 600 }), (day, more) => {
        expect(isOverdue(visit, addDays(day, more))).toBe(true);
      }),
    );
  });
});
