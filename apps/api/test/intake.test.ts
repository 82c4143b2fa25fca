import { eq } from "drizzle-orm";
import { plainDate } from "@rehab/domain/time/plain-date";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { auditOf, handOver, send, write } from "./intake-world.ts";
import type { HandedOver } from "./intake-world.ts";

let world: AppWorld;
let person: HandedOver;

beforeAll(async () => {
  world = await createAppWorld();
});
beforeEach(async () => {
  person = await handOver(world);
});
afterAll(() => world.close());

const post = (child: string, payload: Record<string, unknown>, caller: Caller = "caseworkerA") =>
  send(world, caller, "POST", `/cases/${person.caseId}/${child}`, { id: newId(), ...payload });

const on = (happenedOn: string) => ({ happenedOn, note: null });
const reportIn = (happenedOn: string, more: Record<string, unknown> = {}) =>
  post("report-in", {
    ...on(happenedOn),
    receivedBy: "甲一",
    identityShown: "居民身份证",
    accompaniedBy: "母亲",
    papersBrought: null,
    ...more,
  });
const notice = (happenedOn: string) => post("notice", { ...on(happenedOn), givenBy: "甲一", number: null });
const agreement = (happenedOn: string) =>
  post("agreement", {
    ...on(happenedOn),
    number: "甲协〔2021〕1号",
    townshipParty: "镇长",
    stationParty: "甲一",
  });
const team = (happenedOn: string) => post("team", on(happenedOn));
const plan = (happenedOn: string) =>
  post("plan", { ...on(happenedOn), goals: "稳定就业，按期检测", measures: ["education", "employment"] });
const member = (role: string, more: Record<string, unknown> = {}) =>
  post("team/members", { role, name: "某人", organ: null, phone: null, fromOn: "2021-12-27", ...more });

const registerLine = async () => {
  const found = await send(world, "caseworkerA", "GET", `/handoffs?queue=plan`);
  const rows = found.body["rows"] as { caseId: string; overdue: boolean; dueOn: string }[];
  return rows.find(({ caseId }) => caseId === person.caseId);
};

interface Rung {
  readonly code: string;
  readonly state: string;
  readonly doneOn: string | null;
  readonly dueOn: string | null;
}
const rungs = (body: Record<string, unknown>) =>
  Object.fromEntries((body["ladder"] as Rung[]).map(({ code, state }) => [code, state]));

