import type { CaseStateFile } from "@rehab/schema/case-states";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import {
  fieldsOf,
  lost,
  paper,
  release,
  resumed,
  risk,
  search,
  serveTerm,
  suspended,
  termination,
} from "./case-state-world.ts";
import type { Refusal } from "./case-state-world.ts";
import { createNoShowWorld, serviceOf } from "./no-show-world.ts";
import type { NoShowWorld } from "./no-show-world.ts";

let county: NoShowWorld;
beforeAll(async () => {
  county = await createNoShowWorld();
});
afterAll(() => county.close());

const post = (caller: string, id: string, path: string, payload: object) =>
  county.call(caller, { method: "POST", url: `/api/v1/case-states/${id}${path}`, payload });
const read = async (id: string, caller = "caseworkerA") =>
  (await county.call(caller, { url: `/api/v1/case-states/${id}` })).json<CaseStateFile>();
const record = (id: string, body: object, caller = "caseworkerA") => post(caller, id, "/events", body);
const actionOf = (file: CaseStateFile, action: string) => file.actions.find((each) => each.action === action);

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
