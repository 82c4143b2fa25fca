import type { Problem } from "@rehab/schema/problem";
import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { createAppWorld, samplePerson } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";
import { handoffCalls } from "./handoff-calls.ts";
import type { Created } from "./handoff-calls.ts";

vi.setConfig({ testTimeout: 30_000 });

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const { read, auditOf, candidatesOf, handoffBody, create, fileOf } = handoffCalls(() => world);
const fresh = inventedIdentity(7, "male");
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

  it.each([
    ["community_detox", 24, 0, "/termMonths", "社区戒毒的期限为3年（《戒毒条例》第十四条）"],
    ["community_rehab", 37, 0, "/termMonths", "社区康复的期限不超过3年（《戒毒条例》第三十七条）"],
    ["community_detox", 36, 1096, "/deductedDays", "折抵的天数应少于期限的1096天（《戒毒条例》第三十一条）"],
    ["community_rehab", 36, 30, "/deductedDays", "社区康复的期限没有折抵（《戒毒条例》第三十一条）"],
  ])(
    "takes no term of %s of %i months, %i days deducted",
    async (measure, termMonths, deductedDays, pointer, detail) => {
      const body = handoffBody({ measure, termMonths, deductedDays, orderNumber: null });
      const refused = (await create(body)).json<Problem>();
      expect(refused).toMatchObject({ code: "invalid_input", errors: [{ pointer, detail }] });
    },
  );

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
      { pointer: "/orderedOn", detail: "日期不能晚于今天" },
    ]);
    expect(await errorsOf({ idNumber: other, receivedOn: "2022-01-05" })).toEqual([
      { pointer: "/receivedOn", detail: "日期不能晚于今天" },
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
