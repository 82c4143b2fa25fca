import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { DocumentKind } from "../handoff/document-service.ts";
import { NATIONAL_LAW } from "../law/law.ts";
import type { Leave } from "../leave/leave.ts";
import type { CaseEvent } from "../supervision/case-event.ts";
import type { Measure } from "../supervision/measure.ts";
import type { DrugTest, TestResult } from "../testing/drug-test.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import { breachObstacles, documentStanding } from "./breach-actions.ts";
import { breachCounters } from "./breach-counters.ts";
import type { BreachFacts } from "./breach-counters.ts";
import { breachLadder } from "./breach-ladder.ts";
import { breachPacket, breachPacketLacks, consequenceOf } from "./breach-packet.ts";

const d = plainDate;
type Happening = readonly [kind: CaseEvent["kind"], on: string];

const started: readonly Happening[] = [
  ["received", "2021-01-01"],
  ["reported", "2021-01-05"],
  ["agreement_signed", "2021-01-06"],
];

const test = (on: string, result: TestResult = "refused"): DrugTest => ({
  on: d(on),
  method: "urine",
  result,
});

/** A document that was served by two people on a day; without one it waits for its service. */
const paper = (kind: DocumentKind, issuedOn: string, servedOn?: string, servers = ["甲一", "甲二"]) => ({
  id: `${kind}-${issuedOn}`,
  kind,
  number: "测1号",
  issuedOn: d(issuedOn),
  receipts:
    servedOn === undefined
      ? []
      : [
          {
            method: "direct" as const,
            issuedOn: d(issuedOn),
            servedOn: d(servedOn),
            receivedBy: null,
            relation: null,
            refusal: null,
            witness: null,
            servers,
          },
        ],
});

const call = (on: string) => paper("test_notice", on, on);
const away = (from: string, returnedOn?: string): Leave => ({
  kind: "unreported",
  from: d(from),
  dueBack: d(from),
  ...(returnedOn !== undefined && { returnedOn: d(returnedOn) }),
});

const delegated = {
  id: "1",
  requestedOn: d("2021-02-01"),
  wantedFrom: d("2021-03-01"),
  wantedTo: d("2021-03-31"),
  receiptOn: undefined,
  cancelledOn: undefined,
};

interface Parts extends Partial<Omit<BreachFacts, "history">> {
  readonly measure?: Measure;
  readonly events?: readonly Happening[];
}

function facts({ measure = "community_detox", events = [], ...parts }: Parts = {}): BreachFacts {
  return {
    history: {
      measure,
      termMonths: 36,
      events: [...started, ...events].map(([kind, on]) => ({ kind, on: d(on) })),
    },
    leaves: [],
    tests: [],
    documents: [],
    delegations: [],
    breaches: [],
    ...parts,
  };
}

const counts = (given: BreachFacts, asOf: string) =>
  breachCounters(given, d(asOf), NATIONAL_LAW).map(({ count }) => count);
const refusalsOf = (given: BreachFacts, asOf = "2021-12-31") =>
  breachCounters(given, d(asOf), NATIONAL_LAW)[0]?.items.map(({ counts: does, because }) => [does, because]);
const ladder = (given: BreachFacts, asOf: string) => breachLadder(given, d(asOf), NATIONAL_LAW);
const packet = (given: BreachFacts, asOf: string) => breachPacket(given, d(asOf), NATIONAL_LAW);

/** Three refusals, each after a call of its own. */
const refusedThrice: Parts = {
  tests: [test("2021-03-10"), test("2021-04-10"), test("2021-05-10")],
  documents: [call("2021-03-08"), call("2021-04-08"), call("2021-05-08")],
};

