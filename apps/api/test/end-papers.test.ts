import type { ApprovalRow } from "@rehab/schema/approvals";
import type { CaseStateFile } from "@rehab/schema/case-states";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import { strFromU8, unzipSync } from "fflate";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import {
  discharged,
  fieldsOf,
  hospitalised,
  release,
  releaseRequest,
  serveTerm,
  termination,
} from "./case-state-world.ts";
import type { Refusal } from "./case-state-world.ts";
import { createNoShowWorld, serviceOf } from "./no-show-world.ts";
import type { NoShowWorld } from "./no-show-world.ts";

let county: NoShowWorld;
beforeAll(async () => {
  county = await createNoShowWorld();
});
afterAll(() => county.close());

const post = (caller: string, id: string, path: string, payload: object) =>
  county.call(caller, { method: "POST", url: `/api/v1/case-states/${id}${path}`, payload });
const read = async (id: string, caller = "caseworkerA") =>
  (await county.call(caller, { url: `/api/v1/case-states/${id}` })).json<CaseStateFile>();
const itemOf = (file: CaseStateFile, code: string) => file.end?.items.find((each) => each.code === code);
const openApproval = async (id: string) =>
  (await county.call("supervisor", { url: "/api/v1/approvals?limit=200" }))
    .json<{ rows: ApprovalRow[] }>()
    .rows.find((each) => each.id === id);
const decide = async (id: string, decision: "confirm" | "refuse" = "confirm", caller = "supervisor") =>
  county.call(caller, {
    method: "POST",
    url: `/api/v1/approvals/${id}/decision`,
    payload: { version: 1, decision, reason: decision === "refuse" ? "材料无误" : "" },
  });

