import type { ResponseOf } from "@rehab/schema/endpoint";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import type { newHandoffEndpoints } from "@rehab/schema/new-handoff";
import type { Problem } from "@rehab/schema/problem";
import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import type { ReadTx } from "../src/db/client.ts";
import { createAppWorld, samplePerson } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";

vi.setConfig({ testTimeout: 30_000 });

type Found = ResponseOf<typeof newHandoffEndpoints.findPerson>;
type Created = ResponseOf<typeof newHandoffEndpoints.create>;

const fresh = inventedIdentity(7, "male");
let world: AppWorld;
let orders = 0;

beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

function read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T> {
  const { db, county } = world.services;
  return db.read({ countyCode: county.code, people: systemActor.scope }, work);
}

const auditOf = (action: string) =>
  read((tx) => tx.select().from(tables.auditEntry).where(eq(tables.auditEntry.action, action)));

async function find(words: object, caller: Caller = "supervisor") {
  const nothing = { name: null, idNumber: null, birthDate: null, townshipId: null };
  const payload = { ...nothing, ...words };
  return world.call(caller, { method: "POST", url: "/api/v1/handoffs/find-person", payload });
}

const candidatesOf = async (words: object) =>
  (await find(words)).json<Found>().candidates.map(({ id, matches }) => ({ id, matches }));

function handoffBody(parts: object = {}) {
  orders += 1;
  return {
    id: newId(),
    enrolleeId: null,
    name: "牛新来",
    idNumber: null,
    sex: null,
    ethnicity: null,
    birthDate: null,
    phone: null,
    registeredAddress: null,
    residence: null,
    stationId: world.stations.a,
    townshipId: null,
    measure: "community_detox",
    orderNumber: `测公社戒决字〔2021〕90${orders}号`,
    orderOrgan: "测试县公安局",
    orderedOn: "2021-12-20",
    receivedOn: "2021-12-21",
    handedOffOn: "2021-12-24",
    termMonths: 36,
    deductedDays: 0,
    drug: null,
    policeStation: null,
    papers: [],
    condition: "in_community",
    policeOfficer: null,
    isolationCenter: null,
    isolationLeftOn: null,
    note: null,
    transfer: null,
    accept: false,
    acceptReason: null,
    ...parts,
  };
}

const create = (payload: object, caller: Caller = "supervisor") =>
  world.call(caller, { method: "POST", url: "/api/v1/handoffs", payload });

const fileOf = async (id: string, caller: Caller = "supervisor") =>
  (await world.call(caller, { url: `/api/v1/enrollees/${id}` })).json<EnrolleeFile>();

describe("looking for a person before typing", () => {
  it("reads the number while it is typed", async () => {
    const verdict = async (words: object) => (await find(words)).json<Found>().idNumber;
    expect(await verdict({ idNumber: "430624190001010011" })).toMatchObject({
      ok: false,
      issue: "身份证号校验位不对",
    });
    expect(await verdict({ idNumber: "430624190002290018" })).toMatchObject({
      ok: false,
      issue: "身份证号中的出生日期不存在",
    });
    expect(await verdict({ idNumber: "110105491231002" })).toMatchObject({
      ok: true,
      convertedFrom15: true,
      birthDate: "1949-12-31",
      sex: "female",
      birthDateAgrees: null,
    });
    const typed = { idNumber: samplePerson.idNumber, birthDate: "1900-01-02" };
    expect(await verdict(typed)).toMatchObject({ ok: true, birthDateAgrees: false });
    expect(await verdict({ name: "某人" })).toBeNull();
  });

  it("says why somebody may be the one, and leaves the choice to a person", async () => {
    const { atA } = world.people;
    expect(await candidatesOf({ idNumber: samplePerson.idNumber })).toEqual([
      { id: atA, matches: ["same_id"] },
    ]);
    expect(await candidatesOf({ name: "曾小明" })).toEqual([{ id: atA, matches: ["same_name"] }]);
    expect(await candidatesOf({ name: "曾晓鸣" })).toEqual([{ id: atA, matches: ["homophone"] }]);
    expect(await candidatesOf({ name: "曾小", idNumber: "430624190001010011" })).toEqual([]);
    expect(await candidatesOf({ name: "全无此人" })).toEqual([]);
  });

  it("shows station, state and cases, and no whole name or number", async () => {
    const answer = await find({ name: "单雄" });
    expect(answer.json<Found>().candidates[0]).toMatchObject({
      maskedName: "单*",
      maskedIdNumber: "4405**********0014",
      stationName: "乙中心站",
      cases: [{ sequence: 1, measure: "community_detox", state: "active", receivedOn: "2021-06-01" }],
    });
    expect(answer.body).not.toContain("单雄");
    expect(answer.body).not.toContain("440524188001010014");
  });

  it("wants at least one word, keeps counts in the trail and nothing of what was typed", async () => {
    const empty = await find({ name: "  " });
    expect(empty.json<Problem>()).toMatchObject({ code: "invalid_input" });
    const before = (await auditOf("new-handoff.findPerson")).length;
    await find({ name: "曾小明", idNumber: samplePerson.idNumber });
    const entries = await auditOf("new-handoff.findPerson");
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)?.change).toEqual({ candidates: 1, by: ["name", "idNumber"] });
    expect(JSON.stringify(entries)).not.toMatch(/曾小明|430624/u);
  });

  it("is the bureau's", async () => {
    expect((await find({ name: "曾小明" }, "caseworkerA")).statusCode).toBe(403);
  });
});

