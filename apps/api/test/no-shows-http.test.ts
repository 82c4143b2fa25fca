import type { NoShowFile, NoShowRow } from "@rehab/schema/no-shows";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { attempt, createNoShowWorld, fillPacket, paper, referral, serviceOf } from "./no-show-world.ts";
import type { NoShowWorld } from "./no-show-world.ts";

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

const pointersOf = (refusal: Refusal) =>
  (refusal.errors ?? []).map(({ pointer }) => pointer.replace("/body", ""));
const itemOf = (file: NoShowFile, code: string) => file.packet.items.find((item) => item.code === code);
const mayDo = (file: NoShowFile, action: string) => file.actions.find((each) => each.action === action);

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

describe("a person who has not reported in", () => {
  it("shows the deadline with its way, the packet and who may do what", async () => {
    const id = await county.insertPerson({ sex: "female" });
    const file = await county.file(id);
    expect(file).toMatchObject({
      state: "overdue_report",
      deadline: { date: "2021-12-21", daysOver: 10, citation: "《戒毒条例》第十四条" },
      packet: { canRefer: false, citation: "《戒毒条例》第十四条、第二十一条" },
      attempts: [],
    });
    expect(file.deadline?.steps.map(({ on }) => on)).toEqual(["2021-12-06", "2021-12-21"]);
    expect(file.cautions.join()).toContain("怀孕");
    expect(mayDo(file, "recordAttempt")).toMatchObject({ allowed: true, reason: null });
    expect(mayDo(file, "proposeReferral")?.reason).toContain("期限届满后还没有查找记录");
    const seen = await county.file(id, "supervisor");
    expect(mayDo(seen, "recordAttempt")).toMatchObject({
      allowed: false,
      reason: "由所在工作站的专职工作人员办理",
    });
  });

  it("is not found from another station, whatever is asked", async () => {
    const id = await county.insertPerson({});
    const warning = paper("no_show_warning");
    await county.post("caseworkerA", id, "/documents", warning);
    const answers = [
      await county.call("caseworkerB", { url: `/api/v1/no-shows/${id}` }),
      await county.post("caseworkerB", id, "/attempts", attempt()),
      await county.post("caseworkerB", id, "/documents", paper("no_show_warning")),
      await county.post("caseworkerB", id, `/documents/${warning.id}/receipts`, serviceOf()),
      await county.post("caseworkerB", id, `/documents/${warning.id}/file`, {}),
      await county.post("caseworkerB", id, "/custody", {
        id: newId(),
        from: "2021-12-10",
        ground: "detained",
        proof: "拘留通知书",
      }),
      await county.post("caseworkerB", id, "/custody-end", {
        id: newId(),
        on: "2021-12-11",
        proof: "释放证明",
      }),
      await county.post("caseworkerB", id, "/annulments", {
        fact: "document",
        factId: warning.id,
        reason: "误录",
      }),
      await county.post("caseworkerB", id, "/referral", referral()),
      await county.post("caseworkerB", id, `/referrals/${newId()}/file`, {}),
      await county.post("caseworkerB", id, "/referral-receipt", {
        id: newId(),
        number: null,
        issuedOn: "2021-12-30",
        issuedBy: "禁毒大队",
        pages: 1,
      }),
      await county.post("caseworkerB", id, "/answers", {
        id: newId(),
        answer: "continue",
        happenedOn: "2021-12-30",
        number: null,
        note: null,
      }),
    ];
    expect(answers.map((answer) => answer.json<Refusal>().code)).toEqual(answers.map(() => "not_found"));
  });

  it("lets somebody who is caseworker at A and supervisor read all, and write at A only", async () => {
    const atA = await county.insertPerson({});
    const atB = await county.insertPerson({ at: "b" });
    expect((await county.file(atB, "both")).enrolleeId).toBe(atB);
    expect((await county.post("both", atB, "/attempts", attempt())).json()).toMatchObject({
      code: "forbidden",
    });
    expect((await county.post("both", atA, "/attempts", attempt())).statusCode).toBe(200);
  });
});