describe("refusals", () => {
  it("reach the threshold with the third, not with the second", () => {
    const before = breachCounters(facts(refusedThrice), d("2021-05-09"), NATIONAL_LAW)[0];
    expect(before).toMatchObject({ count: 2, threshold: 3, reachedOn: undefined });
    const after = breachCounters(facts(refusedThrice), d("2021-05-10"), NATIONAL_LAW)[0];
    expect(after).toMatchObject({ count: 3, threshold: 3, reachedOn: "2021-05-10" });
  });

  it("count only after a call that was served without a gap", () => {
    const given = (documents: BreachFacts["documents"]) => facts({ tests: [test("2021-03-10")], documents });
    expect(refusalsOf(given([]))).toEqual([[false, "检测前没有送达吸毒检测通知书"]]);
    expect(refusalsOf(given([paper("test_notice", "2021-03-08")]))?.[0]?.[0]).toBe(false);
    expect(refusalsOf(given([paper("test_notice", "2021-03-08", "2021-03-11")]))?.[0]?.[0]).toBe(false);
    expect(refusalsOf(given([paper("test_notice", "2021-03-08", "2021-03-09", ["甲一"])]))?.[0]?.[0]).toBe(
      false,
    );
    expect(refusalsOf(given([paper("test_notice", "2021-03-08", "2021-03-10")]))).toEqual([
      [true, "吸毒检测通知书测1号，2021-03-10送达"],
    ]);
  });

  it("do not live on one call: the test that followed it has used it up", () => {
    const given = facts({ tests: [test("2021-03-10"), test("2021-04-10")], documents: [call("2021-03-08")] });
    expect(refusalsOf(given)).toEqual([
      [true, "吸毒检测通知书测1号，2021-03-08送达"],
      [false, "此前的吸毒检测通知书已用于前一次检测，这一次没有送达新的通知书"],
    ]);
  });

  it("keep a call that was handed over at the test before for the next one", () => {
    const documents = [call("2021-03-08"), call("2021-03-10")];
    expect(
      counts(facts({ tests: [test("2021-03-10"), test("2021-04-10")], documents }), "2021-12-31")[0],
    ).toBe(2);
  });

  it.each([
    [
      "suspended",
      {
        events: [
          ["suspended", "2021-03-01"],
          ["resumed", "2021-04-01"],
        ] as const,
      },
      "中止期间",
    ],
    [
      "away and had said so",
      { leaves: [{ from: d("2021-03-05"), dueBack: d("2021-03-12") }] },
      "报告外出期间",
    ],
    ["to be tested elsewhere", { delegations: [delegated] }, "已委托他处检测"],
    ["in hospital", { events: [["hospitalised", "2021-03-01"]] as const }, "住院期间（规则O3）"],
    ["no longer in the term", { events: [["released", "2021-03-01"]] as const }, "不在执行期内"],
  ])("do not count staying away while %s", (_, parts, because) => {
    const given = { tests: [test("2021-03-10", "absent")], documents: [call("2021-03-08")] };
    expect(refusalsOf(facts({ ...given, ...parts }))).toEqual([[false, because]]);
    expect(refusalsOf(facts(given))?.[0]?.[0]).toBe(true);
  });

  it("count a refusal to the face of somebody who was said to be away", () => {
    const leaves = [{ from: d("2021-03-05"), dueBack: d("2021-03-12") }];
    const given = facts({ leaves, tests: [test("2021-03-10")], documents: [call("2021-03-08")] });
    expect(counts(given, "2021-12-31")[0]).toBe(1);
  });

  it("leave out the one in a suspension between two others", () => {
    const events: readonly Happening[] = [
      ["suspended", "2021-04-01"],
      ["resumed", "2021-05-01"],
    ];
    expect(counts(facts({ ...refusedThrice, events }), "2021-12-31")[0]).toBe(2);
  });

  it("survive a transfer in between", () => {
    const events: readonly Happening[] = [
      ["transferred_within", "2021-04-15"],
      ["transfer_reported", "2021-04-20"],
    ];
    expect(counts(facts({ ...refusedThrice, events }), "2021-12-31")[0]).toBe(3);
    const arrived: readonly Happening[] = [["transferred_in", "2021-04-15"]];
    expect(counts(facts({ ...refusedThrice, events: arrived }), "2021-12-31")[0]).toBe(3);
  });
});

describe("departures and days", () => {
  it("fill the days with the 31st, not with the 30th", () => {
    const given = facts({ leaves: [away("2021-06-01")] });
    const daysOn = (asOf: string) => breachCounters(given, d(asOf), NATIONAL_LAW)[2];
    expect(daysOn("2021-06-30")).toMatchObject({ count: 30, threshold: 31, reachedOn: undefined });
    expect(daysOn("2021-07-01")).toMatchObject({ count: 31, reachedOn: "2021-07-01" });
    expect(ladder(given, "2021-06-30").level).toBe("serious");
    expect(ladder(given, "2021-07-01").level).toBe("grave");
  });

  it("do not add the days in custody, nor one day twice", () => {
    const events: readonly Happening[] = [
      ["suspended", "2021-06-11"],
      ["resumed", "2021-06-21"],
    ];
    const twice = [away("2021-06-01", "2021-07-01"), away("2021-06-25", "2021-07-01")];
    expect(counts(facts({ leaves: twice, events }), "2021-12-31")).toEqual([0, 1, 20]);
  });

  it("count an absence from its third day, and an overstay by its days", () => {
    expect(counts(facts({ leaves: [away("2021-06-01", "2021-06-03")] }), "2021-12-31")).toEqual([0, 0, 0]);
    expect(counts(facts({ leaves: [away("2021-06-01", "2021-06-04")] }), "2021-12-31")).toEqual([0, 1, 3]);
    const late: Leave = { from: d("2021-06-01"), dueBack: d("2021-06-10"), returnedOn: d("2021-06-12") };
    expect(counts(facts({ leaves: [late] }), "2021-12-31")).toEqual([0, 0, 1]);
  });

  it("are full with the third departure, on its third day", () => {
    const leaves = [away("2021-03-01", "2021-03-05"), away("2021-04-01", "2021-04-05"), away("2021-05-01")];
    const given = facts({ leaves });
    expect(breachCounters(given, d("2021-05-02"), NATIONAL_LAW)[1]).toMatchObject({ count: 2 });
    expect(breachCounters(given, d("2021-05-03"), NATIONAL_LAW)[1]).toMatchObject({
      count: 3,
      reachedOn: "2021-05-03",
    });
  });

  it("never fall as time goes on", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(700), fc.nat(40)), { maxLength: 6 }),
        fc.nat(700),
        fc.nat(60),
        (spells, day, later) => {
          const leaves = spells.map(([from, length]) =>
            away(addDays(d("2021-01-05"), from), addDays(d("2021-01-05"), from + length)),
          );
          const asOf = addDays(d("2021-01-05"), day);
          const first = counts(facts({ leaves }), asOf);
          const second = counts(facts({ leaves }), addDays(asOf, later));
          expect(second.every((count, index) => count >= (first[index] ?? 0))).toBe(true);
        },
      ),
    );
  });
});

