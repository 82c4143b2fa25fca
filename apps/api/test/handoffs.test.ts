import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { checkOwners } from "../src/modules/staff/check-owners.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { auditOf, handOver, send, write } from "./intake-world.ts";
import type { HandedOver } from "./intake-world.ts";
import { savedAt } from "./saved-at.ts";

let world: AppWorld;
let person: HandedOver;
const townships = { a: newId(), b: newId() };
const second = newId();

beforeAll(async () => {
  world = await createAppWorld();
  const countyCode = world.services.county.code;
  await write(world, async (tx) => {
    await insertRows(tx, tables.township, [
      { id: townships.a, countyCode, name: "甲镇", stationId: world.stations.a },
      { id: townships.b, countyCode, name: "乙镇", stationId: world.stations.b },
    ]);
    await insertRows(tx, tables.staffMember, [
      { id: second, countyCode, name: "乙二", post: "专干", stationId: world.stations.b, position: 3 },
    ]);
  });
});
beforeEach(async () => {
  person = await handOver(world, { township: townships.a });
});
afterAll(() => world.close());

interface Listed {
  readonly rows: readonly { caseId: string; handoffState: string; intakeRung: string; dueOn: string }[];
  readonly total: { count: number };
  readonly nextCursor: string | null;
}

const list = async (caller: Caller, search = "") =>
  (await send(world, caller, "GET", `/handoffs${search}`)).body as unknown as Listed;
const file = async (caller: Caller, caseId = person.caseId) =>
  send(world, caller, "GET", `/handoffs/${caseId}`);
const post = (caller: Caller, child: string, payload: Record<string, unknown>, caseId = person.caseId) =>
  send(world, caller, "POST", `/handoffs/${caseId}/${child}`, payload);
const versionOf = async () => (await file("supervisor")).body["enrolleeVersion"] as number;

const assignment = async (changes: Record<string, unknown> = {}) => ({
  id: newId(),
  version: await versionOf(),
  stationId: world.stations.b,
  townshipId: townships.b,
  caseworkerId: null,
  note: null,
  ...changes,
});

describe("the queues", () => {
  it("count what they list, page by page, for each who may see it", async () => {
    for (const caller of ["supervisor", "caseworkerA", "caseworkerB"] as const) {
      const counts = (await send(world, caller, "GET", "/handoffs/counts")).body["queues"] as {
        queue: string;
        count: number;
        overdue: number;
      }[];
      expect(counts.length).toBeGreaterThan(8);
      for (const { queue, count, overdue } of counts) {
        const all = await list(caller, `?queue=${queue}`);
        const late = await list(caller, `?queue=${queue}&overdue=true`);
        const listed = { queue, rows: all.rows.length, count: all.total.count, overdue: late.total.count };
        expect(listed).toEqual({ queue, rows: count, count, overdue });
      }
    }
    const ids: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: Listed = await list("supervisor", `?limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`);
      ids.push(...page.rows.map(({ caseId }) => caseId));
      cursor = page.nextCursor;
    }
    const whole = await list("supervisor");
    expect(ids).toEqual(whole.rows.map(({ caseId }) => caseId));
    expect(whole.total.count).toBe(ids.length);
  });

  it("show a case that waits for its station, with the day that is over", async () => {
    // three working days after Thursday the 23rd
    const rows = (await list("caseworkerA", "?queue=to_acknowledge&overdue=true")).rows;
    expect(rows.find(({ caseId }) => caseId === person.caseId)).toMatchObject({
      handoffState: "assigned",
      intakeRung: "acknowledged",
      dueOn: "2021-12-28",
    });
    expect((await list("caseworkerB", "?queue=to_acknowledge")).rows).toEqual([]);
  });

  it("find whoever is in the hands of somebody who left", async () => {
    const left = newId();
    const countyCode = world.services.county.code;
    await write(world, async (tx) => {
      await insertRows(tx, tables.staffMember, [
        {
          id: left,
          countyCode,
          name: "甲离",
          post: "专干",
          stationId: world.stations.a,
          position: 9,
          active: false,
        },
      ]);
      await tx
        .update(tables.enrollee)
        .set({ caseworkerId: left })
        .where(eq(tables.enrollee.id, person.enrolleeId));
    });
    const unfit = await list("supervisor", "?queue=owner_unfit");
    expect(unfit.rows.map(({ caseId }) => caseId)).toEqual([person.caseId]);
    expect(await checkOwners(world.services, systemActor, undefined)).toBe(1);
    expect((await file("supervisor")).body["warnings"]).toContain("owner_unfit");
    const given = await send(world, "supervisor", "PUT", `/enrollees/${person.enrolleeId}/caseworker`, {
      version: await versionOf(),
      caseworkerId: world.staff.a,
    });
    expect(given.body).toMatchObject({ caseworkerName: "甲一" });
    expect((await list("supervisor", "?queue=owner_unfit")).total.count).toBe(0);
  });

  it("leave nobody without an owner: the database refuses", async () => {
    const drop = write(world, (tx) =>
      tx.update(tables.enrollee).set({ caseworkerId: null }).where(eq(tables.enrollee.id, person.enrolleeId)),
    );
    await expect(drop).rejects.toMatchObject({ cause: { constraint: "enrollee_owner" } });
  });
});