describe("an attempt", () => {
  it("is recorded once, however often it is sent, and leaves a trace without words", async () => {
    const id = await county.insertPerson({});
    const made = attempt();
    for (const _ of [1, 2]) {
      const answer = await county.post("caseworkerA", id, "/attempts", made);
      expect(answer.json<NoShowFile>().attempts).toMatchObject([
        { id: made.id, method: "call", outcome: "not_reached", madeBy: "甲一", recordedBy: "caseworkera" },
      ]);
    }
    const trail = await auditsOf(made.id);
    expect(trail.map(({ action, change }) => [action, change["created"]])).toEqual([
      ["no-shows.recordAttempt", true],
      ["no-shows.recordAttempt", false],
    ]);
    expect(JSON.stringify(trail)).not.toMatch(/甲一|无人接听|迟未到/u);
  });

  it.each([
    [{ happenedOn: "2022-01-01" }, ["/happenedOn"]],
    [{ outcome: "promised" }, ["/promisedOn"]],
    [{ promisedOn: "2021-12-25" }, ["/promisedOn"]],
    [{ outcome: "promised", promisedOn: "2021-12-01" }, ["/promisedOn"]],
    [{ madeBy: " " }, ["/madeBy"]],
    [{ method: "fax" }, ["/method"]],
  ])("is refused by its fields: %o", async (changes, pointers) => {
    const id = await county.insertPerson({});
    const refusal = (await county.post("caseworkerA", id, "/attempts", attempt(changes))).json<Refusal>();
    expect(refusal.code).toBe("invalid_input");
    expect(pointersOf(refusal)).toEqual(pointers);
    expect((await county.file(id)).attempts).toEqual([]);
  });

  it("is not for somebody who has reported in", async () => {
    const { atA } = county.world.people;
    const refusal = (await county.post("caseworkerA", atA, "/attempts", attempt())).json();
    expect(refusal).toMatchObject({ code: "wrong_state", detail: "已经报到" });
  });
});

describe("a warning and its service", () => {
  it("is not written before the report period is over", async () => {
    const pending = await county.insertPerson({ receivedOn: "2021-12-20" });
    const early = (await county.post("caseworkerA", pending, "/documents", paper("no_show_warning"))).json();
    expect(early).toMatchObject({ code: "wrong_state", detail: "最后一日是2022-01-04，尚未届满" });
    const id = await county.insertPerson({});
    const sameDay = paper("no_show_warning", { issuedOn: "2021-12-21" });
    const refusal = (await county.post("caseworkerA", id, "/documents", sameDay)).json<Refusal>();
    expect(pointersOf(refusal)).toEqual(["/issuedOn"]);
    const dayAfter = paper("no_show_warning", { issuedOn: "2021-12-22" });
    expect((await county.post("caseworkerA", id, "/documents", dayAfter)).statusCode).toBe(200);
  });

  it.each([
    [{ servers: ["甲一"] }, [["/servers", "送达人应为两人"]]],
    [{ servedOn: "2021-12-22" }, [["/servedOn", "送达日期早于文书日期"]]],
    [
      { method: "proxy" },
      [
        ["/receivedBy", "代收须写明代收人"],
        ["/relation", "代收须写明与本人的关系"],
      ],
    ],
    [
      { method: "left" },
      [
        ["/refusal", "留置送达须写明拒收事由"],
        ["/witness", "留置送达须有见证人"],
      ],
    ],
    [{ method: "announced", servers: [] }, [["/servedOn", "公告满60日方为送达"]]],
  ])("refuses a receipt that does not prove it: %o", async (changes, gaps) => {
    const id = await county.insertPerson({});
    const warning = paper("no_show_warning");
    await county.post("caseworkerA", id, "/documents", warning);
    const path = `/documents/${warning.id}/receipts`;
    const refusal = (await county.post("caseworkerA", id, path, serviceOf(changes))).json<Refusal>();
    expect(refusal.code).toBe("invalid_input");
    expect(refusal.errors?.map(({ pointer, detail }) => [pointer, detail])).toEqual(gaps);
    expect(await county.file(id)).toMatchObject({ documents: [{ unserved: true, receipts: [] }] });
  });

  it("takes a whole receipt once", async () => {
    const id = await county.insertPerson({});
    const warning = paper("no_show_warning");
    await county.post("caseworkerA", id, "/documents", warning);
    const receipt = serviceOf({ method: "left", refusal: "拒绝签名", witness: "村干部" });
    for (const _ of [1, 2]) {
      const answer = await county.post("caseworkerA", id, `/documents/${warning.id}/receipts`, receipt);
      expect(answer.json<NoShowFile>().documents).toMatchObject([
        { unserved: false, receipts: [{ id: receipt.id, method: "left", servers: ["甲一", "甲二"] }] },
      ]);
    }
    expect(itemOf(await county.file(id), "warning_served")).toMatchObject({
      present: true,
      because: "2021-12-24留置送达",
    });
    const certificate = paper("no_show_certificate");
    await county.post("caseworkerA", id, "/documents", certificate);
    const toNobody = await county.post(
      "caseworkerA",
      id,
      `/documents/${certificate.id}/receipts`,
      serviceOf(),
    );
    expect(toNobody.json()).toMatchObject({ code: "wrong_state", detail: "这种文书不送达本人" });
  });
});

