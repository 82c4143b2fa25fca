import type { LeaveFile, LeaveView, leavesEndpoints } from "@rehab/schema/leaves";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { plainDate } from "@rehab/domain/time/plain-date";
import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startOfWork } from "../src/core/clock.ts";
import type { MovableClock } from "../src/core/clock.ts";
import { lawNow } from "../src/core/county-law.ts";
import type { CountyLaw } from "../src/core/county-law.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { auditOf, send, write } from "./intake-world.ts";

type List = ResponseOf<typeof leavesEndpoints.list>;

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

/** Moves the day; a new world would take seconds. */
function on(day: string): void {
  (world.services.clock as MovableClock).set(startOfWork(plainDate(day)));
}

beforeEach(async () => {
  on("2021-12-31");
  await write(world, (tx) =>
    tx
      .update(tables.leave)
      .set({ annulledAt: new Date(), annulmentReason: "另一项测试" })
      .where(isNull(tables.leave.annulledAt)),
  );
});

const reportBody = (more: Record<string, unknown> = {}) => ({
  id: newId(),
  requestedOn: "2021-12-31",
  leftOn: "2022-01-02",
  dueBackOn: "2022-01-10",
  destination: "长沙市",
  reason: "务工面试",
  companion: null,
  note: null,
  ...more,
});

function report(caller: Caller, more: Record<string, unknown> = {}) {
  return send(world, caller, "POST", `/enrollees/${world.people.atA}/leaves`, reportBody(more));
}

function step(caller: Caller, leaveId: string, what: string, more: Record<string, unknown> = {}) {
  return send(world, caller, "POST", `/leaves/${leaveId}/${what}`, {
    id: newId(),
    happenedOn: "2021-12-31",
    by: "甲一",
    note: null,
    ...more,
  });
}

const fileOf = (body: unknown) => body as LeaveFile;
const latest = (body: unknown): LeaveView => {
  const found = fileOf(body).leaves.find(({ annulled }) => annulled === null);
  if (found === undefined) throw new Error("no leave");
  return found;
};

async function reasonOf(enrolleeId: string): Promise<string | null | undefined> {
  const [entry] = await write(world, (tx) =>
    tx
      .select({ reason: tables.registerEntry.controlReason })
      .from(tables.registerEntry)
      .where(eq(tables.registerEntry.enrolleeId, enrolleeId)),
  );
  return entry?.reason;
}

/** The county decides about leaves from so many days on. */
function decideFrom(days: number): void {
  const { law } = world.services;
  (law as CountyLaw).replace({
    ...lawNow(law),
    settings: [
      ...law.settings,
      { key: "leave_approval_from_days", inForceFrom: plainDate("2010-01-01"), value: days },
    ],
  });
}