describe("from the report-in to the plan", () => {
  it("records every step with what its form asks, and moves register and timeline with it", async () => {
    const reported = await reportIn("2021-12-28");
    expect(reported.body).toMatchObject({ state: "reported", handoffState: "acknowledged" });
    expect(rungs(reported.body)).toMatchObject({
      acknowledged: "done",
      reported: "done",
      notice: "due",
      agreement: "due",
    });
    expect((await notice("2021-12-28")).status).toBe(200);
    expect((await agreement("2021-12-29")).body).toMatchObject({ state: "active" });
    await member("caseworker");
    await member("police", { phone: "139 0000 0009" });
    const formed = await team("2021-12-29");
    expect(formed.body).toMatchObject({ missingRoles: ["medic", "family", "volunteer"] });
    expect(await registerLine()).toMatchObject({ overdue: false, dueOn: "2022-01-12" });
    const planned = await plan("2021-12-30");
    expect(rungs(planned.body)).toMatchObject({ team: "done", plan: "done" });
    expect(await registerLine()).toBeUndefined();

    const timeline = await send(world, "caseworkerA", "GET", `/enrollees/${person.enrolleeId}/timeline`);
    const entries = timeline.body["rows"] as { kind: string; code: string; details: { label: string }[] }[];
    expect(entries.find(({ kind }) => kind === "report_in")?.details).toEqual([
      { label: "接待人", value: "甲一" },
      { label: "出示证件", value: "居民身份证" },
      { label: "陪同人", value: "母亲" },
    ]);
    expect(entries.find(({ code }) => code === "team_formed")?.details).toEqual([
      { label: "成员", value: "2 人" },
      { label: "缺少", value: "社区医务人员、家庭成员、禁毒志愿者" },
    ]);
    for (const action of ["reportIn", "giveNotice", "signAgreement", "formTeam", "makePlan"]) {
      expect(await auditOf(world, `intake.${action}`, person.enrolleeId)).toHaveLength(1);
    }
  });

  it("records a late report-in as late", async () => {
    const late = await handOver(world, { received: "2021-11-22" });
    person = late;
    const before = await send(world, "supervisor", "GET", `/handoffs/${late.caseId}`);
    // a Tuesday, fifteen days after a Monday; handed over when it was over
    expect((before.body["ladder"] as Rung[]).find(({ code }) => code === "reported")).toMatchObject({
      state: "overdue",
      dueOn: "2021-12-07",
    });
    expect(before.body["warnings"]).toContain("after_deadline");
    const reported = await reportIn("2021-12-28");
    expect(rungs(reported.body)).toMatchObject({ reported: "done_late" });
  });

  it("refuses what is not possible, with the reason", async () => {
    const { body } = await agreement("2021-12-28");
    expect(body).toMatchObject({ code: "wrong_state", detail: "本人在这一天尚未报到" });
    expect((await reportIn("2021-12-19")).body).toMatchObject({ code: "wrong_state" });
    expect((await reportIn("2022-01-01")).body).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/happenedOn", detail: "日期不能晚于今天" }],
    });
    expect((await reportIn("2021-12-27", { receivedBy: "" })).body).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/receivedBy", detail: "请填写接待人" }],
    });
    await reportIn("2021-12-27");
    expect((await team("2021-12-28")).body).toMatchObject({
      code: "wrong_state",
      detail: "工作小组还没有成员，请先添加成员。",
    });
    expect((await reportIn("2021-12-28")).body).toMatchObject({ code: "wrong_state" });
  });

  it("changes nothing when the same request comes again", async () => {
    const id = newId();
    const first = await reportIn("2021-12-27", { id });
    const again = await reportIn("2021-12-27", { id });
    expect(again.body["steps"]).toEqual(first.body["steps"]);
    expect(await auditOf(world, "intake.reportIn", person.enrolleeId)).toHaveLength(2);
  });

  it("is another station's business nowhere", async () => {
    const answers = [
      await post("notice", { ...on("2021-12-28"), givenBy: "乙一", number: null }, "caseworkerB"),
      await post("team", on("2021-12-28"), "caseworkerB"),
      await post(
        "team/members",
        { role: "police", name: "某", organ: null, phone: null, fromOn: "2021-12-28" },
        "caseworkerB",
      ),
    ];
    for (const { body } of answers) expect(body.code).toBe("not_found");
    expect((await post("team", on("2021-12-28"), "supervisor")).body.code).toBe("forbidden");
  });

  it("reports in anew at a new place of execution and signs a new agreement", async () => {
    await reportIn("2021-12-23");
    await agreement("2021-12-24");
    const { stations, services } = world;
    await write(world, async (tx) => {
      await insertRows(tx, tables.caseEvent, [
        {
          id: newId(),
          countyCode: services.county.code,
          stationId: stations.a,
          enrolleeId: person.enrolleeId,
          caseId: person.caseId,
          kind: "transferred_within",
          happenedOn: plainDate("2021-12-27"),
        },
      ]);
      await projectRegister(tx, [person.enrolleeId], { law: services.law, today: services.clock.today() });
    });
    expect((await agreement("2021-12-28")).body).toMatchObject({ code: "wrong_state" });
    const arrived = await reportIn("2021-12-28");
    const kinds = (arrived.body["steps"] as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toContain("transfer_reported");
    expect(rungs((await agreement("2021-12-29")).body)).toMatchObject({ agreement: "done" });
  });
});

describe("the support team", () => {
  interface Member {
    readonly id: string;
    readonly role: string;
    readonly maskedPhone: string | null;
    readonly untilOn: string | null;
  }
  const membersOf = (body: Record<string, unknown>) => body["team"] as Member[];
  const end = (id: string, untilOn: string, caller: Caller = "caseworkerA") =>
    send(world, caller, "POST", `/team-members/${id}/end`, { untilOn });

  it("keeps phones encrypted and shows them masked", async () => {
    const id = newId();
    const added = await member("medic", { id, phone: "13900000008" });
    expect(membersOf(added.body)).toMatchObject([{ id, maskedPhone: "139****0008" }]);
    const again = await member("medic", { id, phone: "13900000008" });
    expect(membersOf(again.body)).toHaveLength(1);
    const [stored] = await write(world, (tx) =>
      tx.select().from(tables.supportTeamMember).where(eq(tables.supportTeamMember.id, id)),
    );
    expect(stored?.phoneCipher?.toString("utf8")).not.toContain("13900000008");
    expect((await member("medic", { phone: "12345" })).body).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/phone" }],
    });
  });

  it("misses a role again when its member leaves", async () => {
    const id = newId();
    await member("police", { id, fromOn: "2021-12-20" });
    expect((await end(id, "2021-12-19")).body).toMatchObject({ errors: [{ pointer: "/untilOn" }] });
    expect((await end(id, "2021-12-30", "caseworkerB")).body.code).toBe("not_found");
    const left = await end(id, "2021-12-30");
    expect(left.body["missingRoles"]).toContain("police");
    expect((await end(id, "2021-12-30")).status).toBe(200);
    expect((await end(id, "2021-12-29")).body.code).toBe("wrong_state");
  });
});

