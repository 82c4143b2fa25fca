import { plainDate } from "@rehab/domain/time/plain-date";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import type { Problem } from "@rehab/schema/problem";
import type { Transfer } from "@rehab/schema/transfers";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { allMaterials, transferCalls } from "./transfer-calls.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const { read, post, ofPerson, list, fileOf, request, within, transferOf, send, stepOf, auditOf, eventsOf } =
  transferCalls(() => world);

describe("out of the county", () => {
  it("goes from the request to the receipt, which alone ends the case here", async () => {
    const { atA } = world.people;
    const asked = transferOf(await request("caseworkerA"));
    expect(asked).toMatchObject({
      state: "requested",
      caseState: "transfer_out",
      missing: allMaterials.slice(1),
      version: 1,
    });
    expect(stepOf(asked, "send")).toEqual({ step: "send", allowed: false, reason: "材料不齐，还缺 5 项" });
    expect(stepOf(asked, "receive")).toMatchObject({ allowed: false, reason: "材料还没有转送" });

    const short = await send("caseworkerA", asked, { materials: ["request"] });
    expect(short.json<Problem>()).toMatchObject({ code: "wrong_state", detail: "材料不齐，还缺 5 项" });
    const sent = transferOf(await send("caseworkerA", asked));
    expect(sent).toMatchObject({ state: "sent", missing: [], waitingDays: 28, isLate: true, version: 2 });
    expect((await fileOf("caseworkerA", atA)).json<EnrolleeFile>().cases[0]).toMatchObject({
      state: "transfer_out",
      controlReason: "in_transfer",
      controlled: true,
      endedOn: null,
    });

    const receipt = {
      version: 2,
      receiptOn: "2021-12-20",
      receiptNumber: "邻回〔2021〕2号",
      receivedBy: "城关镇 周某",
    };
    const closed = transferOf(await post("caseworkerA", `/transfers/${sent.id}/receipt`, receipt));
    expect(closed).toMatchObject({ state: "received", waitingDays: null, isLate: false, version: 3 });
    expect(closed.steps.every(({ allowed }) => !allowed)).toBe(true);
    expect((await fileOf("caseworkerA", atA)).json<EnrolleeFile>().cases[0]).toMatchObject({
      state: "transferred",
      endedOn: "2021-12-20",
      controlReason: null,
    });
    expect((await eventsOf(sent.caseId)).slice(2)).toEqual([
      "transfer_started 2021-12-01",
      "transfer_sent 2021-12-03",
      "transferred_out 2021-12-20",
    ]);
    for (const action of ["transfers.request", "transfers.send", "transfers.recordReceipt"]) {
      const entries = (await auditOf(action)).filter(({ outcome }) => outcome === "done");
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({ subjectId: sent.id, change: { enrolleeId: atA } });
      expect(JSON.stringify(entries)).not.toMatch(/曾小明|邻县|迁居/u);
    }
  });

  it("is asked for once: a resend answers the same, a second request says why not", async () => {
    const id = newId();
    const first = await request("caseworkerA", { id });
    const again = await request("caseworkerA", { id });
    expect(transferOf(again)).toEqual(transferOf(first));
    expect(
      (await eventsOf(transferOf(first).caseId)).filter((event) => event.startsWith("transfer")),
    ).toHaveLength(1);
    const second = await request("caseworkerA");
    expect(second.json<Problem>()).toMatchObject({ code: "wrong_state", detail: "已经在办理变更执行地" });
    expect((await ofPerson("caseworkerA", world.people.atA)).present?.whyNot).toBe("已经在办理变更执行地");
  });

  it("takes no stale version, no day out of order and none to come", async () => {
    const asked = transferOf(await request("caseworkerA"));
    expect((await send("caseworkerA", asked, { version: 9 })).json<Problem>().code).toBe("stale_version");
    const errorsOf = async (sentOn: string) =>
      (await send("caseworkerA", asked, { sentOn })).json<Problem>().errors;
    expect(await errorsOf("2021-11-30")).toEqual([{ pointer: "/sentOn", detail: "转送日期早于申请日期" }]);
    expect(await errorsOf("2022-01-01")).toEqual([{ pointer: "/sentOn", detail: "日期不能晚于今天" }]);
    const sent = transferOf(await send("caseworkerA", asked));
    const receipt = { version: 2, receiptOn: "2021-12-02", receiptNumber: "1", receivedBy: "某" };
    expect(
      (await post("supervisor", `/transfers/${sent.id}/receipt`, receipt)).json<Problem>().errors,
    ).toEqual([{ pointer: "/receiptOn", detail: "回执日期早于转送日期" }]);
    const early = await request("caseworkerA", { requestedOn: "2021-06-02" });
    expect(early.json<Problem>().code).toBe("wrong_state");
    expect((await request("caseworkerA", { otherPlace: "" })).json<Problem>().code).toBe("invalid_input");
  });

  it("is called off with a reason, and the measure goes on", async () => {
    const asked = transferOf(await request("caseworkerA"));
    const cancelled = await post("caseworkerA", `/transfers/${asked.id}/cancellation`, {
      version: 1,
      cancelledOn: "2021-12-05",
      reason: "本人不再迁居",
    });
    expect(transferOf(cancelled)).toMatchObject({ state: "cancelled", caseState: "active" });
    expect((await ofPerson("caseworkerA", world.people.atA)).present?.whyNot).toBeNull();
    expect((await request("caseworkerA", { requestedOn: "2021-12-06" })).statusCode).toBe(200);
  });
});