describe("the ladder", () => {
  const next = (given: BreachFacts, asOf: string) => {
    const step = ladder(given, asOf).next;
    return step && [step.action, step.document];
  };
  const once: Parts = { tests: [test("2021-03-10")], documents: [call("2021-03-08")] };
  const withPapers = (parts: Parts, ...documents: BreachFacts["documents"]) =>
    facts({ ...parts, documents: [...(parts.documents ?? []), ...documents] });

  it("begins with 劝诫书 within three working days, and asks for its service", () => {
    expect(ladder(facts(), "2021-03-12")).toMatchObject({ level: "none", next: undefined });
    // 2021-03-10 is a Wednesday
    expect(ladder(facts(once), "2021-03-12")).toMatchObject({
      level: "minor",
      next: { action: "issue", document: "admonition", dueOn: "2021-03-15", ruleId: "B1" },
    });
    expect(next(withPapers(once, paper("admonition", "2021-03-11")), "2021-03-12")).toEqual([
      "serve",
      "admonition",
    ]);
    const served = withPapers(once, paper("admonition", "2021-03-11", "2021-03-12"));
    expect(next(served, "2021-03-12")).toBeUndefined();
  });

  it("wants the served 劝诫书 before a 告诫书", () => {
    const twice: Parts = { ...refusedThrice, tests: [test("2021-03-10"), test("2021-04-10")] };
    const standing = (given: BreachFacts) =>
      documentStanding("warning", given, d("2021-04-12"), NATIONAL_LAW);
    expect(next(facts(twice), "2021-04-12")).toEqual(["issue", "admonition"]);
    expect(standing(facts(twice)).obstacle).toBe("先制发并送达劝诫书");
    const issued = withPapers(twice, paper("admonition", "2021-03-11"));
    expect(standing(issued).obstacle).toBe("劝诫书尚未送达，或者送达回执有缺项");
    const served = withPapers(twice, paper("admonition", "2021-03-11", "2021-03-12"));
    expect(standing(served)).toEqual({ obstacle: undefined, from: "2021-03-10" });
    expect(next(served, "2021-04-12")).toEqual(["issue", "warning"]);
    expect(standing(facts(once)).obstacle).toContain("尚未达到较严重违反");
  });

  it("holds another breach after a served 劝诫书 for more than a minor one", () => {
    const breaches = [{ kind: "contact_change", on: d("2021-06-01") }] as const;
    const given = withPapers({ ...once, breaches }, paper("admonition", "2021-03-11", "2021-03-12"));
    expect(ladder(given, "2021-05-31").level).toBe("minor");
    expect(ladder(given, "2021-06-01").level).toBe("serious");
  });

  it("lets nothing hold up the report once a counter is full", () => {
    const given = facts(refusedThrice);
    expect(documentStanding("warning", given, d("2021-05-10"), NATIONAL_LAW).obstacle).toBeUndefined();
    expect(next(given, "2021-05-10")).toEqual(["issue", "warning"]);
    expect(documentStanding("breach_certificate", given, d("2021-05-10"), NATIONAL_LAW)).toEqual({
      obstacle: undefined,
      from: "2021-05-10",
    });
    const early = documentStanding("breach_certificate", given, d("2021-05-09"), NATIONAL_LAW);
    expect(early.obstacle).toBe("尚未达到《戒毒条例》第二十条的次数、天数");
    const whole = withPapers(
      refusedThrice,
      paper("warning", "2021-05-11", "2021-05-12"),
      paper("breach_certificate", "2021-05-13"),
    );
    expect(ladder(whole, "2021-05-13").next).toMatchObject({
      action: "refer",
      dueOn: undefined,
      ruleId: "T9",
    });
  });
});

