import type { ApprovalRow } from "@rehab/schema/approvals";
import type { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { CaseStateFile, TermEndRow } from "@rehab/schema/case-states";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { createNoShowWorld, serviceOf } from "./no-show-world.ts";
import type { NoShowWorld } from "./no-show-world.ts";
import { serveTerm } from "./case-state-world.ts";

let county: NoShowWorld;
beforeAll(async () => {
  county = await createNoShowWorld();
});
afterAll(() => county.close());

interface Refusal {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: { pointer: string; detail: string }[];
}

const post = (caller: string, id: string, path: string, payload: object) =>
  county.call(caller, { method: "POST", url: `/api/v1/case-states/${id}${path}`, payload });
const read = async (id: string, caller = "caseworkerA") =>
  (await county.call(caller, { url: `/api/v1/case-states/${id}` })).json<CaseStateFile>();
const record = (id: string, body: object, caller = "caseworkerA") => post(caller, id, "/events", body);
const actionOf = (file: CaseStateFile, action: string) => file.actions.find((each) => each.action === action);
const fieldsOf = (refusal: Refusal) =>
  (refusal.errors ?? []).map(({ pointer }) => pointer.replace("/body", ""));

const paper = { paperNumber: null, paperOn: "2021-12-01", paperBy: "甲中心站", pages: 1 };
const suspended = (changes: object = {}) => ({
  id: newId(),
  kind: "suspended",
  on: "2021-11-01",
  ground: "detained",
  proof: "拘留通知书〔2021〕1号",
  note: null,
  ...paper,
  ...changes,
});
const resumed = (changes: object = {}) => ({
  id: newId(),
  kind: "resumed",
  on: "2021-11-16",
  proof: "释放证明书",
  note: null,
  ...paper,
  ...changes,
});
const risk = (changes: object = {}) => ({
  id: newId(),
  kind: "risk_set",
  on: "2021-12-01",
  level: "high",
  factors: ["drug", "family"],
  basis: "独居，曾多次复吸",
  note: null,
  ...changes,
});
const search = (changes: object = {}) => ({
  id: newId(),
  happenedOn: "2021-12-10",
  method: "call",
  outcome: "not_reached",
  madeBy: "甲一",
  content: null,
  ...changes,
});
const lost = (attemptIds: string[], changes: object = {}) => ({
  id: newId(),
  kind: "lost_contact",
  on: "2021-12-12",
  attemptIds,
  note: null,
  ...paper,
  ...changes,
});
const release = (changes: object = {}) => ({
  id: newId(),
  number: "测公解〔2021〕1号",
  decidedOn: "2021-12-31",
  organ: "测试县公安局",
  on: "2021-12-31",
  pages: 1,
  note: null,
  ...changes,
});
const termination = (changes: object = {}) => ({
  ...release(),
  ground: "compulsory_isolation",
  number: "测公强戒决字〔2021〕1号",
  on: "2021-12-20",
  ...changes,
});

async function auditsOf(subjectId: string): Promise<{ action: string; change: Record<string, unknown> }[]> {
  const client = new Client({ connectionString: county.world.database.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ action: string; change: Record<string, unknown> }>(
    "select action, change from audit_entry where subject_id = $1 order by at",
    [subjectId],
  );
  await client.end();
  return rows;
}

/** Somebody who reported in on 3 June 2021, of the county's invented people. */
const inTerm = (name = "执行中", at: "a" | "b" = "a") =>
  serveTerm(county, { reportedOn: "2021-06-03", name, at });

describe("the state of a case", () => {
  it("tells what is, since when and by which rule, and what can be recorded", async () => {
    const file = await read(await inTerm());
    expect(file.now).toMatchObject({
      state: "active",
      since: "2021-06-04",
      citation: "《戒毒条例》第十四条",
    });
    expect(file.spans.map(({ state, to }) => [state, to])).toEqual([
      ["active", null],
      ["reported", "2021-06-03"],
      ["pending_report", "2021-06-02"],
    ]);
    expect(file.end).toMatchObject({ endOn: "2024-06-02", expired: false, reminder: null });
    expect(actionOf(file, "suspended")).toMatchObject({ allowed: true });
    expect(actionOf(file, "resumed")?.reason).toBe("当日状态为“执行中”，不能登记恢复执行");
    expect(actionOf(file, "proposeRelease")?.reason).toBe("期限至2024-06-02届满，届满前不能解除");
  });

  it("is read by a supervisor, who records nothing", async () => {
    const id = await inTerm();
    const file = await read(id, "supervisor");
    expect(actionOf(file, "suspended")?.reason).toBe("由所在工作站的专职工作人员办理");
    expect((await record(id, suspended(), "supervisor")).json<Refusal>().code).toBe("forbidden");
    expect((await record(await inTerm("乙站", "b"), suspended(), "both")).json<Refusal>().code).toBe(
      "forbidden",
    );
  });

  it("is not found from another station, whatever is asked", async () => {
    const id = await inTerm();
    const answers = [
      await county.call("caseworkerB", { url: `/api/v1/case-states/${id}` }),
      await record(id, suspended(), "caseworkerB"),
      await post("caseworkerB", id, "/attempts", search()),
      await post("caseworkerB", id, "/documents", {
        id: newId(),
        kind: "annual_assessment",
        number: null,
        issuedOn: "2021-12-01",
        issuedBy: "甲中心站",
        pages: 1,
        note: null,
      }),
      await post("caseworkerB", id, `/documents/${newId()}/receipts`, serviceOf()),
      await post("caseworkerB", id, "/annulments", { fact: "event", factId: newId(), reason: "误录" }),
      await post("caseworkerB", id, "/release", release()),
      await post("caseworkerB", id, "/termination", termination()),
    ];
    expect(answers.map((answer) => answer.json<Refusal>().code)).toEqual(answers.map(() => "not_found"));
  });
});

describe("a suspension", () => {
  it("stops the term, files its paper, and is recorded once", async () => {
    const id = await inTerm();
    const made = suspended();
    for (const _ of [1, 2]) expect((await record(id, made)).statusCode).toBe(200);
    const file = await read(id);
    expect(file.now).toMatchObject({ state: "suspended", since: "2021-11-01" });
    expect(file.documents).toMatchObject([{ kind: "suspension_statement", issuedOn: "2021-12-01" }]);
    expect(file.events).toMatchObject([{ id: made.id, kind: "suspended", annulObstacle: null }]);
    const trail = await auditsOf(made.id);
    expect(trail.map(({ action, change }) => [action, change["created"]])).toEqual([
      ["case-states.record", true],
      ["case-states.record", false],
    ]);
    expect(JSON.stringify(trail)).not.toContain("拘留通知书");
    const back = (await record(id, resumed())).json<CaseStateFile>();
    expect(back.now?.state).toBe("active");
    // fifteen days stood still
    expect(back.end?.endOn).toBe("2024-06-17");
    const register = await county.call("caseworkerA", { url: `/api/v1/enrollees/${id}` });
    expect(register.json<EnrolleeFile>().cases[0]?.term?.endOn).toBe("2024-06-17");
  });

  it.each<[name: string, changes: object, field: string, words: string]>([
    ["in the future", { on: "2022-01-01" }, "/on", "日期不能晚于今天"],
    ["with a paper of the future", { paperOn: "2022-01-01" }, "/paperOn", "日期不能晚于今天"],
    ["before the case began", { on: "2021-05-01" }, "/on", "措施在这一天还没有开始"],
    ["without a proof", { proof: " " }, "/proof", "请填写证明材料的名称和文号"],
  ])("is refused %s", async (_, changes, field, words) => {
    const refusal = (await record(await inTerm(), suspended(changes))).json<Refusal>();
    expect(refusal.code).toBe("invalid_input");
    expect(fieldsOf(refusal)).toEqual([field]);
    expect(refusal.errors?.[0]?.detail).toBe(words);
  });

  it("cannot be put where a later record would become impossible, which is named", async () => {
    const id = await inTerm();
    await record(id, suspended());
    await record(id, resumed());
    const early = (await record(id, suspended({ on: "2021-10-20" }))).json<Refusal>();
    expect(early.errors?.[0]?.detail).toContain("2021-11-01中止");
    const first = (await read(id)).events.find(({ kind }) => kind === "suspended");
    expect(first?.annulObstacle).toContain("2021-11-16恢复执行");
    const refused = await post("caseworkerA", id, "/annulments", {
      fact: "event",
      factId: first?.id,
      reason: "误录",
    });
    expect(refused.json<Refusal>()).toMatchObject({ code: "wrong_state" });
  });

  it("goes with its paper when it is annulled", async () => {
    const id = await inTerm();
    const made = suspended();
    await record(id, made);
    const annulment = { fact: "event", factId: made.id, reason: "同名误录" };
    for (const _ of [1, 2]) {
      const file = (await post("caseworkerA", id, "/annulments", annulment)).json<CaseStateFile>();
      expect(file.now?.state).toBe("active");
      expect(file.documents[0]?.annulled?.reason).toBe("同名误录");
    }
    expect((await auditsOf(made.id)).map(({ change }) => change["annulled"])).toEqual([
      undefined,
      true,
      false,
    ]);
  });
});

describe("a loss of contact", () => {
  it("rests on attempts that failed, one of them direct", async () => {
    const id = await inTerm();
    const letter = search({ method: "letter" });
    const reached = search({ outcome: "reached" });
    const call = search({ happenedOn: "2021-12-11" });
    for (const attempt of [letter, reached, call]) await post("caseworkerA", id, "/attempts", attempt);
    const why = async (ids: string[], changes: object = {}) =>
      (await record(id, lost(ids, changes))).json<Refusal>().errors?.[0];
    expect(await why([])).toMatchObject({ detail: "请至少选择一次未联系上的查找记录" });
    expect((await why([letter.id]))?.detail).toContain("还须有一次电话或者上门查找");
    expect((await why([call.id, reached.id]))?.detail).toContain("联系到本人");
    expect((await why([call.id, newId()]))?.detail).toContain("不属于本人");
    expect((await why([call.id], { on: "2021-12-10" }))?.detail).toBe("查找日期不能晚于脱管日期");
    const file = (await record(id, lost([letter.id, call.id]))).json<CaseStateFile>();
    expect(file.now).toMatchObject({ state: "missing", since: "2021-12-12" });
    expect(file.documents).toMatchObject([{ kind: "search_letter" }]);
    const kept = await post("caseworkerA", id, "/annulments", {
      fact: "attempt",
      factId: call.id,
      reason: "误录",
    });
    expect(kept.json<Refusal>().detail).toBe("脱管以这次查找为依据，请先撤销脱管");
    const found = {
      id: newId(),
      kind: "found",
      on: "2021-12-20",
      how: "家属陪同到站",
      by: "甲一",
      note: null,
    };
    expect((await record(id, found)).json<CaseStateFile>().now?.state).toBe("active");
  });

  it("is not for somebody who has not reported in", async () => {
    const id = await county.insertPerson({});
    expect((await post("caseworkerA", id, "/attempts", search())).json<Refusal>().code).toBe("wrong_state");
    expect((await record(id, lost([]))).json<Refusal>()).toMatchObject({
      code: "wrong_state",
      detail: "当日状态为“待报到”，不能登记脱管",
    });
  });
});

describe("what lies over a state", () => {
  it("is confirmed by a person, stands in the file, and goes back when it is annulled", async () => {
    const id = await inTerm();
    const made = risk();
    expect((await record(id, made)).json<CaseStateFile>().overlays.risk).toEqual({
      level: "high",
      since: "2021-12-01",
    });
    const header = async () =>
      (await county.call("caseworkerA", { url: `/api/v1/enrollees/${id}` })).json<EnrolleeFile>().riskLevel;
    expect(await header()).toBe("high");
    await record(id, risk({ on: "2021-12-15", level: "medium" }));
    expect(await header()).toBe("medium");
    for (const { id: factId } of (await read(id)).events) {
      await post("caseworkerA", id, "/annulments", { fact: "event", factId, reason: "误录" });
    }
    expect(await header()).toBeNull();
    const lacking = (await record(id, risk({ factors: [], basis: "" }))).json<Refusal>();
    expect(fieldsOf(lacking).toSorted()).toEqual(["/basis", "/factors"]);
  });

  it("begins before it ends, and ends before it begins again", async () => {
    const id = await inTerm();
    const dual = (kind: string, on: string) => ({
      id: newId(),
      kind,
      on,
      partner: "户籍地司法所",
      note: null,
    });
    const refused = (await record(id, dual("dual_control_ended", "2021-12-01"))).json<Refusal>();
    expect(refused).toMatchObject({ code: "wrong_state", detail: "没有登记，不必结束" });
    await record(id, dual("dual_control_started", "2021-10-01"));
    const again = (await record(id, dual("dual_control_started", "2021-12-01"))).json<Refusal>();
    expect(again.detail).toBe("已经登记，正在生效");
    const clinic = {
      id: newId(),
      kind: "maintenance_started",
      on: "2021-11-01",
      clinic: "县门诊",
      note: null,
    };
    expect((await record(id, clinic)).json<CaseStateFile>()).toMatchObject({
      now: { state: "active" },
      overlays: { dualControl: { since: "2021-10-01" }, maintenance: { since: "2021-11-01" } },
    });
  });

  it("ends with a death, which needs its paper and can be annulled", async () => {
    const id = await inTerm();
    const died = { id: newId(), kind: "died", on: "2021-12-05", note: null, ...paper, paperBy: "县医院" };
    const file = (await record(id, died)).json<CaseStateFile>();
    expect(file).toMatchObject({
      now: { state: "died" },
      documents: [{ kind: "death_certificate" }],
      end: null,
    });
    expect(actionOf(file, "suspended")?.reason).toBe("措施已经结束");
    const back = await post("caseworkerA", id, "/annulments", {
      fact: "event",
      factId: died.id,
      reason: "误报",
    });
    expect(back.json<CaseStateFile>().now?.state).toBe("active");
  });
});

describe("a release", () => {
  // the term ran from 31 December 2018 to 30 December 2021: today is the first day after it
  const served = (name = "期满人") => serveTerm(county, { reportedOn: "2018-12-31", name });

  it("is proposed by one, confirmed by another, and its notice is served", async () => {
    const id = await served();
    expect((await read(id)).now).toMatchObject({
      state: "expired",
      since: "2021-12-31",
      citation: "《戒毒条例》第二十三条、第四十条",
    });
    const proposal = release();
    for (const _ of [1, 2]) {
      const file = (await post("caseworkerA", id, "/release", proposal)).json<CaseStateFile>();
      expect(file.now?.state).toBe("expired");
      expect(file.proposals).toMatchObject([{ id: proposal.id, state: "open", own: true }]);
    }
    expect((await post("caseworkerA", id, "/termination", termination())).json<Refusal>().detail).toBe(
      "已有一份解除或者终止待复核",
    );
    const listed = await county.call("supervisor", { url: "/api/v1/approvals" });
    const row = listed.json<{ rows: ApprovalRow[] }>().rows.find((each) => each.id === proposal.id);
    expect(row).toMatchObject({ kind: "release", citation: "《戒毒条例》第二十三条、第四十条" });
    expect(row?.items.map(({ code }) => code)).toContain("end_assessment");
    const decision = { version: row?.version, decision: "confirm", reason: "" };
    const url = `/api/v1/approvals/${proposal.id}/decision`;
    const own = await county.call("caseworkerA", { method: "POST", url, payload: decision });
    expect(own.statusCode).toBe(403);
    const confirmed = await county.call("supervisor", { method: "POST", url, payload: decision });
    expect(confirmed.json<ApprovalRow>()).toMatchObject({ state: "confirmed" });
    const file = await read(id);
    expect(file).toMatchObject({
      now: { state: "released", since: "2021-12-31" },
      documents: [{ kind: "release_notice", unserved: true }],
    });
    expect(file.events[0]?.annulObstacle).toBe("由两人办理，不能由一人撤销");
    const queue = await county.call("caseworkerA", { url: "/api/v1/workbench?queue=service" });
    expect(queue.json<{ rows: { enrolleeId: string }[] }>().rows.map((each) => each.enrolleeId)).toContain(
      id,
    );
    const notice = file.documents[0]?.id ?? "";
    const bad = serviceOf({ servedOn: "2021-12-31", servers: ["甲一"] });
    const gaps = (await post("caseworkerA", id, `/documents/${notice}/receipts`, bad)).json<Refusal>();
    expect(fieldsOf(gaps)).toEqual(["/servers"]);
    const receipt = serviceOf({ servedOn: "2021-12-31" });
    const after = (
      await post("caseworkerA", id, `/documents/${notice}/receipts`, receipt)
    ).json<CaseStateFile>();
    expect(after.documents[0]).toMatchObject({ unserved: false });
  });

  it("is refused on a day of the term, and before the term is over", async () => {
    const id = await served("早一日");
    const early = (await post("caseworkerA", id, "/release", release({ on: "2021-12-30" }))).json<Refusal>();
    expect(early.errors?.[0]).toMatchObject({ detail: "期限至2021-12-30届满，届满前不能解除" });
    const running = (await post("caseworkerA", await inTerm(), "/release", release())).json<Refusal>();
    expect(running).toMatchObject({ code: "wrong_state", detail: "期限至2024-06-02届满，届满前不能解除" });
    expect((await post("supervisor", id, "/release", release())).json<Refusal>().code).toBe("forbidden");
  });

  it("is not carried out once a suspension has moved the end", async () => {
    const id = await served("后补中止");
    const proposal = release();
    await post("caseworkerA", id, "/release", proposal);
    await record(id, suspended({ on: "2021-06-01" }));
    await record(id, resumed({ on: "2021-06-11" }));
    expect((await read(id)).end?.endOn).toBe("2022-01-09");
    const refused = await county.call("supervisor", {
      method: "POST",
      url: `/api/v1/approvals/${proposal.id}/decision`,
      payload: { version: 1, decision: "confirm", reason: "" },
    });
    expect(refused.json<Refusal>()).toMatchObject({
      code: "wrong_state",
      detail: "期限至2022-01-09届满，届满前不能解除",
    });
  });

  it("waits for no assessment, but an assessment says why tests are missing", async () => {
    const id = await served("缺评估");
    const assessment = {
      id: newId(),
      kind: "end_assessment",
      number: null,
      issuedOn: "2021-12-29",
      issuedBy: "甲中心站",
      pages: 2,
      note: null,
    };
    const refused = (await post("caseworkerA", id, "/documents", assessment)).json<Refusal>();
    expect(fieldsOf(refused)).toEqual(["/note"]);
    const file = (
      await post("caseworkerA", id, "/documents", { ...assessment, note: "纸质台账遗失" })
    ).json<CaseStateFile>();
    expect(file.end?.items.find(({ code }) => code === "test_windows")?.present).toBe(true);
    expect(actionOf(file, "proposeRelease")?.allowed).toBe(true);
  });
});

describe("a termination", () => {
  it("needs two people, and reminds of whom 强制隔离戒毒 is not for", async () => {
    const id = await serveTerm(county, { reportedOn: "2021-06-03", name: "女戒员", sex: "female" });
    const proposal = termination();
    await post("caseworkerA", id, "/termination", proposal);
    const listed = await county.call("supervisor", { url: "/api/v1/approvals" });
    const row = listed.json<{ rows: ApprovalRow[] }>().rows.find((each) => each.id === proposal.id);
    expect(row?.cautions.join()).toContain("怀孕");
    await county.call("supervisor", {
      method: "POST",
      url: `/api/v1/approvals/${proposal.id}/decision`,
      payload: { version: row?.version, decision: "confirm", reason: "" },
    });
    expect(await read(id)).toMatchObject({
      now: { state: "terminated", since: "2021-12-20" },
      documents: [{ kind: "isolation_order", number: "测公强戒决字〔2021〕1号" }],
    });
  });

  it("for another reason says which", async () => {
    const refusal = (
      await post("caseworkerA", await inTerm(), "/termination", termination({ ground: "other" }))
    ).json<Refusal>();
    expect(fieldsOf(refusal)).toEqual(["/note"]);
  });
});

describe("the list of ends", () => {
  it("counts each step by the condition of its list", async () => {
    const soon = await serveTerm(county, { reportedOn: "2019-01-20", name: "将期满" });
    const list = async (step: string, caller = "caseworkerA") =>
      (await county.call(caller, { url: `/api/v1/term-ends?step=${step}&limit=200` })).json<
        ResponseOf<typeof caseStatesEndpoints.listEnds>
      >();
    const all = await list("all");
    expect(all.steps.map(({ step }) => step)).toEqual(["all", "expired", "7", "30", "60"]);
    for (const { step, count } of all.steps) {
      const { rows, total } = await list(step);
      expect([rows.length, total.count]).toEqual([count, count]);
    }
    const row: TermEndRow | undefined = (await list("30")).rows.find(({ id }) => id === soon);
    expect(row).toMatchObject({ endOn: "2022-01-19", daysLeft: 19, state: "active", maskedName: "将**" });
    expect(row?.missing).toContain("end_assessment");
    expect((await list("7")).rows.some(({ id }) => id === soon)).toBe(false);
    expect((await list("all", "caseworkerB")).rows.some(({ id }) => id === soon)).toBe(false);
    expect((await list("all", "supervisor")).rows.some(({ id }) => id === soon)).toBe(true);
  });
});