describe("one hand-off", () => {
  it("shows order, papers, ladder, warnings and what can be done, by role", async () => {
    const { body } = await file("caseworkerA");
    expect(body).toMatchObject({
      maskedName: "周**",
      provisional: true,
      handoffState: "assigned",
      record: { version: 1, papers: ["order_copy"] },
      missingPapers: ["service_receipt", "handoff_form"],
      legalTerm: null,
      warnings: ["provisional", "papers_missing"],
    });
    const ladder = body["ladder"] as { code: string; state: string; dueOn: string; citation: string }[];
    expect(ladder.find(({ code }) => code === "reported")).toMatchObject({
      state: "due",
      dueOn: "2022-01-04",
      citation: "《戒毒条例》第十四条",
    });
    const allowed = async (caller: Caller) =>
      ((await file(caller)).body["actions"] as { action: string; allowed: boolean }[])
        .filter((each) => each.allowed)
        .map(({ action }) => action);
    expect(await allowed("caseworkerA")).toEqual([
      "acknowledge",
      "return_to_bureau",
      "report_in",
      "update",
      "complete_identity",
      "assign_caseworker",
    ]);
    expect(await allowed("supervisor")).toEqual([
      "assign",
      "return_to_police",
      "update",
      "complete_identity",
      "assign_caseworker",
    ]);
  });

  it("is not found for another station, whatever is asked of it", async () => {
    expect((await file("caseworkerB")).body.code).toBe("not_found");
    const answers = [
      await post("caseworkerB", "acknowledgement", { id: newId(), note: null }),
      await post("caseworkerB", "bureau-return", { id: newId(), reason: "不属本站" }),
      await send(world, "caseworkerB", "PUT", `/enrollees/${person.enrolleeId}/caseworker`, {
        version: 1,
        caseworkerId: world.staff.b,
      }),
      await send(world, "caseworkerB", "POST", `/enrollees/${person.enrolleeId}/identity/check`, {
        idNumber: "430624190001010010",
      }),
    ];
    for (const { body } of answers) expect(body.code).toBe("not_found");
  });

  it("keeps the printed term beside the one that counts, and refuses a stale version", async () => {
    const update = (version: number, caller: "adminSupervisor" | "caseworkerA" = "caseworkerA") =>
      send(world, caller, "PUT", `/handoffs/${person.caseId}`, {
        version,
        papers: ["order_copy", "service_receipt", "handoff_form"],
        condition: "in_custody",
        policeOfficer: "民警甲",
        isolationCenter: null,
        isolationLeftOn: null,
        orderFromOn: "2021-12-20",
        orderToOn: "2024-12-19",
        note: null,
      });
    expect((await update(1)).body).toMatchObject({
      record: { version: 2, condition: "in_custody", orderFromOn: "2021-12-20" },
      missingPapers: [],
      termConflicts: [],
    });
    expect((await update(1)).body).toMatchObject({
      code: "stale_version",
      detail: expect.stringMatching(savedAt("您本人（另一个窗口）")),
    });
    expect((await update(1, "adminSupervisor")).body).toMatchObject({
      detail: expect.stringMatching(savedAt("甲中心站的工作人员")),
    });
    await send(world, "caseworkerA", "POST", `/cases/${person.caseId}/report-in`, {
      id: newId(),
      happenedOn: "2021-12-27",
      receivedBy: "甲一",
      identityShown: "户口簿",
      accompaniedBy: null,
      papersBrought: null,
      note: null,
    });
    expect((await file("caseworkerA")).body).toMatchObject({
      legalTerm: { startOn: "2021-12-27", endOn: "2024-12-26" },
      termConflicts: [
        { code: "starts_earlier", days: 7 },
        { code: "ends_earlier", days: 7 },
      ],
    });
  });

  it("gets a typed record where a register had the case already", async () => {
    const { atA } = world.people;
    const opened = await send(world, "caseworkerA", "GET", `/enrollees/${atA}`);
    const [present] = opened.body["cases"] as { id: string }[];
    const before = await file("caseworkerA", present?.id);
    expect(before.body).toMatchObject({ record: null, missingPapers: [] });
    const typed = await send(world, "caseworkerA", "PUT", `/handoffs/${present?.id}`, {
      version: 0,
      papers: [],
      condition: "in_community",
      policeOfficer: null,
      isolationCenter: null,
      isolationLeftOn: null,
      orderFromOn: null,
      orderToOn: null,
      note: null,
    });
    expect(typed.body).toMatchObject({ record: { source: "typed", version: 1 } });
  });
});