describe("the packet", () => {
  const papers = [paper("warning", "2021-05-11", "2021-05-12"), paper("breach_certificate", "2021-05-13")];
  const whole: Parts = { ...refusedThrice, documents: [...(refusedThrice.documents ?? []), ...papers] };

  it("is whole with threshold, calls, served warning and certificate", () => {
    expect(packet(facts(whole), "2021-05-13")).toMatchObject({
      canRefer: true,
      ground: "refusals",
      basis: { citation: "《戒毒条例》第二十条、第二十一条", ruleIds: ["T8", "T9"] },
    });
    expect(breachPacketLacks(packet(facts(refusedThrice), "2021-05-13"))).toBe(
      "告诫书：尚未制发；告诫书送达回执：还没有送达回执；严重违反协议证明：尚未制发",
    );
  });

  it("is not whole with a certificate that is older than the third refusal", () => {
    const documents = [
      ...(refusedThrice.documents ?? []),
      papers[0],
      paper("breach_certificate", "2021-05-09"),
    ];
    const given = facts({ ...refusedThrice, documents: documents.filter((each) => each !== undefined) });
    expect(packet(given, "2021-05-13").canRefer).toBe(false);
  });

  it("does not push somebody in 社区康复 anywhere", () => {
    const { basis, canRefer } = packet(facts({ ...whole, measure: "community_rehab" }), "2021-05-13");
    expect(canRefer).toBe(true);
    expect(basis.citation).toBe("《戒毒条例》第三十八条");
    expect(basis.sentence).toContain("不以此作为决定强制隔离戒毒的理由");
  });

  it("speaks of help and not of 强制隔离戒毒 where the person is not yet sixteen", () => {
    const girl = (asOf: string) => consequenceOf("community_detox", d("2005-06-01"), d(asOf), NATIONAL_LAW);
    expect(girl("2021-05-31")).toMatchObject({ ruleId: "T11", citation: "《禁毒法》第三十九条" });
    expect(girl("2021-05-31").says).toContain("加强帮助");
    expect(girl("2021-06-01").ruleId).toBe("T10");
    expect(consequenceOf("community_rehab", null, d("2021-05-31"), NATIONAL_LAW).ruleId).toBe("T15");
  });

  it("rests while the police have it, and after their answer wants something new", () => {
    const referred: Parts = { ...whole, events: [["breach_referred", "2021-05-14"]] };
    expect(packet(facts(referred), "2021-05-20")).toMatchObject({ canRefer: false, awaitsAnswer: true });
    const answered: Parts = {
      ...referred,
      events: [...(referred.events ?? []), ["breach_dismissed", "2021-05-21"]],
    };
    expect(packet(facts(answered), "2021-05-22")).toMatchObject({ canRefer: false, awaitsAnswer: false });
    expect(ladder(facts(answered), "2021-05-22").next).toBeUndefined();
    const again: Parts = {
      ...answered,
      tests: [...(whole.tests ?? []), test("2021-07-10")],
      documents: [...(whole.documents ?? []), call("2021-07-08")],
    };
    expect(packet(facts(again), "2021-07-11").canRefer).toBe(false);
    const certified = {
      ...again,
      documents: [...(again.documents ?? []), paper("breach_certificate", "2021-07-12")],
    };
    expect(packet(facts(certified), "2021-07-12").canRefer).toBe(true);
  });

  it("says why it cannot be acted on", () => {
    const obstacles = (given: BreachFacts, open = false) =>
      breachObstacles(given, open, d("2021-05-20"), NATIONAL_LAW);
    expect(obstacles(facts(whole))).toEqual({
      recordBreach: undefined,
      issueDocument: undefined,
      proposeReferral: undefined,
      recordReferralReceipt: "尚未移交公安机关",
      recordAnswer: "尚未移交公安机关，或者已经登记处理结果",
    });
    expect(obstacles(facts(whole), true).proposeReferral).toBe("已有一份移交待复核");
    expect(obstacles(facts({ ...whole, events: [["suspended", "2021-05-15"]] })).proposeReferral).toBe(
      "正在中止，恢复执行后再办理",
    );
    const expired = breachPacket(facts(whole), d("2024-06-01"), NATIONAL_LAW);
    expect(expired.canRefer).toBe(false);
    expect(expired.settled).toContain("状态");
    expect(obstacles(facts({ ...whole, events: [["terminated", "2021-05-15"]] })).recordBreach).toBe(
      "措施已经结束",
    );
  });
});