describe("an annulment", () => {
  it("keeps what was recorded, with the reason, and takes it out of the packet", async () => {
    const id = await county.insertPerson({});
    await fillPacket(county, id);
    const before = await county.file(id);
    expect(before.packet.canRefer).toBe(true);
    const warning = before.documents.find(({ kind }) => kind === "no_show_warning");
    const receipt = warning?.receipts[0];
    const annul = (fact: string, factId: string | undefined) =>
      county.post("caseworkerA", id, "/annulments", { fact, factId, reason: "录错日期" });

    expect((await annul("document", warning?.id)).json()).toMatchObject({
      code: "wrong_state",
      detail: "请先撤销这份文书的送达回执",
    });
    for (const _ of [1, 2]) expect((await annul("receipt", receipt?.id)).statusCode).toBe(200);
    expect((await annul("document", warning?.id)).statusCode).toBe(200);
    expect((await annul("attempt", before.attempts[0]?.id)).statusCode).toBe(200);
    expect((await annul("attempt", newId())).json()).toMatchObject({ code: "not_found" });

    const after = await county.file(id);
    expect(after.attempts).toMatchObject([{ annulled: { reason: "录错日期" } }]);
    expect(after.packet.items.filter(({ present }) => !present).map(({ code }) => code)).toEqual([
      "attempt",
      "warning_issued",
      "warning_served",
    ]);
    const unreasoned = await county.post("caseworkerA", id, "/annulments", {
      fact: "attempt",
      factId: newId(),
      reason: " ",
    });
    expect(unreasoned.json()).toMatchObject({ code: "invalid_input" });
  });
});

describe("custody", () => {
  const detained = (changes: object = {}) => ({
    id: newId(),
    from: "2021-12-15",
    ground: "detained",
    proof: "测公拘通字〔2021〕8号",
    ...changes,
  });

  it("stops the deadline, and release counts it anew", async () => {
    const id = await county.insertPerson({});
    const stop = detained();
    for (const _ of [1, 2]) {
      const answer = await county.post("caseworkerA", id, "/custody", stop);
      expect(answer.json()).toMatchObject({
        state: "suspended",
        custody: [{ from: "2021-12-15", proof: "测公拘通字〔2021〕8号", releasedOn: null }],
      });
    }
    const list = await county.call("caseworkerA", { url: `/api/v1/no-shows?limit=200` });
    expect(list.json<{ rows: NoShowRow[] }>().rows.map((row) => row.id)).not.toContain(id);
    expect((await county.post("caseworkerA", id, "/custody", detained())).json()).toMatchObject({
      code: "wrong_state",
      detail: "已经登记为羁押中",
    });
    const early = { id: newId(), on: "2021-12-14", proof: "释放证明" };
    const refusal = (await county.post("caseworkerA", id, "/custody-end", early)).json<Refusal>();
    expect(pointersOf(refusal)).toEqual(["/on"]);

    const end = { id: newId(), on: "2021-12-20", proof: "释放证明3号" };
    const released = (await county.post("caseworkerA", id, "/custody-end", end)).json<NoShowFile>();
    expect(released).toMatchObject({
      state: "pending_report",
      deadline: { date: "2022-01-04" },
      custody: [{ releasedOn: "2021-12-20", releaseProof: "释放证明3号" }],
    });
    expect(released.deadline?.steps[0]).toMatchObject({ kind: "stop", on: "2021-12-15" });
    expect(itemOf(released, "custody_proof")?.present).toBe(true);
    const again = await county.post("caseworkerA", id, "/custody-end", { ...end, id: newId() });
    expect(again.json()).toMatchObject({ code: "wrong_state", detail: "没有登记羁押" });
    const overlap = await county.post("caseworkerA", id, "/custody", detained({ from: "2021-12-19" }));
    expect(pointersOf(overlap.json<Refusal>())).toEqual(["/from"]);
  });

  it("that is annulled no longer stops anything", async () => {
    const id = await county.insertPerson({});
    const stop = detained();
    await county.post("caseworkerA", id, "/custody", stop);
    const answer = await county.post("caseworkerA", id, "/annulments", {
      fact: "event",
      factId: stop.id,
      reason: "同名误录",
    });
    expect(answer.json()).toMatchObject({
      state: "overdue_report",
      custody: [{ annulled: { reason: "同名误录" } }],
    });
  });
});

