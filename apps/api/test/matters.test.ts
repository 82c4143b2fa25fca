import type { NoShowFile, NoShowRow } from "@rehab/schema/no-shows";
import { plainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import { createBreachWorld } from "./breach-world.ts";
import type { BreachWorld } from "./breach-world.ts";
import { fillPacket, paper, referral } from "./no-show-world.ts";

/** What the matters of a case do alike, where each had its own answer before. */
let county: BreachWorld;
beforeAll(async () => {
  county = await createBreachWorld();
});
afterAll(() => county.close());

const noShow = (id: string, path: string, payload: object, caller = "caseworkerA") =>
  county.call(caller, { method: "POST", url: `/api/v1/no-shows/${id}${path}`, payload });
const noShowFile = async (id: string) =>
  (await county.call("caseworkerA", { url: `/api/v1/no-shows/${id}` })).json<NoShowFile>();
const custody = (from: string) => ({ id: newId(), from, ground: "detained", proof: "拘留通知书1号" });

async function refer(id: string): Promise<void> {
  await fillPacket({ post: noShowPost }, id);
  const proposal = referral();
  await noShow(id, "/referral", proposal);
  const decided = await county.call("supervisor", {
    method: "POST",
    url: `/api/v1/approvals/${proposal.id}/decision`,
    payload: { version: 1, decision: "confirm", reason: "" },
  });
  expect(decided.statusCode).toBe(200);
}
const noShowPost = (caller: string, id: string, path: string, body: object) => noShow(id, path, body, caller);

async function write(id: string, rows: (fact: () => object) => readonly [object, object][]): Promise<void> {
  const { db, county: settings, law, clock } = county.world.services;
  await db.write({ countyCode: settings.code, people: systemActor.scope }, async (tx) => {
    const [record] = await tx.select().from(tables.caseRecord).where(eq(tables.caseRecord.enrolleeId, id));
    if (record === undefined) throw new Error("the person has no case");
    const { id: caseId, stationId } = record;
    const fact = () => ({ id: newId(), countyCode: settings.code, stationId, enrolleeId: id, caseId });
    for (const [table, row] of rows(fact)) await insertRows(tx, table as never, [row] as never);
    await projectRegister(tx, [id], { law, today: clock.today() });
  });
}

describe("the decision on 强制隔离戒毒 after a no-show", () => {
  it("goes on file with the answer of the police, and with it is annulled", async () => {
    const id = await county.insertPerson({});
    await refer(id);
    const answer = {
      id: newId(),
      answer: "isolation",
      happenedOn: "2021-12-31",
      number: "测公强戒决字〔2021〕8号",
      note: null,
    };
    const told = (await noShow(id, "/answers", answer)).json<NoShowFile>();
    expect(told.state).toBe("terminated");
    expect(told.documents.find(({ kind }) => kind === "isolation_order")).toMatchObject({
      number: answer.number,
      issuedOn: "2021-12-31",
      annulled: null,
    });
    const order = told.documents.find(({ kind }) => kind === "isolation_order");
    const alone = await noShow(id, "/annulments", { fact: "document", factId: order?.id, reason: "误录" });
    expect(alone.json()).toMatchObject({ code: "not_found" });

    const undone = await noShow(id, "/annulments", { fact: "event", factId: answer.id, reason: "登记错人" });
    const after = undone.json<NoShowFile>();
    expect(after.state).toBe("no_show_referred");
    expect(after.documents.find(({ kind }) => kind === "isolation_order")?.annulled).not.toBeNull();
  });
});

describe("an annulment", () => {
  it("of a time in custody takes its release with it, and a release can be taken back alone", async () => {
    const id = await county.insertPerson({});
    const annul = (factId: string) => noShow(id, "/annulments", { fact: "event", factId, reason: "误录" });
    const record = async () => {
      const stop = custody("2021-12-15");
      const end = { id: newId(), on: "2021-12-20", proof: "释放证明3号" };
      await noShow(id, "/custody", stop);
      await noShow(id, "/custody-end", end);
      return { stop, end };
    };
    const whole = await record();
    expect((await noShowFile(id)).custody).toMatchObject([{ releasedOn: "2021-12-20" }]);
    expect((await annul(whole.stop.id)).json()).toMatchObject({
      state: "overdue_report",
      custody: [{ annulled: { reason: "误录" } }],
    });
    // nothing of it is left that a new time in custody could stumble over
    const again = await record();
    expect((await annul(again.end.id)).json()).toMatchObject({ state: "suspended" });
    expect((await annul(again.stop.id)).json()).toMatchObject({ state: "overdue_report" });
  });

  it("takes back only papers of its own page: a notice that two people filed is none of a no-show", async () => {
    const id = await county.insertPerson({});
    const notice = newId();
    await write(id, (fact) => [
      [
        tables.caseDocument,
        { ...fact(), id: notice, kind: "release_notice", issuedOn: plainDate("2021-12-30") },
      ],
    ]);
    await noShow(id, "/documents", paper("no_show_warning"));
    const file = await noShowFile(id);
    expect(file.documents.map(({ kind }) => kind)).toEqual(["no_show_warning"]);
    const answer = await noShow(id, "/annulments", { fact: "document", factId: notice, reason: "误录" });
    expect(answer.json()).toMatchObject({ code: "not_found" });
    const list = await county.call("caseworkerA", { url: "/api/v1/no-shows?step=unserved" });
    const row = list.json<{ rows: NoShowRow[] }>().rows.find((each) => each.id === id);
    expect(row).toMatchObject({ unserved: 1 });
  });
});

describe("the queue of no-shows", () => {
  it("counts as proposed only the referrals that its rows show", async () => {
    const id = await county.insertPerson({});
    await write(id, (fact) => [
      [
        tables.approval,
        {
          ...fact(),
          kind: "termination",
          proposal: {},
          proposedAt: new Date(),
          proposedBy: newId(),
        },
      ],
    ]);
    const list = await county.call("caseworkerA", { url: "/api/v1/no-shows?step=proposed" });
    expect(list.json<{ rows: NoShowRow[] }>().rows.map((row) => row.id)).not.toContain(id);
  });
});

describe("the case that stands", () => {
  it("is the one before an order that was given back to the police, on every page", async () => {
    const id = await county.insertEnrolled();
    const { db, county: settings, law, clock } = county.world.services;
    const stationId = county.world.stations.a;
    const second = newId();
    await db.write({ countyCode: settings.code, people: systemActor.scope }, async (tx) => {
      const day = plainDate("2021-12-06");
      const fact = { countyCode: settings.code, stationId, enrolleeId: id };
      await insertRows(tx, tables.caseRecord, [
        {
          ...fact,
          id: second,
          sequence: 2,
          measure: "community_rehab",
          orderedOn: day,
          receivedOn: day,
          termMonths: 36,
        },
      ]);
      await insertRows(tx, tables.caseEvent, [
        {
          ...fact,
          id: newId(),
          caseId: second,
          kind: "returned_to_police",
          happenedOn: plainDate("2021-12-08"),
        },
      ]);
      await projectRegister(tx, [id], { law, today: clock.today() });
    });
    for (const page of [`breaches/${id}`, `case-states/${id}`, `enrollees/${id}/tests`, `no-shows/${id}`]) {
      const file = (await county.call("caseworkerA", { url: `/api/v1/${page}` })).json<{ measure: string }>();
      expect([page, file.measure]).toEqual([page, "community_detox"]);
    }
  });
});

describe("somebody who is caseworker of one station and supervisor", () => {
  it("records nothing about the people of another station", async () => {
    const { atB } = county.world.people;
    const absence = {
      id: newId(),
      leftOn: "2021-12-20",
      reason: "邻居反映",
      destination: null,
      note: null,
    };
    const help = {
      id: newId(),
      kind: "employment",
      happenedOn: "2021-12-20",
      helper: "甲一",
      content: "介绍岗位",
      outcome: "ongoing",
    };
    const post = (path: string, payload: object, caller = "both") =>
      county.call(caller, { method: "POST", url: `/api/v1/${path}`, payload });
    for (const [path, body] of [
      [`enrollees/${atB}/absences`, absence],
      [`enrollees/${atB}/help`, help],
    ] as const) {
      expect((await post(path, body)).json()).toMatchObject({ code: "forbidden" });
      expect((await post(path, body, "caseworkerB")).statusCode).toBe(200);
    }
    const [ofB] = await county.world.services.db.read(
      { countyCode: county.world.services.county.code, people: { kind: "county" } },
      (tx) => tx.select().from(tables.caseRecord).where(eq(tables.caseRecord.enrolleeId, atB)),
    );
    const seen = { happenedOn: "2021-12-20", note: null, givenBy: "甲一", number: null };
    const joins = { role: "cadre", name: "某人", organ: null, phone: null, fromOn: "2021-12-20" };
    for (const [path, body] of [
      ["notice", seen],
      ["team/members", joins],
    ] as const) {
      expect((await post(`cases/${ofB?.id}/${path}`, { id: newId(), ...body })).json()).toMatchObject({
        code: "forbidden",
      });
    }
    const back = { id: newId(), happenedOn: "2021-12-21", by: "甲一", note: null };
    expect((await post(`leaves/${absence.id}/return`, back)).json()).toMatchObject({ code: "forbidden" });
    const wrong = { reason: "误录" };
    expect((await post(`leaves/${absence.id}/annulment`, wrong)).json()).toMatchObject({ code: "forbidden" });
    const annulment = { kind: "help", reason: "误录" };
    expect((await post(`contacts/${help.id}/annulment`, annulment)).json()).toMatchObject({
      code: "forbidden",
    });
    const settled = { version: 1, outcome: "achieved", outcomeOn: "2021-12-22", outcomeNote: null };
    expect((await post(`help/${help.id}/outcome`, settled)).json()).toMatchObject({ code: "forbidden" });
  });
});