describe("a step that was recorded wrongly", () => {
  const annul = (id: string, caller: Caller = "caseworkerA") =>
    send(world, caller, "POST", `/case-events/${id}/annulment`, { reason: "日期填错" });
  const stepOf = (body: Record<string, unknown>, kind: string) =>
    (body["steps"] as { id: string; kind: string }[]).find((step) => step.kind === kind)?.id ?? "";

  it("is annulled with its reason, the later steps first, and recorded anew", async () => {
    await reportIn("2021-12-27");
    const signed = await agreement("2021-12-28");
    expect((await annul(stepOf(signed.body, "reported"))).body).toMatchObject({
      code: "wrong_state",
      detail: "请先撤销之后的步骤：签订协议",
    });
    const agreementId = stepOf(signed.body, "agreement_signed");
    expect((await annul(agreementId, "caseworkerB")).body.code).toBe("not_found");
    expect((await annul(agreementId)).body).toMatchObject({ state: "reported" });
    expect((await annul(agreementId)).status).toBe(200);
    expect((await annul(stepOf(signed.body, "reported"))).body).toMatchObject({ state: "pending_report" });
    expect((await reportIn("2021-12-28")).body).toMatchObject({ state: "reported" });

    const timeline = await send(world, "caseworkerA", "GET", `/enrollees/${person.enrolleeId}/timeline`);
    const entries = timeline.body["rows"] as { id: string; annulled: { reason: string } | null }[];
    expect(entries.find(({ id }) => id === agreementId)?.annulled).toMatchObject({ reason: "日期填错" });
    expect(await auditOf(world, "intake.annul", person.enrolleeId)).toHaveLength(3);
  });

  it("does not reach into the hand-off between bureau and station", async () => {
    const { body } = await send(world, "caseworkerA", "GET", `/handoffs/${person.caseId}`);
    expect((await annul(stepOf(body, "assigned"))).body.code).toBe("wrong_state");
    expect((await annul(newId())).body.code).toBe("not_found");
  });
});

it("falls back to the order before, when a second one is given back to the police", async () => {
  const { atA } = world.people;
  const { services, stations } = world;
  const caseId = newId();
  const ofCase = { countyCode: services.county.code, stationId: stations.a, enrolleeId: atA };
  await write(world, async (tx) => {
    await insertRows(tx, tables.caseRecord, [
      {
        ...ofCase,
        id: caseId,
        sequence: 2,
        measure: "community_detox",
        orderNumber: "测公社戒决字〔2021〕902号",
        receivedOn: plainDate("2021-12-20"),
        handedOffOn: plainDate("2021-12-23"),
        termMonths: 36,
      },
    ]);
    await projectRegister(tx, [atA], { law: services.law, today: services.clock.today() });
  });
  const doubled = await send(world, "supervisor", "GET", `/handoffs/${caseId}`);
  expect(doubled.body["warnings"]).toContain("live_orders");
  expect(doubled.body["liveOrders"]).toHaveLength(2);
  const register = async () =>
    (await world.call("supervisor", { url: "/api/v1/enrollees?q=zengxiaoming" })).json<{
      rows: { state: string }[];
    }>().rows;
  expect(await register()).toMatchObject([{ state: "pending_report" }]);
  await send(world, "supervisor", "POST", `/handoffs/${caseId}/police-return`, {
    id: newId(),
    happenedOn: "2021-12-30",
    reason: "与原决定重复",
  });
  expect(await register()).toMatchObject([{ state: "active" }]);
});
