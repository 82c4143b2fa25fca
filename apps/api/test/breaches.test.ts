import { strFromU8, unzipSync } from "fflate";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApprovalRow } from "@rehab/schema/approvals";
import type { BreachFile, BreachRow } from "@rehab/schema/breaches";
import { newId } from "../src/core/ids.ts";
import { breachPaper, createBreachWorld, fillBreachPacket, issueAndServe } from "./breach-world.ts";
import type { BreachWorld } from "./breach-world.ts";
import { referral, serviceOf } from "./no-show-world.ts";

let county: BreachWorld;
let owner: Client;
beforeAll(async () => {
  county = await createBreachWorld();
  owner = new Client({ connectionString: county.world.database.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await county.close();
});

const stateOf = async (id: string) => {
  const { rows } = await owner.query<Record<string, unknown>>(
    "select state, control_reason, registered from register_entry where enrollee_id = $1",
    [id],
  );
  return rows[0];
};

const auditsOf = async (subjectId: string) => {
  const { rows } = await owner.query<{ action: string; change: Record<string, unknown> }>(
    "select action, change from audit_entry where subject_id = $1 order by at",
    [subjectId],
  );
  return rows;
};

const listed = async (caller: string, step = "all") => {
  const answer = await county.call(caller, { url: `/api/v1/breaches?step=${step}&limit=200` });
  const { rows, total } = answer.json<{ rows: BreachRow[]; total: { count: number } }>();
  expect(total.count).toBe(rows.length);
  return rows;
};
const idsAt = async (step: string, caller = "supervisor") => (await listed(caller, step)).map(({ id }) => id);

const record = (changes: object = {}) => ({
  id: newId(),
  kind: "contact_change",
  happenedOn: "2021-06-01",
  evidence: "邻居告知已搬走，原号码停机",
  note: null,
  ...changes,
});

const post = (id: string, path: string, body: object, caller = "caseworkerA") =>
  county.post(caller, id, path, body);

const decide = (approvalId: string, body: object = {}) =>
  county.call("supervisor", {
    method: "POST",
    url: `/api/v1/approvals/${approvalId}/decision`,
    payload: { version: 1, decision: "confirm", reason: "", ...body },
  });

async function referred(options: Parameters<BreachWorld["insertEnrolled"]>[0] = {}) {
  const id = await county.insertEnrolled(options);
  await fillBreachPacket(county, id);
  const proposal = referral();
  expect((await post(id, "/referral", proposal)).statusCode).toBe(200);
  expect((await decide(proposal.id)).statusCode).toBe(200);
  return { id, approvalId: proposal.id };
}

describe("records of breaches", () => {
  it("are made once, stand in the file, and lead to a 劝诫书", async () => {
    const id = await county.insertEnrolled();
    const made = record();
    for (const _ of [1, 2]) {
      expect((await post(id, "/records", made)).json()).toMatchObject({
        level: "minor",
        records: [{ id: made.id, kind: "contact_change", recordedBy: "caseworkera" }],
        next: { action: "issue", document: "admonition", dueOn: "2021-06-04" },
      });
    }
    expect(await auditsOf(made.id)).toMatchObject([
      { change: { created: true } },
      { change: { created: false } },
    ]);
    expect(await idsAt("to_warn")).toContain(id);
    const annulled = await post(id, "/annulments", { fact: "record", factId: made.id, reason: "登记错人" });
    expect(annulled.json()).toMatchObject({ level: "none", records: [{ annulled: { reason: "登记错人" } }] });
    expect(await idsAt("all")).not.toContain(id);
  });

  it("are refused by their fields", async () => {
    const id = await county.insertEnrolled();
    const pointersOf = async (body: object) =>
      (await post(id, "/records", body))
        .json<{ errors: { pointer: string }[] }>()
        .errors.map(({ pointer }) => pointer);
    expect(await pointersOf(record({ happenedOn: "2022-01-01" }))).toEqual(["/happenedOn"]);
    expect(await pointersOf(record({ happenedOn: "2021-01-10" }))).toEqual(["/happenedOn"]);
    expect(await pointersOf(record({ evidence: " " }))).toEqual(["/evidence"]);
  });

  it("are refused of somebody who has not reported in", async () => {
    const id = await county.insertPerson({});
    expect((await post(id, "/records", record())).json()).toMatchObject({
      code: "wrong_state",
      detail: "尚未报到",
    });
  });

  it("are another station's no business, and a supervisor's to read", async () => {
    const id = await county.insertEnrolled();
    await post(id, "/records", record());
    expect((await post(id, "/records", record(), "caseworkerB")).json()).toMatchObject({ code: "not_found" });
    expect((await post(id, "/records", record(), "supervisor")).json()).toMatchObject({ code: "forbidden" });
    expect((await county.call("caseworkerB", { url: `/api/v1/breaches/${id}` })).statusCode).toBe(404);
    expect(await idsAt("all", "caseworkerB")).not.toContain(id);
    const seen = await county.file(id, "supervisor");
    expect(seen.actions.every(({ allowed }) => !allowed)).toBe(true);
    expect((await listed("supervisor")).find((row) => row.id === id)).toMatchObject({ maskedName: "常**" });
  });
});

describe("documents", () => {
  it("count a refusal only once the call before it is served", async () => {
    const id = await county.insertEnrolled();
    await county.insertRefusals(id, ["2021-03-10"]);
    expect((await listed("caseworkerA")).find((row) => row.id === id)).toMatchObject({
      level: "none",
      uncounted: 1,
    });
    const call = breachPaper("test_notice", "2021-03-08");
    await post(id, "/documents", call);
    expect((await county.file(id)).counters[0]).toMatchObject({ count: 0 });
    expect(await idsAt("to_serve")).toContain(id);
    const alone = await post(
      id,
      `/documents/${call.id}/receipts`,
      serviceOf({ servedOn: "2021-03-09", servers: ["甲一"] }),
    );
    expect(alone.json()).toMatchObject({ code: "invalid_input", errors: [{ pointer: "/servers" }] });
    const receipt = serviceOf({ servedOn: "2021-03-09" });
    for (const _ of [1, 2]) {
      const served = await post(id, `/documents/${call.id}/receipts`, receipt);
      expect(served.json<BreachFile>().counters[0]).toMatchObject({ count: 1, threshold: 3 });
    }
    expect((await post(id, `/documents/${newId()}/receipts`, serviceOf())).json()).toMatchObject({
      code: "not_found",
    });
  });

  it("follow the ladder, and are no older than what they tell of", async () => {
    const id = await county.insertEnrolled();
    const admonition = breachPaper("admonition", "2021-06-02");
    expect((await post(id, "/documents", admonition)).json()).toMatchObject({
      code: "wrong_state",
      detail: "没有违反协议的记录",
    });
    await post(id, "/records", record());
    const early = await post(id, "/documents", breachPaper("admonition", "2021-05-31"));
    expect(early.json()).toMatchObject({ code: "invalid_input", errors: [{ pointer: "/issuedOn" }] });
    for (const _ of [1, 2]) expect((await post(id, "/documents", admonition)).statusCode).toBe(200);
    expect((await county.file(id)).documents).toHaveLength(1);
    const warning = await post(id, "/documents", breachPaper("warning", "2021-06-03"));
    expect(warning.json<{ detail: string }>().detail).toContain("尚未达到较严重违反");
    const noPlace = await post(id, "/documents", breachPaper("test_notice", "2021-06-03", { note: " " }));
    expect(noPlace.json()).toMatchObject({ code: "invalid_input", errors: [{ pointer: "/note" }] });
  });

  it("are annulled after their receipt", async () => {
    const id = await county.insertEnrolled();
    await post(id, "/records", record());
    const document = await issueAndServe(county, id, "admonition", {
      issued: "2021-06-02",
      served: "2021-06-03",
    });
    const annul = (fact: string, factId: string) => post(id, "/annulments", { fact, factId, reason: "误录" });
    expect((await annul("document", document)).json()).toMatchObject({ code: "wrong_state" });
    const receipt = (await county.file(id)).documents[0]?.receipts[0]?.id ?? "";
    expect((await annul("receipt", receipt)).statusCode).toBe(200);
    expect((await annul("document", document)).json()).toMatchObject({ rungs: [{ issuedOn: null }, {}, {}] });
    expect((await annul("document", newId())).json()).toMatchObject({ code: "not_found" });
  });

  it("are made as Word, and each making is on record", async () => {
    const id = await county.insertEnrolled();
    await fillBreachPacket(county, id);
    const { documents } = await county.file(id);
    for (const { id: documentId, kind, printable } of documents) {
      expect(printable).toBe(true);
      const answer = await post(id, `/documents/${documentId}/file`, {});
      const text = strFromU8(unzipSync(answer.rawPayload)["word/document.xml"] ?? new Uint8Array());
      expect(text).toContain("常违约");
      expect(text.includes("送达回执")).toBe(kind !== "breach_certificate");
      expect(text).not.toContain("复吸");
    }
    expect((await auditsOf(id)).every(({ action }) => action === "breaches.document")).toBe(true);
    const [first] = documents;
    await post(id, "/annulments", { fact: "document", factId: first?.id, reason: "误录" });
    expect((await post(id, `/documents/${first?.id}/file`, {})).json()).toMatchObject({
      code: "wrong_state",
    });
  });
});

describe("the referral", () => {
  it("is refused with what the packet lacks, and proposed once", async () => {
    const id = await county.insertEnrolled();
    expect((await post(id, "/referral", referral())).json<{ detail: string }>().detail).toContain(
      "逃避或者拒绝接受检测次数：0 / 3",
    );
    await fillBreachPacket(county, id);
    expect(await idsAt("ready")).toContain(id);
    const proposal = referral();
    for (const _ of [1, 2]) {
      expect((await post(id, "/referral", proposal)).json<BreachFile>().referrals).toHaveLength(1);
    }
    expect((await post(id, "/referral", referral())).json()).toMatchObject({
      code: "wrong_state",
      detail: "已有一份移交待复核",
    });
    expect(await stateOf(id)).toMatchObject({ state: "active" });
    expect(await idsAt("proposed")).toContain(id);
    expect(await idsAt("ready")).not.toContain(id);
  });

  it("is confirmed by a second person, who sees what it rests on", async () => {
    const id = await county.insertEnrolled({ measure: "community_rehab" });
    await fillBreachPacket(county, id);
    const proposal = referral();
    await post(id, "/referral", proposal);
    const approvals = await county.call("supervisor", { url: "/api/v1/approvals?limit=200" });
    const row = approvals.json<{ rows: ApprovalRow[] }>().rows.find((each) => each.id === proposal.id);
    expect(row).toMatchObject({ kind: "breach_referral", citation: "《戒毒条例》第三十八条" });
    expect(row?.sentence).toContain("不以此作为决定强制隔离戒毒的理由");
    expect(row?.facts[0]).toEqual({ label: "事由", value: "逃避或者拒绝接受检测次数：3 / 3" });
    for (const _ of [1, 2]) expect((await decide(proposal.id)).json()).toMatchObject({ state: "confirmed" });
    expect(await stateOf(id)).toEqual({
      state: "breach_referred",
      control_reason: "breach_referred",
      registered: true,
    });
    const { rows } = await owner.query(
      "select ground, happened_on::text from case_event where enrollee_id = $1 and kind = 'breach_referred'",
      [id],
    );
    expect(rows).toEqual([{ ground: "refusals", happened_on: "2021-12-31" }]);
    const letter = await post(id, `/referrals/${proposal.id}/file`, {});
    const text = strFromU8(unzipSync(letter.rawPayload)["word/document.xml"] ?? new Uint8Array());
    expect(text).toContain("移交回执");
    expect(text).toContain("第三十八条");
  });

  it("is no longer possible once the person is in custody", async () => {
    const id = await county.insertEnrolled();
    await fillBreachPacket(county, id);
    const proposal = referral();
    await post(id, "/referral", proposal);
    await owner.query(
      `insert into case_event (id, county_code, station_id, enrollee_id, case_id, kind, happened_on)
       select $1, county_code, station_id, enrollee_id, id, 'suspended', '2021-12-30' from case_record where enrollee_id = $2`,
      [newId(), id],
    );
    expect((await decide(proposal.id)).json()).toMatchObject({
      code: "wrong_state",
      detail: "正在中止，恢复执行后再办理",
    });
  });
});

describe("after the referral", () => {
  const receipt = (changes: object = {}) => ({
    id: newId(),
    number: null,
    issuedOn: "2021-12-31",
    issuedBy: "禁毒大队 王警官",
    pages: 1,
    ...changes,
  });
  const answer = (changes: object = {}) => ({
    id: newId(),
    answer: "corrected",
    happenedOn: "2021-12-31",
    number: null,
    organ: null,
    note: null,
    ...changes,
  });

  it("the police sign for it", async () => {
    const { id } = await referred();
    expect(await idsAt("receipt_open")).toContain(id);
    const early = await post(id, "/referral-receipt", receipt({ issuedOn: "2021-12-30" }));
    expect(early.json()).toMatchObject({ code: "invalid_input", errors: [{ pointer: "/issuedOn" }] });
    const signed = receipt();
    for (const _ of [1, 2]) {
      expect((await post(id, "/referral-receipt", signed)).json()).toMatchObject({
        packet: { referralClosed: true },
      });
    }
    expect(await idsAt("receipt_open")).not.toContain(id);
    expect(await idsAt("answer_open")).toContain(id);
    expect((await post(id, "/referral-receipt", receipt())).json()).toMatchObject({
      detail: "移交回执已经登记",
    });
  });

  it("the measure goes on, the counters stay, and the same facts are not referred again", async () => {
    const { id } = await referred();
    const told = answer({ number: "测公责字〔2021〕1号" });
    for (const _ of [1, 2]) {
      expect((await post(id, "/answers", told)).json()).toMatchObject({
        state: "active",
        answers: [{ answer: "corrected", number: "测公责字〔2021〕1号" }],
        packet: { canRefer: false, awaitsAnswer: false },
        next: null,
      });
    }
    expect((await county.file(id)).counters[0]).toMatchObject({ count: 3 });
    expect((await post(id, "/answers", answer())).json()).toMatchObject({ code: "wrong_state" });
    const annulled = await post(id, "/annulments", { fact: "event", factId: told.id, reason: "登记错人" });
    expect(annulled.json()).toMatchObject({ state: "breach_referred" });
  });

  it("a decision on 强制隔离戒毒 ends the measure with its paper, and is undone with it", async () => {
    const { id } = await referred();
    const decision = answer({
      answer: "isolation",
      number: "测公强戒决字〔2021〕3号",
      organ: "测试县公安局",
    });
    for (const lacking of [{ number: null }, { organ: null }]) {
      expect((await post(id, "/answers", { ...decision, ...lacking })).json()).toMatchObject({
        code: "invalid_input",
      });
    }
    expect((await post(id, "/answers", { ...decision, happenedOn: "2021-12-30" })).json()).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/happenedOn" }],
    });
    for (const _ of [1, 2]) {
      const ended = (await post(id, "/answers", decision)).json<BreachFile>();
      expect(ended).toMatchObject({ state: "terminated", answers: [{ answer: "isolation" }] });
      expect(ended.documents.filter(({ kind }) => kind === "isolation_order")).toHaveLength(1);
    }
    expect(await stateOf(id)).toMatchObject({ state: "terminated", registered: false });
    const undone = await post(id, "/annulments", { fact: "event", factId: decision.id, reason: "登记错人" });
    const file = undone.json<BreachFile>();
    expect(file.state).toBe("breach_referred");
    expect(file.documents.find(({ kind }) => kind === "isolation_order")?.annulled).not.toBeNull();
  });

  it("an answer of another kind says which", async () => {
    const { id } = await referred();
    expect((await post(id, "/answers", answer({ answer: "other" }))).json()).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/note" }],
    });
    const told = await post(id, "/answers", answer({ answer: "other", note: "训诫后交回工作站" }));
    expect(told.json()).toMatchObject({ state: "active" });
  });
});