describe("the queue", () => {
  it("counts what it lists, at every step and page by page, longest overdue first", async () => {
    const fresh = await createNoShowWorld();
    const first = await fresh.insertPerson({ receivedOn: "2021-11-01" });
    const second = await fresh.insertPerson({ receivedOn: "2021-11-08", measure: "community_rehab" });
    const third = await fresh.insertPerson({ at: "b", receivedOn: "2021-11-15" });
    await fresh.insertPerson({ receivedOn: "2021-12-20" });
    await fresh.post("caseworkerA", first, "/documents", paper("no_show_warning"));
    await fillPacket(fresh, second);
    await fresh.post("caseworkerA", second, "/referral", referral());

    const list = async (caller: string, query = "") =>
      (await fresh.call(caller, { url: `/api/v1/no-shows?${query}` })).json<{
        rows: NoShowRow[];
        nextCursor: string | null;
        total: { count: number };
      }>();
    const ids = async (caller: string, query = "") => {
      const { rows, total } = await list(caller, query);
      expect(total.count).toBe(rows.length);
      return rows.map(({ id }) => id);
    };
    expect(await ids("supervisor")).toEqual([first, second, third]);
    expect(await ids("caseworkerA")).toEqual([first, second]);
    expect(await ids("caseworkerB")).toEqual([third]);
    expect(await ids("caseworkerB", `stationId=${fresh.world.stations.a}`)).toEqual([]);
    expect(await ids("supervisor", `stationId=${fresh.world.stations.a}`)).toEqual([first, second]);
    expect(await ids("supervisor", "step=unserved")).toEqual([first]);
    expect(await ids("supervisor", "step=proposed")).toEqual([second]);
    expect(await ids("supervisor", "step=referred")).toEqual([]);
    expect(await ids("supervisor", "step=not_referred")).toEqual([first, second, third]);

    const page = await list("supervisor", "limit=2");
    expect(page).toMatchObject({ rows: [{ id: first }, { id: second }], total: { count: 3 } });
    const next = await list("supervisor", `limit=2&cursor=${page.nextCursor}`);
    expect(next).toMatchObject({ rows: [{ id: third }], nextCursor: null, total: { count: 3 } });
    expect((await fresh.call("supervisor", { url: "/api/v1/no-shows?cursor=x" })).json()).toMatchObject({
      code: "invalid_input",
    });

    expect(page.rows[0]).toMatchObject({
      maskedName: "迟**",
      reportDueOn: "2021-11-16",
      daysOver: 45,
      attempts: 0,
      lastAttempt: null,
      unserved: 1,
      proposed: false,
      missing: ["attempt", "warning_served", "certificate"],
    });
    expect(page.rows[1]).toMatchObject({
      attempts: 1,
      lastAttempt: { on: "2021-12-22", method: "call", outcome: "not_reached" },
      unserved: 0,
      proposed: true,
      missing: [],
    });
    await fresh.close();
  });
});