describe("former names", () => {
  const add = (caller: Caller, enrolleeId: string, name: string, id = newId()) =>
    world.call(caller, {
      method: "POST",
      url: `/api/v1/enrollees/${enrolleeId}/former-names`,
      payload: { id, name },
    });

  it("find the person, by their sound as well, in the search and in the register", async () => {
    const { alsoAtA } = world.people;
    const id = newId();
    expect((await add("caseworkerA", alsoAtA, "黎铁柱", id)).statusCode).toBe(204);
    expect((await add("caseworkerA", alsoAtA, "黎铁柱", id)).statusCode).toBe(204);
    expect(await candidatesOf({ name: "黎铁柱" })).toEqual([{ id: alsoAtA, matches: ["former_name"] }]);
    expect(await candidatesOf({ name: "黎贴住" })).toEqual([{ id: alsoAtA, matches: ["former_name"] }]);
    for (const words of ["铁柱", "litiezhu", "ltz", "黎安"]) {
      const register = await world.call("supervisor", {
        method: "POST",
        url: "/api/v1/enrollees/search",
        payload: { q: words },
      });
      expect(register.json()).toMatchObject({ rows: [{ id: alsoAtA }], total: { count: 1 } });
    }
    expect((await fileOf(alsoAtA)).maskedFormerNames).toEqual(["黎**"]);
    const changes = (await auditOf("enrollees.addFormerName")).map(({ change }) => change);
    expect(changes).toEqual([
      { enrolleeId: alsoAtA, added: 1 },
      { enrolleeId: alsoAtA, added: 0 },
    ]);
  });

  it("are the own station's to record, and not the present name", async () => {
    const { alsoAtA, atB } = world.people;
    expect((await add("caseworkerA", atB, "单大雄")).statusCode).toBe(404);
    expect((await add("supervisor", atB, "单大雄")).statusCode).toBe(403);
    const same = await add("caseworkerA", alsoAtA, "黎 安");
    expect(same.json<Problem>()).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/name", detail: "这就是现在的姓名" }],
    });
  });
});

