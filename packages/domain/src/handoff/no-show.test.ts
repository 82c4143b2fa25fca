import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import type { CaseEvent } from "../supervision/case-event.ts";
import type { Measure } from "../supervision/measure.ts";
import { plainDate } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { IssuedDocument, ServiceReceipt } from "./document-service.ts";
import type { NoShowFacts, PacketItemCode } from "./no-show.ts";
import { concernsNoShow, isolationCautions, missingOf, noShowPacket } from "./no-show.ts";
import { noShowObstacles } from "./no-show-actions.ts";

const d = plainDate;
type Happening = readonly [kind: CaseEvent["kind"], on: string];

// 2021-07-02 is a Friday: fifteen days later is Saturday 2021-07-17, so the last day rolls to Monday 2021-07-19.
const received: Happening = ["received", "2021-07-02"];

function receipt(servedOn: string, parts: Partial<ServiceReceipt> = {}): ServiceReceipt {
  return {
    method: "direct",
    issuedOn: d("2021-07-21"),
    servedOn: d(servedOn),
    receivedBy: null,
    relation: null,
    refusal: null,
    witness: null,
    servers: ["李林斌", "汤文俊"],
    ...parts,
  };
}

const document = (
  kind: IssuedDocument["kind"],
  issuedOn: string,
  receipts: readonly ServiceReceipt[] = [],
): IssuedDocument => ({ kind, number: "湘司社戒告〔2021〕1号", issuedOn: d(issuedOn), receipts });

const whole = {
  attempts: [{ on: d("2021-07-20"), method: "call", outcome: "not_reached" }],
  documents: [
    document("no_show_warning", "2021-07-21", [receipt("2021-07-23")]),
    document("no_show_certificate", "2021-07-23"),
  ],
} as const;

function facts(
  parts: {
    readonly measure?: Measure;
    readonly events?: readonly Happening[];
    readonly attempts?: NoShowFacts["attempts"];
    readonly documents?: readonly IssuedDocument[];
    readonly proofs?: readonly (readonly [PlainDate, string | null])[];
  } = {},
): NoShowFacts {
  const { measure = "community_detox", events = [], attempts, documents, proofs = [] } = parts;
  return {
    history: {
      measure,
      termMonths: 36,
      events: [received, ...events].map(([kind, on]) => ({ kind, on: d(on) })),
    },
    attempts: attempts ?? whole.attempts,
    documents: documents ?? whole.documents,
    custodyProofs: new Map(proofs),
  };
}

const packet = (given: NoShowFacts, asOf: string) => noShowPacket(given, d(asOf), NATIONAL_LAW);
const item = (given: NoShowFacts, asOf: string, code: PacketItemCode) =>
  packet(given, asOf).items.find((each) => each.code === code);

describe("the deadline of the packet", () => {
  it.each([
    ["2021-07-17", false, 0, "最后一日是2021-07-19，尚未届满"],
    ["2021-07-19", false, 0, "最后一日是2021-07-19，尚未届满"],
    ["2021-07-20", true, 1, "最后一日是2021-07-19，至2021-07-20已逾期1日"],
    ["2021-07-23", true, 4, "最后一日是2021-07-19，至2021-07-23已逾期4日"],
  ])("on %s over: %s", (asOf, present, daysOver, because) => {
    expect(packet(facts(), asOf)).toMatchObject({ daysOver });
    expect(item(facts(), asOf, "deadline_over")).toEqual({ code: "deadline_over", present, because });
  });

  it("says how it was found: fifteen days, then the rest days", () => {
    const steps = packet(facts(), "2021-07-23").deadline?.steps.map(({ kind, on }) => [kind, on]);
    expect(steps).toEqual([
      ["trigger", "2021-07-02"],
      ["count", "2021-07-17"],
      ["roll", "2021-07-19"],
    ]);
  });

  it("is not over for somebody who has come, or whose receipt is unknown", () => {
    const come = facts({ events: [["reported", "2021-07-22"]] });
    expect(item(come, "2021-07-23", "deadline_over")).toMatchObject({ present: false, because: "已经报到" });
    const unserved: NoShowFacts = {
      ...facts(),
      history: { ...facts().history, events: [{ kind: "ordered", on: d("2021-07-02") }] },
    };
    expect(packet(unserved, "2021-08-01")).toMatchObject({ deadline: undefined, canRefer: false });
    expect(item(unserved, "2021-08-01", "deadline_over")?.because).toContain("尚未送达");
  });
});