describe("within the county", () => {
  async function sentToB(): Promise<Transfer> {
    const asked = transferOf(await request("caseworkerA", within()));
    return transferOf(await send("supervisor", asked));
  }

  it("moves the whole file to the receiving station, which takes it over", async () => {
    const { atA } = world.people;
    const asked = transferOf(await request("caseworkerA", within()));
    expect(asked).toMatchObject({ otherPlace: "乙中心站", toStationName: "乙中心站" });
    const { db, county } = world.services;
    await db.write({ countyCode: county.code, people: systemActor.scope }, (tx) =>
      tx
        .update(tables.caseRecord)
        .set({ handedOffOn: plainDate("2021-06-02") })
        .where(eq(tables.caseRecord.id, asked.caseId)),
    );
    expect((await send("caseworkerA", asked)).json<Problem>().code).toBe("forbidden");
    expect((await fileOf("caseworkerB", atA)).statusCode).toBe(404);

    const before = (await fileOf("supervisor", atA)).json<EnrolleeFile>();
    const sent = transferOf(await send("supervisor", asked));
    expect(sent).toMatchObject({ state: "sent", stationId: world.stations.b, caseState: "transfer_out" });

    expect((await fileOf("caseworkerA", atA)).statusCode).toBe(404);
    expect((await list("caseworkerA")).transfers).toEqual([]);
    const search = (caller: Caller) => post(caller, "/enrollees/search", { q: "曾小明" });
    expect((await search("caseworkerA")).json()).toMatchObject({ total: { count: 0 } });
    expect((await search("caseworkerB")).json()).toMatchObject({ total: { count: 1 } });
    const after = (await fileOf("caseworkerB", atA)).json<EnrolleeFile>();
    expect(after).toMatchObject({
      stationId: world.stations.b,
      caseworkerName: "乙一",
      counts: before.counts,
    });
    expect(after.cases[0]?.term).toEqual(before.cases[0]?.term);
    const timeline = await world.call("caseworkerB", { url: `/api/v1/enrollees/${atA}/timeline` });
    expect(timeline.json<{ rows: unknown[] }>().rows.length).toBeGreaterThan(6);
    const entryOf = async () =>
      (
        await read((tx) =>
          tx.select().from(tables.registerEntry).where(eq(tables.registerEntry.enrolleeId, atA)),
        )
      )[0];
    expect(await entryOf()).toMatchObject({
      stationId: world.stations.b,
      handoffState: "assigned",
      intakeRung: "acknowledged",
      controlReason: "in_transfer",
    });

    const taken = await post("caseworkerB", `/transfers/${sent.id}/acknowledgement`, {
      version: sent.version,
      acknowledgedOn: "2021-12-06",
    });
    expect(transferOf(taken)).toMatchObject({
      state: "received",
      receiptOn: "2021-12-06",
      caseState: "overdue_report",
      reportDueOn: "2021-12-21",
    });
    expect(await entryOf()).toMatchObject({
      handoffState: "acknowledged",
      intakeRung: "reported",
      intakeDueOn: "2021-12-21",
      state: "overdue_report",
      controlReason: "not_reported",
    });
    expect((await fileOf("caseworkerB", atA)).json<EnrolleeFile>().cases[0]).toMatchObject({
      agreementSignedOn: null,
      term: before.cases[0]?.term,
    });
  });

  it("is answered by the receiving station alone", async () => {
    const sent = await sentToB();
    const answer = { version: sent.version, acknowledgedOn: "2021-12-06" };
    const at = `/transfers/${sent.id}/acknowledgement`;
    expect((await post("caseworkerA", at, answer)).statusCode).toBe(404);
    expect((await post("supervisor", at, answer)).statusCode).toBe(403);
    const early = await post("caseworkerB", at, { ...answer, acknowledgedOn: "2021-12-02" });
    expect(early.json<Problem>().errors).toEqual([
      { pointer: "/acknowledgedOn", detail: "接收日期早于转送日期" },
    ]);
    const receipt = { version: sent.version, receiptOn: "2021-12-06", receiptNumber: "1", receivedBy: "某" };
    expect(
      (await post("supervisor", `/transfers/${sent.id}/receipt`, receipt)).json<Problem>(),
    ).toMatchObject({
      code: "wrong_state",
      detail: "县内变更由接收工作站接收后完成",
    });
  });

  it("goes back to the old station and caseworker once the receiving one returned it", async () => {
    const { atA } = world.people;
    const sent = await sentToB();
    const cancel = (caller: Caller, version: number) =>
      post(caller, `/transfers/${sent.id}/cancellation`, {
        version,
        cancelledOn: "2021-12-09",
        reason: "接收站退回",
      });
    expect((await cancel("supervisor", sent.version)).json<Problem>()).toMatchObject({ code: "wrong_state" });
    const returned = transferOf(
      await post("caseworkerB", `/transfers/${sent.id}/return`, {
        version: sent.version,
        returnedOn: "2021-12-08",
        reason: "本人不在辖区居住",
      }),
    );
    expect(returned).toMatchObject({ state: "sent", returnedReason: "本人不在辖区居住" });
    expect(stepOf(returned, "acknowledge")).toMatchObject({ allowed: false });
    expect(stepOf(returned, "cancel")).toMatchObject({
      allowed: false,
      reason: "已送到接收工作站，由局里撤销",
    });
    expect((await cancel("caseworkerB", returned.version)).json<Problem>().code).toBe("forbidden");

    expect(transferOf(await cancel("supervisor", returned.version))).toMatchObject({
      state: "cancelled",
      stationId: world.stations.a,
    });
    expect((await fileOf("caseworkerB", atA)).statusCode).toBe(404);
    expect((await fileOf("caseworkerA", atA)).json<EnrolleeFile>()).toMatchObject({
      stationId: world.stations.a,
      caseworkerName: "甲一",
      cases: [{ state: "active", agreementSignedOn: "2021-06-04" }],
    });
    const [entry] = await read((tx) =>
      tx.select().from(tables.registerEntry).where(eq(tables.registerEntry.enrolleeId, atA)),
    );
    expect(entry).toMatchObject({ handoffState: "acknowledged", controlReason: "under_supervision" });
  });

  it("names another station with somebody to take the person on", async () => {
    const same = await request("caseworkerA", { ...within(), toStationId: world.stations.a });
    expect(same.json<Problem>().errors).toEqual([
      { pointer: "/toStationId", detail: "案件已经在这个工作站" },
    ]);
    expect((await request("caseworkerA", { ...within(), toStationId: null })).json<Problem>().code).toBe(
      "invalid_input",
    );
    const { db, county } = world.services;
    await db.write({ countyCode: county.code, people: systemActor.scope }, (tx) =>
      tx.update(tables.staffMember).set({ active: false }).where(eq(tables.staffMember.id, world.staff.b)),
    );
    const asked = transferOf(await request("caseworkerA", within()));
    expect((await send("supervisor", asked)).json<Problem>()).toMatchObject({
      code: "wrong_state",
      detail: "接收的工作站还没有登记工作人员，无人可以负责此人",
    });
    expect((await fileOf("caseworkerA", world.people.atA)).statusCode).toBe(200);
  });
});