describe("a typed hand-off", () => {
  it("opens a file for a new person, with papers, condition and officer, at the station", async () => {
    const body = handoffBody({
      idNumber: fresh.idNumber,
      phone: "190-0000-0077",
      papers: ["order_copy", "handoff_form"],
      condition: "from_isolation",
      policeOfficer: "王警官",
      isolationCenter: "某强制隔离戒毒所",
      isolationLeftOn: "2021-12-24",
      deductedDays: 30,
    });
    const answer = await create(body);
    expect(answer.statusCode).toBe(200);
    const { enrolleeId, caseId, effect } = answer.json<Created>();
    expect(effect).toContain("应于 2022-01-05 前报到");

    expect(await fileOf(enrolleeId, "caseworkerA")).toMatchObject({
      maskedName: "牛**",
      birthYear: Number(fresh.birthDate.slice(0, 4)),
      stationId: world.stations.a,
      caseworkerName: "甲一",
      provisional: false,
      cases: [{ id: caseId, state: "pending_report", handedOffOn: "2021-12-24", reportDueOn: "2022-01-05" }],
    });
    const [handoff] = await read((tx) =>
      tx.select().from(tables.handoff).where(eq(tables.handoff.caseId, caseId)),
    );
    expect(handoff).toMatchObject({
      source: "typed",
      papers: ["order_copy", "handoff_form"],
      condition: "from_isolation",
      policeOfficer: "王警官",
      isolationCenter: "某强制隔离戒毒所",
      isolationLeftOn: "2021-12-24",
    });
    const [record] = await read((tx) =>
      tx.select().from(tables.caseRecord).where(eq(tables.caseRecord.id, caseId)),
    );
    expect(record).toMatchObject({ deductedDays: 30, termMonths: 36 });
    expect(await candidatesOf({ name: "钮新莱" })).toEqual([{ id: enrolleeId, matches: ["homophone"] }]);
    expect(await candidatesOf({ birthDate: fresh.birthDate })).toEqual([
      { id: enrolleeId, matches: ["birth_date"] },
    ]);
    // No weekly check comes of a single typed hand-off.
    expect(await read((tx) => tx.select().from(tables.weeklyCheck))).toEqual([]);

    const again = (await create(body)).json<Created>();
    expect(again).toMatchObject({ enrolleeId, caseId });
    const [entry] = await auditOf("new-handoff.create");
    expect(entry).toMatchObject({ subjectId: caseId, change: { enrolleeId, source: "typed" } });
    expect(JSON.stringify(entry)).not.toMatch(/牛新来|999906/u);
  });

  it("asks before it opens a second case in the same file, which keeps the first", async () => {
    const { atA } = world.people;
    const body = handoffBody({ enrolleeId: atA, name: "曾小明" });
    const doubt = (await create(body)).json<Problem>();
    expect(doubt).toMatchObject({ code: "handoff_in_doubt", status: 409 });
    expect(doubt.errors).toEqual([
      { pointer: "/accept", detail: "此人还有一份决定书正在执行；采用后两个案件并存" },
    ]);
    const settled = await create({ ...body, accept: true, acceptReason: "已与禁毒大队核实" });
    expect(settled.json<Created>().enrolleeId).toBe(atA);
    const file = await fileOf(atA);
    expect(file.cases.map(({ sequence, state }) => [sequence, state])).toEqual([
      [2, "pending_report"],
      [1, "active"],
    ]);
    const entry = (await auditOf("new-handoff.create")).find(
      ({ subjectId }) => subjectId === settled.json<Created>().caseId,
    );
    expect(entry?.reason).toBe("已与禁毒大队核实");
  });

  it("keeps a name that a recognised person goes by now as another name", async () => {
    const { atB } = world.people;
    const body = handoffBody({ enrolleeId: atB, name: "单英雄", stationId: world.stations.b });
    const answer = await create({ ...body, accept: true, acceptReason: "本人确认曾用名" });
    expect(answer.json<Created>().enrolleeId).toBe(atB);
    expect(await candidatesOf({ name: "单英雄" })).toEqual([{ id: atB, matches: ["former_name"] }]);
    expect((await fileOf(atB)).maskedName).toBe("单*");
  });

  it("asks about a namesake and about a missing number, and lets nothing wrong pass", async () => {
    const errorsOf = async (parts: object) => (await create(handoffBody(parts))).json<Problem>().errors;
    const other = inventedIdentity(8, "male").idNumber;
    expect(await errorsOf({ name: "黎安", idNumber: other })).toEqual([
      { pointer: "/accept", detail: "已有同名人员，身份证号不同；采用即确认不是同一人" },
    ]);
    expect(await errorsOf({ name: "无号人" })).toEqual([{ pointer: "/accept", detail: "缺少身份证号" }]);
    expect(await errorsOf({ idNumber: "430624190001010011" })).toEqual([
      { pointer: "/idNumber", detail: "身份证号校验位不对" },
    ]);
    expect(await errorsOf({ name: "无号人", receivedOn: "2021-11-01", orderedOn: "2021-11-01" })).toEqual([
      { pointer: "/accept", detail: "缺少身份证号" },
      { pointer: "/accept", detail: "移交时法定报到期限已过" },
    ]);
    expect(await errorsOf({ idNumber: other, orderedOn: "2022-01-05" })).toEqual([
      { pointer: "/orderedOn", detail: "日期晚于今天" },
    ]);
    expect(await errorsOf({ idNumber: other, receivedOn: "2022-01-05" })).toEqual([
      { pointer: "/receivedOn", detail: "日期晚于今天" },
    ]);
    expect(
      await errorsOf({ name: "牛别来", idNumber: other, orderNumber: "测公社戒决字〔2021〕010号" }),
    ).toEqual([{ pointer: "/name", detail: "该文号属于另一个人" }]);
    expect(await errorsOf({ idNumber: other, phone: "12345" })).toEqual([
      { pointer: "/phone", detail: "电话号码不对：应为11位手机号，或带区号的座机号" },
    ]);
    expect(await errorsOf({ idNumber: other, stationId: newId() })).toEqual([
      { pointer: "/stationId", detail: "没有这个工作站" },
    ]);
    expect(await errorsOf({ enrolleeId: newId() })).toEqual([
      { pointer: "/enrolleeId", detail: "没有找到这份档案，请重新查找" },
    ]);
  });

  it("accepts no more than can be settled", async () => {
    const wrong = handoffBody({ idNumber: "430624190001010011", accept: true, acceptReason: "核实" });
    expect((await create(wrong)).json<Problem>().code).toBe("handoff_in_doubt");
    const settled = await create(handoffBody({ name: "无号人", accept: true, acceptReason: "身份待查" }));
    expect(await fileOf(settled.json<Created>().enrolleeId)).toMatchObject({ provisional: true });
  });

  it("completes the number of a recognised person who had none, and refuses that of another", async () => {
    const first = await create(handoffBody({ name: "待补号", accept: true, acceptReason: "身份待查" }));
    const { enrolleeId } = first.json<Created>();
    const taken = handoffBody({
      enrolleeId,
      name: "待补号",
      idNumber: samplePerson.idNumber,
      accept: true,
      acceptReason: "核实",
    });
    expect((await create(taken)).json<Problem>().errors).toEqual([
      { pointer: "/idNumber", detail: "姓名与身份证号不是同一个人" },
    ]);
    const { idNumber } = inventedIdentity(9, "female");
    const second = await create(
      handoffBody({ enrolleeId, name: "待补号", idNumber, accept: true, acceptReason: "凭身份证" }),
    );
    expect(second.json<Created>().enrolleeId).toBe(enrolleeId);
    expect(await fileOf(enrolleeId)).toMatchObject({ provisional: false, cases: [{}, {}] });
    expect(await candidatesOf({ idNumber })).toEqual([{ id: enrolleeId, matches: ["same_id"] }]);
  });

  it("can be undone like an import, with its other names", async () => {
    const body = handoffBody({ idNumber: inventedIdentity(10, "male").idNumber, name: "撤销人" });
    const { enrolleeId } = (await create(body)).json<Created>();
    const undone = await world.call("supervisor", {
      method: "POST",
      url: `/api/v1/imports/${body.id}/undo`,
      payload: { reason: "登记错误" },
    });
    expect(undone.statusCode).toBe(200);
    expect((await world.call("supervisor", { url: `/api/v1/enrollees/${enrolleeId}` })).statusCode).toBe(404);
    expect(await candidatesOf({ name: "撤销人" })).toEqual([]);
  });

  it("is the bureau's", async () => {
    expect((await create(handoffBody(), "caseworkerA")).statusCode).toBe(403);
  });
});