describe("what is missing", () => {
  it("is nothing on the day on which the warning was served and the certificate written", () => {
    expect(packet(facts(), "2021-07-23")).toMatchObject({ canRefer: true, referralClosed: false });
    expect(missingOf(packet(facts(), "2021-07-23"))).toBeUndefined();
    expect(packet(facts(), "2021-07-22").canRefer).toBe(false);
    expect(item(facts(), "2021-07-22", "warning_served")).toMatchObject({
      present: false,
      because: "还没有送达回执",
    });
  });

  it.each([
    [[{ on: d("2021-07-20"), method: "letter", outcome: "not_reached" }], "信函和请他人转告不能代替"],
    [[{ on: d("2021-07-20"), method: "relatives", outcome: "relative_reached" }], "信函和请他人转告不能代替"],
    [[{ on: d("2021-07-19"), method: "call", outcome: "promised" }], "期限届满后还没有查找记录"],
    [[], "期限届满后还没有查找记录"],
  ] as const)("an attempt of the office after the deadline: %o", (attempts, because) => {
    const given = facts({ attempts });
    expect(item(given, "2021-07-23", "attempt")?.because).toContain(because);
    expect(packet(given, "2021-07-23").canRefer).toBe(false);
  });

  it("names the gaps of a receipt", () => {
    const alone = facts({
      documents: [
        document("no_show_warning", "2021-07-21", [receipt("2021-07-23", { servers: ["李林斌"] })]),
        document("no_show_certificate", "2021-07-23"),
      ],
    });
    expect(item(alone, "2021-07-23", "warning_served")).toEqual({
      code: "warning_served",
      present: false,
      because: "回执有缺项：送达人应为两人",
    });
    expect(packet(alone, "2021-07-23").canRefer).toBe(false);
    expect(missingOf(packet(alone, "2021-07-23"))).toBe("告诫书送达回执：回执有缺项：送达人应为两人");
  });

  it("is a warning or certificate that was written before the deadline was over", () => {
    const early = facts({
      documents: [
        document("no_show_warning", "2021-07-19", [receipt("2021-07-23")]),
        document("no_show_certificate", "2021-07-19"),
      ],
    });
    for (const code of ["warning_issued", "certificate"] as const) {
      expect(item(early, "2021-07-23", code)).toMatchObject({
        present: false,
        because: "已有的一份早于本次期限届满，须重新制发",
      });
    }
  });
});

describe("custody", () => {
  const inside: readonly Happening[] = [["suspended", "2021-07-19"]];
  const released: readonly Happening[] = [...inside, ["resumed", "2021-08-02"]];

  it("is a good reason as long as it lasts", () => {
    const given = facts({ events: inside });
    expect(packet(given, "2021-07-30")).toMatchObject({ state: "suspended", daysOver: 0, canRefer: false });
    expect(item(given, "2021-07-30", "deadline_over")?.because).toContain("正在羁押");
    expect(item(given, "2021-07-30", "custody_proof")).toMatchObject({ present: false });
  });

  it("starts the fifteen days anew, and what was done before no longer counts", () => {
    const given = facts({ events: released, proofs: [[d("2021-07-19"), "拘留通知书12号"]] });
    expect(packet(given, "2021-08-17").deadline?.date).toBe("2021-08-17");
    expect(packet(given, "2021-08-17").state).toBe("pending_report");
    expect(packet(given, "2021-08-18").state).toBe("overdue_report");
    expect(item(given, "2021-08-18", "custody_proof")).toMatchObject({
      present: true,
      because: "2021-07-19 拘留通知书12号",
    });
    expect(item(given, "2021-08-18", "attempt")?.present).toBe(false);
    expect(item(given, "2021-08-18", "warning_issued")?.present).toBe(false);
  });

  it("wants its proof", () => {
    const given = facts({ events: released, proofs: [[d("2021-07-19"), null]] });
    expect(item(given, "2021-08-18", "custody_proof")?.because).toBe("2021-07-19起的羁押没有证明材料");
  });
});

