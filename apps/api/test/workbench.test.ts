import { plainDate } from "@rehab/domain/time/plain-date";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { DutyRow, WorkbenchCounts, workbenchEndpoints } from "@rehab/schema/workbench";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { auditOf, handOver, send, write } from "./intake-world.ts";

type Page = ResponseOf<typeof workbenchEndpoints.list>;
type Sheet = ResponseOf<typeof workbenchEndpoints.sheet>;

let world: AppWorld;
let goalId: string;

beforeAll(async () => {
  world = await createAppWorld();
  await handOver(world);
  goalId = newId();
  await write(world, async (tx) => {
    const cases = await tx.select().from(tables.caseRecord);
    const ofPerson = (id: string) => {
      const record = cases.find(({ enrolleeId }) => enrolleeId === id);
      if (record === undefined) throw new Error("the person has no case");
      const { countyCode, stationId, enrolleeId } = record;
      return { countyCode, stationId, enrolleeId, caseId: record.id };
    };
    const { atA, atB } = world.people;
    await insertRows(tx, tables.planGoal, [
      {
        id: goalId,
        ...ofPerson(atA),
        goal: "就业",
        responsible: "甲一",
        setOn: plainDate("2021-06-10"),
        dueOn: plainDate("2021-12-31"),
      },
    ]);
    await insertRows(tx, tables.caseDocument, [
      { id: newId(), ...ofPerson(atB), kind: "admonition", issuedOn: plainDate("2021-12-29") },
    ]);
    await projectRegister(tx, [atA, atB], {
      law: world.services.law,
      today: world.services.clock.today(),
    });
  });
});
afterAll(() => world.close());

async function counts(caller: Caller): Promise<WorkbenchCounts> {
  const answer = await world.call(caller, { url: "/api/v1/workbench/counts" });
  expect(answer.statusCode).toBe(200);
  return answer.json<WorkbenchCounts>();
}

async function list(caller: Caller, search: string): Promise<Page> {
  const answer = await world.call(caller, { url: `/api/v1/workbench?${search}` });
  expect(answer.statusCode).toBe(200);
  return answer.json<Page>();
}