describe("a leave", () => {
  it("is reported, extended, overrun and checked back, and control follows each step", async () => {
    const id = newId();
    expect((await report("caseworkerA", { id })).status).toBe(200);
    const again = await report("caseworkerA", { id });
    expect(again.status).toBe(200);
    expect(latest(again.body)).toMatchObject({ id, standing: "planned", destination: "长沙市" });
    expect(fileOf(again.body).leaves.filter(({ annulled }) => annulled === null)).toHaveLength(1);

    on("2022-01-09");
    const extended = await step("caseworkerA", id, "extension", {
      happenedOn: "2022-01-09",
      dueBackOn: "2022-01-15",
      note: "车票改签",
    });
    expect(latest(extended.body)).toMatchObject({ standing: "away", dueBackOn: "2022-01-15", daysOver: 0 });
    expect(await reasonOf(world.people.atA)).toBe("on_leave");

    on("2022-01-18");
    const returned = await step("caseworkerA", id, "return", { happenedOn: "2022-01-18" });
    expect(latest(returned.body)).toMatchObject({
      standing: "returned",
      returnedOn: "2022-01-18",
      daysAway: 16,
      daysOver: 2,
    });
    expect(await reasonOf(world.people.atA)).toBe("under_supervision");
    expect((await step("caseworkerA", id, "return", { happenedOn: "2022-01-18" })).body).toMatchObject({
      code: "wrong_state",
      detail: "已经销假",
    });
    const trail = await auditOf(world, "leaves.report", world.people.atA);
    expect(trail.map(({ change }) => (change as { created: boolean }).created)).toEqual([true, false]);
  });

  it("counts as overdue in the control rate once its last day is over", async () => {
    const id = newId();
    await report("caseworkerA", { id });
    on("2022-01-11");
    await step("caseworkerA", id, "extension", {
      happenedOn: "2022-01-11",
      dueBackOn: "2022-01-12",
      note: "车票改签",
    });
    on("2022-01-13");
    await write(world, (tx) =>
      projectRegister(tx, [world.people.atA], {
        law: world.services.law,
        today: world.services.clock.today(),
      }),
    );
    expect(await reasonOf(world.people.atA)).toBe("leave_overdue");
    const list = await world.call("caseworkerA", { url: "/api/v1/leaves?queue=overdue" });
    expect(list.json<List>().rows).toMatchObject([{ id, standing: "overdue", daysOver: 1 }]);
  });

  it("that nobody was told of is unauthorised from its first day", async () => {
    const body = {
      id: newId(),
      leftOn: "2021-12-28",
      reason: "村干部反映已外出",
      destination: null,
      note: null,
    };
    const url = `/enrollees/${world.people.atA}/absences`;
    const { status, body: answer } = await send(world, "caseworkerA", "POST", url, body);
    expect(status).toBe(200);
    expect(latest(answer)).toMatchObject({ kind: "unreported", standing: "gone", daysOver: 4 });
    expect(fileOf(answer).totals).toMatchObject({
      departures: 1,
      departuresFrom: 3,
      unauthorisedDays: 4,
      unauthorisedDaysFrom: 31,
    });
    expect(fileOf(answer).rule).toMatchObject({ citation: "《戒毒条例》第二十条" });
    expect(await reasonOf(world.people.atA)).toBe("leave_overdue");
    const twice = await send(world, "caseworkerA", "POST", url, { ...body, id: newId() });
    expect(twice.body).toMatchObject({ code: "wrong_state" });
    expect(
      (await step("caseworkerA", body.id, "extension", { dueBackOn: "2022-02-01", note: "补假" })).body,
    ).toMatchObject({
      code: "wrong_state",
      detail: "擅自离开的不办理续假",
    });
  });

  it.each([
    [{ requestedOn: "2022-01-01" }, "/requestedOn", "日期不能晚于今天"],
    [
      { leftOn: "2021-12-30" },
      "/leftOn",
      "报告应在外出之前；已经离开的，先登记擅自离开，补报之日起再登记外出",
    ],
    [{ dueBackOn: "2022-01-01" }, "/dueBackOn", "返回日期不能早于外出日期"],
    [{ destination: " " }, "/destination", "请填写目的地"],
  ])("with %j is refused at its field", async (more, pointer, detail) => {
    expect((await report("caseworkerA", more)).body).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer, detail }],
    });
  });

  it("does not overlap another, unless that one was never taken", async () => {
    const first = newId();
    await report("caseworkerA", { id: first });
    const second = { leftOn: "2022-01-10", dueBackOn: "2022-01-20" };
    expect((await report("caseworkerA", second)).body).toMatchObject({ code: "wrong_state" });
    expect((await step("caseworkerA", first, "cancellation", { note: "面试取消" })).status).toBe(200);
    expect((await report("caseworkerA", second)).status).toBe(200);
  });

  it("is annulled with a reason and stays in the ledger", async () => {
    const id = newId();
    await report("caseworkerA", { id });
    const { body } = await send(world, "caseworkerA", "POST", `/leaves/${id}/annulment`, {
      reason: "登记错人",
    });
    expect(fileOf(body).leaves.find((each) => each.id === id)).toMatchObject({ annulled: "登记错人" });
    const extension = { dueBackOn: "2022-02-01", note: "续假" };
    expect((await step("caseworkerA", id, "extension", extension)).body).toMatchObject({
      code: "wrong_state",
      detail: "这条记录已经撤销",
    });
  });

  it("of another station's person is not found", async () => {
    const id = newId();
    await report("caseworkerA", { id });
    expect((await report("caseworkerB")).status).toBe(404);
    expect((await step("caseworkerB", id, "return")).status).toBe(404);
    const url = `/api/v1/enrollees/${world.people.atA}/leaves`;
    expect((await world.call("caseworkerB", { url })).statusCode).toBe(404);
    expect((await world.call("supervisor", { url })).statusCode).toBe(200);
  });
});

describe("a decision about a leave", () => {
  it("is not asked for where a report is enough", async () => {
    const id = newId();
    await report("caseworkerA", { id });
    const refused = await step("supervisor", id, "decision", { decision: "approved" });
    expect(refused.body).toMatchObject({ code: "wrong_state", detail: "本县不要求审批，或者已经批复" });
  });

  it("is another person's, wants a reason when it refuses, and stands once", async () => {
    const before = lawNow(world.services.law);
    decideFrom(7);
    const id = newId();
    expect(latest((await report("caseworkerA", { id })).body)).toMatchObject({ standing: "to_decide" });
    expect(
      (await step("caseworkerA", id, "extension", { dueBackOn: "2022-02-01", note: "续" })).body,
    ).toMatchObject({
      detail: "还没有批复",
    });
    const bare = await step("supervisor", id, "decision", { decision: "refused" });
    expect(bare.body).toMatchObject({ errors: [{ pointer: "/note", detail: "不批准的，请写明理由" }] });
    const approved = await step("supervisor", id, "decision", { decision: "approved" });
    expect(latest(approved.body)).toMatchObject({
      standing: "planned",
      steps: [{ kind: "approved", by: "甲一" }],
    });
    expect((await step("supervisor", id, "decision", { decision: "approved" })).status).toBe(409);
    (world.services.law as CountyLaw).replace(before);
  });
});

describe("the lists", () => {
  it("count what they list, for each who may see it", async () => {
    await report("caseworkerA", { leftOn: "2021-12-31" });
    for (const caller of ["caseworkerA", "caseworkerB", "supervisor"] as const) {
      for (const queue of ["to_decide", "planned", "away", "overdue"]) {
        const { rows, counts } = (
          await world.call(caller, { url: `/api/v1/leaves?queue=${queue}` })
        ).json<List>();
        expect(counts.find((each) => each.queue === queue)?.count).toBe(rows.length);
      }
    }
    const away = (await world.call("supervisor", { url: "/api/v1/leaves?queue=away" })).json<List>();
    expect(away.rows).toMatchObject([{ maskedName: "曾**", stationName: "甲中心站", standing: "away" }]);
  });
});