describe("the referral", () => {
  const referred: readonly Happening[] = [["no_show_referred", "2021-07-26"]];

  it("happens once, and is closed by the receipt of the police", () => {
    const open = facts({ events: referred });
    expect(packet(open, "2021-07-26")).toMatchObject({
      state: "no_show_referred",
      canRefer: false,
      referredOn: "2021-07-26",
      referralClosed: false,
    });
    const closed = facts({
      events: referred,
      documents: [...whole.documents, document("referral_receipt", "2021-07-27")],
    });
    expect(packet(closed, "2021-07-26").referralClosed).toBe(false);
    expect(packet(closed, "2021-07-27").referralClosed).toBe(true);
  });

  it("needs new seeking and a new warning after the police sent the person back to report in", () => {
    const dismissed = facts({ events: [...referred, ["no_show_dismissed", "2021-08-05"]] });
    expect(packet(dismissed, "2021-08-05")).toMatchObject({ state: "overdue_report", canRefer: false });
    const again = facts({
      events: [...referred, ["no_show_dismissed", "2021-08-05"]],
      attempts: [{ on: d("2021-08-05"), method: "visit", outcome: "refused" }],
      documents: [
        document("no_show_warning", "2021-08-05", [receipt("2021-08-06")]),
        document("no_show_certificate", "2021-08-06"),
      ],
    });
    expect(packet(again, "2021-08-06").canRefer).toBe(true);
  });

  it("says 视为拒绝 of 社区戒毒 only", () => {
    const detox = packet(facts(), "2021-07-23").basis;
    expect(detox.citation).toBe("《戒毒条例》第十四条、第二十一条");
    expect(detox.sentence).toContain("视为拒绝接受社区戒毒");
    const rehab = packet(facts({ measure: "community_rehab" }), "2021-07-23").basis;
    expect(rehab).toMatchObject({ ruleIds: ["T2"], citation: "《戒毒条例》第三十八条" });
    expect(rehab.sentence).toContain("条例没有规定社区康复逾期不报到视为拒绝");
  });

  it("tells a fact of somebody who did not report in at a new place", () => {
    const moved = facts({
      events: [
        ["reported", "2021-07-05"],
        ["transferred_within", "2021-08-02"],
        ["no_show_referred", "2021-08-20"],
      ],
    });
    expect(packet(moved, "2021-08-18")).toMatchObject({
      state: "overdue_report",
      basis: { ruleIds: ["T12"] },
    });
    expect(packet(moved, "2021-08-20").state).toBe("no_show_referred");
  });
});

describe("what can be done", () => {
  const obstacles = (given: NoShowFacts, asOf: string, hasOpenProposal = false) =>
    noShowObstacles(given, hasOpenProposal, d(asOf), NATIONAL_LAW);

  it("follows the state", () => {
    expect(obstacles(facts(), "2021-07-19")).toMatchObject({
      recordAttempt: undefined,
      issueDocument: "最后一日是2021-07-19，尚未届满",
      recordCustody: undefined,
      endCustody: "没有登记羁押",
      recordAnswer: "尚未移交公安机关，或者已经登记处理结果",
    });
    expect(obstacles(facts(), "2021-07-23").proposeReferral).toBeUndefined();
    expect(obstacles(facts(), "2021-07-23", true).proposeReferral).toBe("已有一份移交待复核");
    expect(obstacles(facts({ attempts: [] }), "2021-07-23").proposeReferral).toContain("查找记录");
  });

  it("stops when the person has come or the measure has ended", () => {
    const come = obstacles(facts({ events: [["reported", "2021-07-22"]] }), "2021-07-23");
    expect(come).toMatchObject({ recordAttempt: "已经报到", proposeReferral: "已经报到" });
    const ended = obstacles(facts({ events: [["terminated", "2021-07-22"]] }), "2021-07-23");
    expect(ended).toMatchObject({ recordAttempt: "措施已经结束", recordAnswer: "措施已经结束" });
  });
});

describe("cautions before 强制隔离戒毒", () => {
  it("remind of the age up to the day before the sixteenth birthday", () => {
    const person = { sex: "male", birthDate: d("2005-07-24") } as const;
    expect(isolationCautions(person, d("2021-07-23"), NATIONAL_LAW)).toHaveLength(1);
    expect(isolationCautions(person, d("2021-07-24"), NATIONAL_LAW)).toEqual([]);
  });

  it("remind of pregnancy and nursing", () => {
    expect(isolationCautions({ sex: "female", birthDate: null }, d("2021-07-23"), NATIONAL_LAW)[0]).toContain(
      "怀孕",
    );
    expect(isolationCautions({ sex: null, birthDate: null }, d("2021-07-23"), NATIONAL_LAW)).toEqual([]);
  });
});

describe("whose file tells of not reporting in", () => {
  const concerns = (events: readonly Happening[], asOf: string) =>
    concernsNoShow(
      { caseId: "c", stationId: "s", history: facts({ events }).history, leaves: [] },
      d(asOf),
      NATIONAL_LAW,
    );

  it("is everybody's who is awaited, and who ever let the period run out", () => {
    expect(concerns([], "2021-07-03")).toBe(true);
    expect(concerns([["reported", "2021-07-19"]], "2021-08-01")).toBe(false);
    expect(concerns([["reported", "2021-07-20"]], "2021-08-01")).toBe(false);
    expect(concerns([["reported", "2021-07-21"]], "2021-08-01")).toBe(true);
    expect(concerns([["terminated", "2021-07-10"]], "2021-08-01")).toBe(false);
  });
});