async function auditsOf(subjectId: string) {
  const client = new Client({ connectionString: county.world.database.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ action: string; reason: string | null; change: object }>(
    "select action, reason, change from audit_entry where subject_id = $1 order by at",
    [subjectId],
  );
  await client.end();
  return rows;
}

// the term ran from 31 December 2018 to 30 December 2021: today is the first day after it
const served = (name = "期满人") => serveTerm(county, { reportedOn: "2018-12-31", name });

describe("the letter that asks for the release notice", () => {
  it("is filed with its day and closes its item; a resend changes nothing", async () => {
    const id = await served();
    expect(itemOf(await read(id), "release_request")).toMatchObject({ present: false, because: "尚未发函" });
    const letter = releaseRequest();
    for (const _ of [1, 2]) {
      const file = (await post("caseworkerA", id, "/documents", letter)).json<CaseStateFile>();
      expect(itemOf(file, "release_request")).toMatchObject({
        present: true,
        because: "2021-12-30发函 测司社函〔2021〕3号",
      });
      expect(file.documents).toMatchObject([
        { kind: "release_request", addressee: "测试县公安局", printable: true, unserved: false },
      ]);
    }
    const annulment = { fact: "document", factId: letter.id, reason: "发错单位" };
    const annulled = (await post("caseworkerA", id, "/annulments", annulment)).json<CaseStateFile>();
    expect(itemOf(annulled, "release_request")?.present).toBe(false);
    const gone = await post("caseworkerA", id, `/documents/${letter.id}/file`, {});
    expect(gone.json<Refusal>()).toMatchObject({ code: "wrong_state", detail: "这份文书已经撤销" });
  });

  it("needs its number and whom it addresses, which other papers do not have", async () => {
    const id = await served();
    const refused = (
      await post("caseworkerA", id, "/documents", releaseRequest({ number: null, addressee: " " }))
    ).json<Refusal>();
    expect(fieldsOf(refused)).toEqual(["/number", "/addressee"]);
    const other = releaseRequest({ kind: "annual_assessment" });
    expect(fieldsOf((await post("caseworkerA", id, "/documents", other)).json<Refusal>())).toEqual([
      "/addressee",
    ]);
    const future = releaseRequest({ issuedOn: "2022-01-01" });
    expect(fieldsOf((await post("caseworkerA", id, "/documents", future)).json<Refusal>())).toEqual([
      "/issuedOn",
    ]);
  });

  it("is made as Word, with the term as it stands and a receipt, and that stays in the file", async () => {
    const id = await served("函中人");
    const letter = releaseRequest();
    await post("caseworkerA", id, "/documents", letter);
    const url = `/documents/${letter.id}/file`;
    const answer = await post("caseworkerA", id, url, {});
    expect(answer.statusCode).toBe(200);
    expect(decodeURIComponent(String(answer.headers["content-disposition"]))).toContain(
      "函请出具解除通知书-2021-12-30.docx",
    );
    const text = strFromU8(unzipSync(answer.rawPayload)["word/document.xml"] ?? new Uint8Array()).replaceAll(
      /<[^>]+>/gu,
      "",
    );
    expect(text).toMatch(/关于请出具解除社区戒毒通知书的函.*测试县公安局：.*函中人.*2021年12月30日届满/u);
    expect(text).toContain("《戒毒条例》第二十三条、第四十条");
    expect(text).toMatch(/回　　执/u);
    expect((await auditsOf(id)).at(-1)).toMatchObject({
      action: "case-states.document",
      change: { documentId: letter.id },
    });
    expect((await post("caseworkerB", id, url, {})).json<Refusal>().code).toBe("not_found");
    expect((await post("caseworkerA", id, `/documents/${newId()}/file`, {})).json<Refusal>().code).toBe(
      "not_found",
    );
    expect((await post("supervisor", id, url, {})).statusCode).toBe(200);
  });
});

describe("the annulment of an end", () => {
  async function released(name = "误解除") {
    const id = await served(name);
    const proposal = release();
    await post("caseworkerA", id, "/release", proposal);
    expect((await decide(proposal.id)).statusCode).toBe(200);
    const event = (await read(id)).events.find(({ kind }) => kind === "released");
    return { id, eventId: event?.id ?? "", paperId: (await read(id)).documents[0]?.id ?? "" };
  }
  const annulmentOf = (eventId: string, changes: object = {}) => ({
    id: newId(),
    eventId,
    reason: "解除通知书属同名人员",
    ...changes,
  });

  it("is proposed by one and confirmed by another; the case stands as before, the record stays", async () => {
    const { id, eventId } = await released();
    const alone = await post("caseworkerA", id, "/annulments", {
      fact: "event",
      factId: eventId,
      reason: "误录",
    });
    expect(alone.json<Refusal>().detail).toContain("不能由一人撤销");
    const proposal = annulmentOf(eventId);
    for (const _ of [1, 2]) {
      const file = (await post("caseworkerA", id, "/end-annulment", proposal)).json<CaseStateFile>();
      expect(file.now?.state).toBe("released");
      expect(file.proposals[0]).toMatchObject({ id: proposal.id, kind: "end_annulment", state: "open" });
      expect(file.events[0]?.annulObstacle).toBe("已有一份解除、终止或者撤销待复核");
    }
    expect(await openApproval(proposal.id)).toMatchObject({
      kind: "end_annulment",
      facts: [
        { label: "撤销的登记", value: "2021-12-31 解除 测公解〔2021〕1号" },
        { label: "撤销理由", value: "解除通知书属同名人员" },
      ],
    });
    expect((await decide(proposal.id, "confirm", "caseworkerA")).statusCode).toBe(403);
    expect((await decide(proposal.id)).json<ApprovalRow>()).toMatchObject({ state: "confirmed" });
    const file = await read(id);
    expect(file).toMatchObject({
      now: { state: "expired" },
      documents: [{ kind: "release_notice", annulled: { reason: "解除通知书属同名人员" } }],
      events: [{ kind: "released", annulled: { reason: "解除通知书属同名人员" } }],
    });
    expect(file.actions.find(({ action }) => action === "proposeRelease")?.allowed).toBe(true);
    const register = await county.call("caseworkerA", { url: `/api/v1/enrollees/${id}` });
    expect(register.json<EnrolleeFile>().cases[0]).toMatchObject({ state: "expired", endedOn: null });
    expect((await auditsOf(eventId)).map(({ action, reason }) => [action, reason])).toEqual([
      ["case-states.annulEnd", "解除通知书属同名人员"],
    ]);
    expect((await auditsOf(proposal.id)).map(({ action }) => action)).toEqual([
      "case-states.proposeEndAnnulment",
      "case-states.proposeEndAnnulment",
      "approvals.decide",
    ]);
    const again = await post("caseworkerA", id, "/end-annulment", annulmentOf(eventId));
    expect(again.json<Refusal>()).toMatchObject({ code: "wrong_state", detail: "已经撤销" });
  });

  it("waits for the receipt of a notice that was served, also when that came after the proposal", async () => {
    const { id, eventId, paperId } = await released("已送达");
    const proposal = annulmentOf(eventId);
    await post("caseworkerA", id, "/end-annulment", proposal);
    const receipt = serviceOf({ servedOn: "2021-12-31" });
    await post("caseworkerA", id, `/documents/${paperId}/receipts`, receipt);
    const detail = "通知书已登记送达，请先撤销送达回执";
    expect((await decide(proposal.id)).json<Refusal>()).toMatchObject({ code: "wrong_state", detail });
    expect((await openApproval(proposal.id))?.actions).toContainEqual({
      action: "confirm",
      allowed: false,
      reason: detail,
    });
    await decide(proposal.id, "refuse");
    const other = (await post("caseworkerA", id, "/end-annulment", annulmentOf(eventId))).json<Refusal>();
    expect(other).toMatchObject({ code: "wrong_state", detail });
    await post("caseworkerA", id, "/annulments", { fact: "receipt", factId: receipt.id, reason: "误录" });
    expect((await read(id)).events[0]?.annulObstacle).toBeNull();
  });

  it("is of a termination too, by the own station's caseworker, with a reason", async () => {
    const id = await serveTerm(county, { reportedOn: "2021-06-03", name: "误终止" });
    const ended = termination();
    await post("caseworkerA", id, "/termination", ended);
    await decide(ended.id);
    const eventId = (await read(id)).events.find(({ kind }) => kind === "terminated")?.id ?? "";
    const send = (caller: string, body: object) => post(caller, id, "/end-annulment", body);
    const none = (await send("caseworkerA", annulmentOf(eventId, { reason: " " }))).json<Refusal>();
    expect(fieldsOf(none)).toEqual(["/reason"]);
    expect((await send("caseworkerB", annulmentOf(eventId))).json<Refusal>().code).toBe("not_found");
    expect((await send("supervisor", annulmentOf(eventId))).json<Refusal>().code).toBe("forbidden");
    expect((await send("caseworkerA", annulmentOf(newId()))).json<Refusal>().code).toBe("not_found");
    const proposal = annulmentOf(eventId);
    expect((await send("caseworkerA", proposal)).statusCode).toBe(200);
    expect((await decide(proposal.id)).statusCode).toBe(200);
    expect(await read(id)).toMatchObject({
      now: { state: "active" },
      documents: [{ kind: "isolation_order", annulled: { reason: "解除通知书属同名人员" } }],
    });
  });

  it("is not for other events", async () => {
    const id = await serveTerm(county, { reportedOn: "2021-06-03", name: "住院人" });
    const stay = hospitalised();
    await post("caseworkerA", id, "/events", stay);
    const refused = await post("caseworkerA", id, "/end-annulment", annulmentOf(stay.id));
    expect(refused.json<Refusal>().code).toBe("not_found");
  });
});

describe("a stay in hospital", () => {
  it("lies over the state with its paper, and ends with the discharge", async () => {
    const id = await serveTerm(county, { reportedOn: "2021-06-03", name: "住院人" });
    const stay = hospitalised();
    for (const _ of [1, 2]) expect((await post("caseworkerA", id, "/events", stay)).statusCode).toBe(200);
    const file = await read(id);
    expect(file).toMatchObject({
      now: { state: "active" },
      overlays: { hospital: { since: "2021-11-01" } },
      events: [
        {
          kind: "hospitalised",
          details: [
            { label: "医院", value: "测试县人民医院" },
            { label: "证明材料", value: "住院证明2021-11" },
          ],
        },
      ],
    });
    const header = await county.call("caseworkerA", { url: `/api/v1/enrollees/${id}` });
    expect(header.json<EnrolleeFile>().hospitalSince).toBe("2021-11-01");
    const twice = (await post("caseworkerA", id, "/events", hospitalised())).json<Refusal>();
    expect(twice).toMatchObject({ code: "wrong_state", detail: "已经登记，正在生效" });
    const bare = discharged({ hospital: "", proof: "" });
    expect(fieldsOf((await post("caseworkerA", id, "/events", bare)).json<Refusal>())).toEqual([
      "/hospital",
      "/proof",
    ]);
    const back = (await post("caseworkerA", id, "/events", discharged())).json<CaseStateFile>();
    expect(back.overlays.hospital).toBeNull();
    const first = back.events.find(({ kind }) => kind === "hospitalised");
    expect(first?.annulObstacle).toContain("2021-11-20出院");
    expect((await auditsOf(stay.id)).map(({ action }) => action)).toEqual([
      "case-states.record",
      "case-states.record",
    ]);
  });

  it("excuses a missed test and visit, and takes a refusal to the face down", async () => {
    const id = await serveTerm(county, { reportedOn: "2021-06-03", name: "住院人" });
    await post("caseworkerA", id, "/events", hospitalised());
    const day = await county.call("caseworkerA", { url: "/api/v1/test-day?on=2021-12-01" });
    const row = day
      .json<{ rows: { enrolleeId: string; excuse: string | null }[] }>()
      .rows.find(({ enrolleeId }) => enrolleeId === id);
    expect(row?.excuse).toBe("in_hospital");
    const test = (result: string) => ({
      id: newId(),
      happenedOn: "2021-12-01",
      method: "urine",
      result,
      place: "测试县人民医院",
      tester: "甲一",
      secondTester: "甲二",
      reason: "住院",
    });
    const send = (body: object) =>
      county.call("caseworkerA", { method: "POST", url: `/api/v1/enrollees/${id}/tests`, payload: body });
    expect((await send(test("absent"))).json<Refusal>().detail).toBe(
      "当日住院，不在应检名单，不能登记未到或者拒检",
    );
    expect((await send(test("refused"))).statusCode).toBe(200);
    const contacts = await county.call("caseworkerA", { url: `/api/v1/enrollees/${id}/contacts` });
    expect(contacts.json<{ next: object | null }>().next).toBeNull();
  });
});