async function pagesOf(caller: Caller, search: string): Promise<DutyRow[]> {
  const rows: DutyRow[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: Page = await list(caller, `${search}&limit=2${cursor && `&cursor=${cursor}`}`);
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows;
}

describe("the queues", () => {
  it.each(["caseworkerA", "caseworkerB", "supervisor"] as const)(
    "of %s count what they list",
    async (caller) => {
      const { queues } = await counts(caller);
      for (const { queue, count } of queues) {
        const rows = await pagesOf(caller, `queue=${queue}`);
        expect([queue, rows.length]).toEqual([queue, count]);
        expect(new Set(rows.map((row) => `${row.enrolleeId} ${row.kind} ${row.subject}`)).size).toBe(count);
      }
    },
  );

  it("of the stations add up to the county's", async () => {
    const { queues, stations } = await counts("supervisor");
    expect(stations.map(({ name }) => name)).toEqual(["甲中心站", "乙中心站"]);
    for (const { queue, count } of queues) {
      const sum = stations.reduce(
        (total, each) => total + (each.queues.find((of) => of.queue === queue)?.count ?? 0),
        0,
      );
      expect(sum).toBe(count);
    }
    expect((await counts("caseworkerA")).stations.map(({ name }) => name)).toEqual(["甲中心站"]);
  });

  it("name who, what, by which rule and until when, masked", async () => {
    const [goal] = (await list("caseworkerA", "queue=due&kind=goal")).rows;
    expect(goal).toMatchObject({
      enrolleeId: world.people.atA,
      maskedName: "曾**",
      subject: goalId,
      dueOn: "2021-12-31",
      daysOver: 0,
      citation: "《本县工作口径》",
      snoozeObstacle: null,
      caseworkerName: "甲一",
    });
  });

  it("hold what waits for its service", async () => {
    const served = await list("supervisor", "queue=service");
    expect(served.rows.map(({ enrolleeId, kind }) => [enrolleeId, kind])).toEqual([
      [world.people.atB, "service"],
    ]);
  });

  it("show another station nothing", async () => {
    const asked = await list("caseworkerB", `queue=due&stationId=${world.stations.a}`);
    expect(asked).toMatchObject({ rows: [], total: { count: 0 } });
  });
});

describe("putting off", () => {
  const ofGoal = () => ({ enrolleeId: world.people.atA, kind: "goal", subject: goalId });
  const snooze = (caller: Caller, more: Record<string, unknown>) =>
    send(world, caller, "POST", "/workbench/snoozes", {
      id: newId(),
      ...ofGoal(),
      until: "2022-01-10",
      reason: "本人住院",
      ...more,
    });

  it("a deadline of the office takes it out of its queue until the day, and leaves a trace", async () => {
    const before = await counts("caseworkerA");
    const id = newId();
    expect((await snooze("caseworkerA", { id })).status).toBe(200);
    expect((await snooze("caseworkerA", { id })).status).toBe(200);
    const countOf = (all: WorkbenchCounts, queue: string) =>
      all.queues.find((each) => each.queue === queue)?.count;
    const after = await counts("caseworkerA");
    expect(countOf(after, "due")).toBe((countOf(before, "due") ?? 0) - 1);
    expect(countOf(after, "snoozed")).toBe(1);
    const entries = await auditOf(world, "workbench.snooze", world.people.atA);
    expect(entries.map(({ change }) => (change as { created: boolean }).created)).toEqual([true, false]);
    expect(entries[0]?.reason).toBe("本人住院");

    const woken = await send(world, "caseworkerA", "POST", "/workbench/wakes", {
      ...ofGoal(),
      reason: "已出院",
    });
    expect(woken).toMatchObject({ status: 200, body: { woken: true } });
    expect(countOf(await counts("caseworkerA"), "due")).toBe(countOf(before, "due"));
  });

  it("a deadline of the law is refused", async () => {
    await write(world, (tx) => tx.update(tables.duty).set({ snoozable: false }));
    const refused = await snooze("caseworkerA", {});
    expect(refused).toMatchObject({ status: 409, body: { code: "wrong_state", detail: "法定期限不能延后" } });
    const { rows } = await list("caseworkerA", "queue=due&kind=goal");
    expect(rows[0]?.snoozeObstacle).toBe("法定期限不能延后");
    await write(world, (tx) =>
      projectRegister(tx, Object.values(world.people), {
        law: world.services.law,
        today: world.services.clock.today(),
      }),
    );
  });

  it.each([
    [{ until: "2021-12-31" }, "应晚于今天"],
    [{ until: "2022-01-31" }, "最多延后30日"],
    [{ reason: " " }, "请写明延后的理由"],
  ])("with %j is refused at its field", async (more, detail) => {
    const refused = await snooze("caseworkerA", more);
    expect(refused).toMatchObject({ status: 400, body: { code: "invalid_input", errors: [{ detail }] } });
  });

  it("is not found for another station's person, or for nothing to do", async () => {
    expect((await snooze("caseworkerB", {})).status).toBe(404);
    expect((await snooze("caseworkerA", { subject: "nothing" })).status).toBe(404);
    expect((await snooze("supervisor", {})).status).toBe(403);
  });
});

describe("the sheet to take along", () => {
  const sheet = (caller: Caller, more: Record<string, unknown> = {}) =>
    send(world, caller, "POST", "/workbench/sheet", {
      until: "2022-01-07",
      kinds: ["goal", "visit", "urine_test", "service"],
      stationId: null,
      purpose: "周一入户",
      ...more,
    });

  it("holds whole names of the own station, and its purpose is on record", async () => {
    const { status, body } = await sheet("caseworkerA");
    expect(status).toBe(200);
    const { people } = body as unknown as Sheet;
    expect(people.every(({ stationName }) => stationName === "甲中心站")).toBe(true);
    expect(people.find(({ enrolleeId }) => enrolleeId === world.people.atA)).toMatchObject({
      name: "曾小明",
      phone: "13900000001",
      duties: expect.arrayContaining([
        { kind: "goal", dueOn: "2021-12-31", overdue: false, citation: "《本县工作口径》" },
      ]) as unknown,
    });
    const trail = await write(world, (tx) => tx.select().from(tables.auditEntry));
    expect(trail.filter(({ action }) => action === "workbench.sheet")).toMatchObject([
      { reason: "周一入户", change: { people: people.length } },
    ]);
  });

  it("asks for a purpose and for kinds", async () => {
    expect((await sheet("caseworkerA", { purpose: "" })).status).toBe(400);
    expect((await sheet("caseworkerA", { kinds: [] })).status).toBe(400);
  });
});