describe("a case from another county", () => {
  const from = (parts: object = {}) => ({
    otherPlace: "邻县城关镇",
    changedOn: "2021-12-20",
    reportedOn: "2020-03-10",
    reason: "迁居本县",
    letterNumber: "邻社戒移〔2021〕3号",
    materials: ["request", "order_copy", "file_copy"],
    suspensions: [{ from: "2020-06-01", resumedOn: "2020-06-11", ground: "detained" }],
    ...parts,
  });

  it("goes on with its term, wants a report-in within fifteen days and a new agreement", async () => {
    const { idNumber } = inventedIdentity(11, "male");
    const body = handoffBody({
      name: "外来人",
      idNumber,
      orderedOn: "2020-03-01",
      receivedOn: "2020-03-02",
      transfer: from(),
    });
    const answer = await create(body);
    expect(answer.statusCode).toBe(200);
    const { enrolleeId, caseId } = answer.json<Created>();
    const file = await fileOf(enrolleeId, "caseworkerA");
    expect(file.cases[0]).toMatchObject({
      state: "pending_report",
      controlReason: "in_report_period",
      reportedOn: "2020-03-10",
      reportDueOn: "2022-01-04",
      agreementSignedOn: null,
      term: { startOn: "2020-03-10", endOn: "2023-03-19", stoppedDays: 10 },
    });
    const spans = await read((tx) =>
      tx.select().from(tables.caseSpan).where(eq(tables.caseSpan.caseId, caseId)),
    );
    expect(spans.map(({ fromOn }) => fromOn).toSorted()[0]).toBe("2021-12-20");
    const [entry] = await read((tx) =>
      tx.select().from(tables.registerEntry).where(eq(tables.registerEntry.enrolleeId, enrolleeId)),
    );
    expect(entry).toMatchObject({ handoffState: "assigned", registered: true });
    const [handoff] = await read((tx) =>
      tx.select().from(tables.handoff).where(eq(tables.handoff.caseId, caseId)),
    );
    expect(handoff?.source).toBe("transfer");
    const transfers = await world.call("caseworkerA", { url: `/api/v1/enrollees/${enrolleeId}/transfers` });
    expect(transfers.json()).toMatchObject({
      transfers: [
        { direction: "in", state: "received", otherPlace: "邻县城关镇", reportDueOn: "2022-01-04" },
      ],
      present: { whyNot: "本人还没有报到，不能变更执行地" },
    });
  });

  it("has days that followed each other", async () => {
    const { idNumber } = inventedIdentity(12, "male");
    const errorsOf = async (parts: object) => {
      const body = handoffBody({ name: "外来者", idNumber, orderedOn: null, receivedOn: "2020-03-02" });
      return (await create({ ...body, transfer: from(parts) })).json<Problem>().errors;
    };
    expect(await errorsOf({ reportedOn: "2020-03-01" })).toEqual([
      { pointer: "/transfer/reportedOn", detail: "报到日期早于送达日期" },
    ]);
    expect(await errorsOf({ changedOn: "2022-01-01" })).toEqual([
      { pointer: "/transfer/changedOn", detail: "日期晚于今天" },
    ]);
    expect(
      await errorsOf({ suspensions: [{ from: "2020-06-01", resumedOn: "2020-06-01", ground: "detained" }] }),
    ).toEqual([{ pointer: "/transfer/suspensions/0/resumedOn", detail: "恢复日期应晚于中止日期" }]);
  });

  it("is undone whole", async () => {
    const { idNumber } = inventedIdentity(13, "male");
    const body = handoffBody({
      name: "误转人",
      idNumber,
      receivedOn: "2020-03-02",
      orderedOn: null,
      transfer: from(),
    });
    const { caseId } = (await create(body)).json<Created>();
    const undone = await world.call("supervisor", {
      method: "POST",
      url: `/api/v1/imports/${body.id}/undo`,
      payload: { reason: "登记错误" },
    });
    expect(undone.statusCode).toBe(200);
    const left = await read((tx) =>
      tx
        .select({ annulledAt: tables.transfer.annulledAt })
        .from(tables.transfer)
        .where(and(eq(tables.transfer.caseId, caseId))),
    );
    expect(left).toHaveLength(1);
    expect(left[0]?.annulledAt).not.toBeNull();
  });
});