describe("assignment", () => {
  it("shows what stations and their staff carry", async () => {
    const { stations } = (await send(world, "supervisor", "GET", "/handoffs/loads")).body as unknown as {
      stations: { id: string; registered: number; overload: number; caseworkers: { caseload: number }[] }[];
    };
    const b = stations.find(({ id }) => id === world.stations.b);
    expect(b).toMatchObject({ registered: 1, overload: 0, townships: [{ name: "乙镇" }] });
    expect(b?.caseworkers.map(({ caseload }) => caseload)).toEqual([1, 0]);
    const own = (await send(world, "caseworkerA", "GET", "/handoffs/loads")).body as unknown as {
      stations: { id: string }[];
    };
    expect(own.stations.map(({ id }) => id)).toEqual([world.stations.a]);
  });

  it("goes back and forth: returned with a reason, assigned anew, acknowledged", async () => {
    const reason = "现居住地不在本站范围";
    const returned = await post("caseworkerA", "bureau-return", { id: newId(), reason });
    expect(returned.body).toMatchObject({ handoffState: "station_returned", stationId: world.stations.a });
    expect((await list("supervisor", "?queue=to_assign")).rows.map(({ caseId }) => caseId)).toEqual([
      person.caseId,
    ]);
    const again = await post("caseworkerA", "acknowledgement", { id: newId(), note: null });
    expect(again.body).toMatchObject({ code: "wrong_state", detail: "工作站已退回，等待司法局重新指派" });

    const body = await assignment();
    const moved = await post("supervisor", "assignment", body);
    expect(moved.body).toMatchObject({
      handoffState: "assigned",
      stationName: "乙中心站",
      townshipName: "乙镇",
      // nobody carries fewer than the second member of station B
      caseworkerName: "乙二",
    });
    const resent = await post("supervisor", "assignment", body);
    expect(resent.body["steps"]).toEqual(moved.body["steps"]);
    expect((await file("caseworkerA")).body.code).toBe("not_found");
    expect((await file("caseworkerB")).status).toBe(200);
    const taken = await post("caseworkerB", "acknowledgement", { id: newId(), note: "已电话联系" });
    expect(taken.body).toMatchObject({ handoffState: "acknowledged" });
    expect((await list("caseworkerB", "?queue=report_due")).rows.map(({ caseId }) => caseId)).toContain(
      person.caseId,
    );

    const [assigned] = await auditOf(world, "handoffs.reassign", person.enrolleeId);
    expect(assigned?.change).toMatchObject({ from: world.stations.a, to: world.stations.b, created: true });
    expect(await auditOf(world, "handoffs.returnToBureau", person.enrolleeId)).toHaveLength(1);
    expect(JSON.stringify(assigned)).not.toContain("周小凤");
  });

  it.each([
    ["/stationId", async () => assignment({ stationId: newId(), townshipId: null })],
    ["/caseworkerId", async () => assignment({ caseworkerId: world.staff.a })],
    ["/townshipId", async () => assignment({ townshipId: townships.a })],
  ])("refuses what does not fit together: %s", async (pointer, body) => {
    const refused = await post("supervisor", "assignment", await body());
    expect(refused.body).toMatchObject({ code: "invalid_input", errors: [{ pointer }] });
  });

  it("refuses a stale version and a caseworker's request", async () => {
    const stale = await post("supervisor", "assignment", await assignment({ version: 99 }));
    expect(stale.body.code).toBe("stale_version");
    expect((await post("caseworkerA", "assignment", await assignment())).body.code).toBe("forbidden");
    expect((await post("supervisor", "acknowledgement", { id: newId(), note: null })).body.code).toBe(
      "forbidden",
    );
  });

  it("keeps whoever has the person in hand when the same station is to take the case on after all", async () => {
    await post("caseworkerA", "bureau-return", { id: newId(), reason: "不属本站" });
    const back = await assignment({ stationId: world.stations.a, townshipId: null });
    expect((await post("supervisor", "assignment", back)).body).toMatchObject({
      handoffState: "assigned",
      caseworkerName: "甲一",
      townshipName: "甲镇",
    });
  });

  it("gives the case back to the police, which ends it", async () => {
    const payload = { id: newId(), happenedOn: "2021-12-30", reason: "户籍和居住地均不在本县" };
    const future = await post("supervisor", "police-return", { ...payload, happenedOn: "2022-01-01" });
    expect(future.body).toMatchObject({ code: "invalid_input", errors: [{ pointer: "/happenedOn" }] });
    const ended = await post("supervisor", "police-return", payload);
    expect(ended.body).toMatchObject({ state: "returned", handoffState: "returned_to_police" });
    expect((await post("supervisor", "police-return", payload)).status).toBe(200);
    expect((await post("supervisor", "police-return", { ...payload, id: newId() })).body).toMatchObject({
      code: "wrong_state",
      detail: "案件已经结束",
    });
    expect((await list("supervisor", "?queue=returned")).rows.map(({ caseId }) => caseId)).toContain(
      person.caseId,
    );
    expect((await list("supervisor")).rows.map(({ caseId }) => caseId)).not.toContain(person.caseId);
  });

  it("takes an id once", async () => {
    const id = newId();
    await post("caseworkerA", "acknowledgement", { id, note: null });
    const other = await handOver(world);
    const refused = await post("caseworkerA", "acknowledgement", { id, note: null }, other.caseId);
    expect(refused.body).toMatchObject({ code: "invalid_input", errors: [{ pointer: "/id" }] });
  });

  it("makes only active staff of the person's station responsible", async () => {
    const give = (version: number, caseworkerId: string) =>
      send(world, "caseworkerA", "PUT", `/enrollees/${person.enrolleeId}/caseworker`, {
        version,
        caseworkerId,
      });
    expect((await give(1, world.staff.b)).body.code).toBe("invalid_input");
    expect((await give(99, world.staff.a)).body.code).toBe("stale_version");
    expect((await give(1, world.staff.a)).status).toBe(200);
  });
});
