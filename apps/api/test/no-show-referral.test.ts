import { strFromU8, unzipSync } from "fflate";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApprovalRow } from "@rehab/schema/approvals";
import type { NoShowFile } from "@rehab/schema/no-shows";
import { newId } from "../src/core/ids.ts";
import { createNoShowWorld, fillPacket, paper, referral } from "./no-show-world.ts";
import type { NoShowWorld } from "./no-show-world.ts";

let county: NoShowWorld;
let owner: Client;
beforeAll(async () => {
  county = await createNoShowWorld();
  owner = new Client({ connectionString: county.world.database.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await county.close();
});

const registerLine = async (id: string) => {
  const { rows } = await owner.query<Record<string, unknown>>(
    "select state, control_reason, controlled, registered from register_entry where enrollee_id = $1",
    [id],
  );
  return rows[0];
};

const auditsOf = async (subjectId: string) => {
  const { rows } = await owner.query<{ action: string; actor: string; change: Record<string, unknown> }>(
    "select action, actor_name as actor, change from audit_entry where subject_id = $1 order by at",
    [subjectId],
  );
  return rows;
};

async function proposed(options: Parameters<NoShowWorld["insertPerson"]>[0] = {}, by = "caseworkerA") {
  const id = await county.insertPerson(options);
  await fillPacket(county, id, by);
  const proposal = referral();
  const answer = await county.post(by, id, "/referral", proposal);
  expect(answer.json<NoShowFile>().referrals).toMatchObject([{ id: proposal.id, state: "open", own: true }]);
  return { id, approvalId: proposal.id };
}

const decide = (caller: string, approvalId: string, body: object = {}) =>
  county.call(caller, {
    method: "POST",
    url: `/api/v1/approvals/${approvalId}/decision`,
    payload: { version: 1, decision: "confirm", reason: "", ...body },
  });

const withdraw = (caller: string, approvalId: string, body: object = {}) =>
  county.call(caller, {
    method: "POST",
    url: `/api/v1/approvals/${approvalId}/withdrawal`,
    payload: { version: 1, reason: "文号有误", ...body },
  });

const listed = async (caller: string, state = "open") => {
  const answer = await county.call(caller, { url: `/api/v1/approvals?state=${state}&limit=200` });
  const { rows, total } = answer.json<{ rows: ApprovalRow[]; total: { count: number } }>();
  expect(total.count).toBe(rows.length);
  return rows;
};

describe("proposing a referral", () => {
  it("is refused with what the packet lacks", async () => {
    const id = await county.insertPerson({});
    const refusal = (await county.post("caseworkerA", id, "/referral", referral())).json<{
      detail: string;
    }>();
    expect(refusal).toMatchObject({ code: "wrong_state" });
    expect(refusal.detail).toBe(
      "电话或者上门查找记录：期限届满后还没有查找记录；逾期未报到告诫书：尚未制发；告诫书送达回执：还没有送达回执；逾期未报到证明：尚未制发",
    );
  });

  it("is done once, and changes nothing for the person yet", async () => {
    const { id, approvalId } = await proposed();
    const resent = await county.post("caseworkerA", id, "/referral", referral({ id: approvalId }));
    expect(resent.json<NoShowFile>().referrals).toHaveLength(1);
    const second = await county.post("caseworkerA", id, "/referral", referral());
    expect(second.json()).toMatchObject({ code: "wrong_state", detail: "已有一份移交待复核" });
    expect(await registerLine(id)).toMatchObject({ state: "overdue_report" });
    expect(await auditsOf(approvalId)).toMatchObject([
      { action: "no-shows.proposeReferral", change: { enrolleeId: id, created: true } },
      { action: "no-shows.proposeReferral", change: { enrolleeId: id, created: false } },
    ]);
  });

  it("is refused by its fields", async () => {
    const id = await county.insertPerson({});
    await fillPacket(county, id);
    const blank = await county.post("caseworkerA", id, "/referral", referral({ letterNumber: " " }));
    expect(blank.json()).toMatchObject({ code: "invalid_input" });
  });
});

describe("deciding a referral", () => {
  it("takes two people: whoever proposed it does not confirm or refuse it", async () => {
    const { id, approvalId } = await proposed({}, "both");
    for (const body of [{}, { decision: "refuse", reason: "材料不实" }]) {
      expect((await decide("both", approvalId, body)).json()).toMatchObject({
        code: "second_person_required",
      });
    }
    expect(await registerLine(id)).toMatchObject({ state: "overdue_report" });
    const own = (await listed("both")).find((row) => row.id === approvalId);
    expect(own?.actions).toEqual([
      { action: "confirm", allowed: false, reason: "提出人不能复核自己提出的事项" },
      { action: "refuse", allowed: false, reason: "提出人不能复核自己提出的事项" },
      { action: "withdraw", allowed: true, reason: null },
    ]);
    for (const by of ["proposed_by", "null"]) {
      await expect(
        owner.query(
          `update approval set state = 'confirmed', decided_at = now(), decided_by = ${by} where id = $1`,
          [approvalId],
        ),
      ).rejects.toThrow(/approval_two_people/u);
    }
  });

  it("confirmed, hands the case to the police and keeps the person uncontrolled for the same reason", async () => {
    const { id, approvalId } = await proposed();
    const row = (await listed("supervisor")).find((each) => each.id === approvalId);
    expect(row).toMatchObject({
      maskedName: "迟**",
      stationName: "甲中心站",
      proposedBy: "caseworkera",
      facts: expect.arrayContaining([
        { label: "移交函", value: expect.stringContaining("测司移〔2021〕1号") as string },
      ]) as unknown,
      sentence: expect.stringContaining("视为拒绝接受社区戒毒") as string,
    });
    expect(row?.items.every(({ present }) => present)).toBe(true);
    expect((await decide("supervisor", approvalId, { version: 2 })).json()).toMatchObject({
      code: "stale_version",
    });

    for (const _ of [1, 2]) {
      expect((await decide("supervisor", approvalId)).json()).toMatchObject({
        state: "confirmed",
        decidedBy: "supervisor",
        version: 2,
      });
    }
    expect(await registerLine(id)).toEqual({
      state: "no_show_referred",
      control_reason: "not_reported",
      controlled: false,
      registered: true,
    });
    const { rows: events } = await owner.query<{ happened_on: string; details: Record<string, unknown> }>(
      "select happened_on::text, details from case_event where enrollee_id = $1 and kind = 'no_show_referred'",
      [id],
    );
    expect(events).toMatchObject([
      { happened_on: "2021-12-31", details: { letterNumber: "测司移〔2021〕1号" } },
    ]);
    expect(events[0]?.details["proposedBy"]).not.toBe(events[0]?.details["confirmedBy"]);
    expect((await decide("both", approvalId)).json()).toMatchObject({
      code: "wrong_state",
      detail: "这一事项已经处理",
    });
    expect((await auditsOf(approvalId)).map(({ action, actor }) => [action, actor])).toEqual([
      ["no-shows.proposeReferral", "caseworkera"],
      ["approvals.decide", "supervisor"],
      ["approvals.decide", "supervisor"],
    ]);
    const rate = await county.call("supervisor", {
      url: "/api/v1/indicators/control-rate/people?reason=not_reported&limit=200",
    });
    expect(rate.json<{ rows: { id: string }[] }>().rows.map((person) => person.id)).toContain(id);
  });

  it("refused, wants a reason and leaves the way open for another proposal", async () => {
    const { id, approvalId } = await proposed();
    expect((await decide("supervisor", approvalId, { decision: "refuse" })).json()).toMatchObject({
      code: "invalid_input",
    });
    const refused = await decide("supervisor", approvalId, { decision: "refuse", reason: "再上门一次" });
    expect(refused.json()).toMatchObject({ state: "refused", reason: "再上门一次" });
    expect((await county.file(id)).referrals).toMatchObject([{ state: "refused", reason: "再上门一次" }]);
    expect((await county.post("caseworkerA", id, "/referral", referral())).statusCode).toBe(200);
    expect((await listed("supervisor", "decided")).map((row) => row.id)).toContain(approvalId);
  });

  it("is no longer possible once the person has come", async () => {
    const { id, approvalId } = await proposed();
    await owner.query(
      `insert into case_event (id, county_code, station_id, enrollee_id, case_id, kind, happened_on)
       select $1, county_code, station_id, enrollee_id, id, 'reported', '2021-12-30' from case_record where enrollee_id = $2`,
      [newId(), id],
    );
    expect((await decide("supervisor", approvalId)).json()).toMatchObject({
      code: "wrong_state",
      detail: "报到期限届满：已经报到",
    });
    const row = (await listed("supervisor")).find((each) => each.id === approvalId);
    expect(row?.actions[0]).toMatchObject({ action: "confirm", allowed: false });
  });

  it("is taken back by whoever proposed it and by nobody else", async () => {
    const { approvalId } = await proposed();
    expect((await withdraw("both", approvalId)).json()).toMatchObject({
      code: "wrong_state",
      detail: "只有提出人可以撤回",
    });
    expect((await withdraw("caseworkerA", approvalId, { version: 9 })).json()).toMatchObject({
      code: "stale_version",
    });
    for (const _ of [1, 2]) {
      expect((await withdraw("caseworkerA", approvalId)).json()).toMatchObject({ state: "withdrawn" });
    }
  });

  it("is another station's no business", async () => {
    const { approvalId } = await proposed();
    expect((await listed("caseworkerA")).map((row) => row.id)).toContain(approvalId);
    expect(await listed("caseworkerB")).toEqual([]);
    expect((await withdraw("caseworkerB", approvalId)).json()).toMatchObject({ code: "not_found" });
    expect((await decide("supervisor", newId())).json()).toMatchObject({ code: "not_found" });
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
    answer: "continue",
    happenedOn: "2021-12-31",
    number: null,
    note: null,
    ...changes,
  });
  async function referred(options: Parameters<NoShowWorld["insertPerson"]>[0] = {}) {
    const made = await proposed(options);
    await decide("supervisor", made.approvalId);
    return made;
  }

  it("the receipt of the police closes it", async () => {
    const { id } = await proposed();
    expect((await county.post("caseworkerA", id, "/referral-receipt", receipt())).json()).toMatchObject({
      code: "wrong_state",
      detail: "尚未移交公安机关",
    });
    const open = await referred();
    const atStep = async () => {
      const list = await county.call("supervisor", { url: "/api/v1/no-shows?step=receipt_open&limit=200" });
      return list.json<{ rows: { id: string }[] }>().rows.map((row) => row.id);
    };
    expect(await atStep()).toContain(open.id);
    const early = await county.post(
      "caseworkerA",
      open.id,
      "/referral-receipt",
      receipt({ issuedOn: "2021-12-30" }),
    );
    expect(early.json()).toMatchObject({ code: "invalid_input" });
    const signed = receipt();
    for (const _ of [1, 2]) {
      const closed = await county.post("caseworkerA", open.id, "/referral-receipt", signed);
      expect(closed.json()).toMatchObject({ packet: { referralClosed: true, referredOn: "2021-12-31" } });
    }
    expect(await atStep()).not.toContain(open.id);
    expect((await county.post("caseworkerA", open.id, "/referral-receipt", receipt())).json()).toMatchObject({
      code: "wrong_state",
      detail: "移交回执已经登记",
    });
  });

  it("the police send the person back to report in, and the seeking begins anew", async () => {
    const { id } = await referred();
    const sent = answer({ number: "测公责字〔2021〕1号" });
    for (const _ of [1, 2]) {
      expect((await county.post("caseworkerA", id, "/answers", sent)).json()).toMatchObject({
        state: "overdue_report",
        answers: [{ answer: "continue", number: "测公责字〔2021〕1号" }],
        packet: { canRefer: false },
      });
    }
    expect((await county.post("caseworkerA", id, "/answers", answer())).json()).toMatchObject({
      code: "wrong_state",
    });
    const annulled = await county.post("caseworkerA", id, "/annulments", {
      fact: "event",
      factId: sent.id,
      reason: "登记错人",
    });
    expect(annulled.json()).toMatchObject({ state: "no_show_referred" });
  });

  it("a decision on 强制隔离戒毒 ends the case, and needs its number", async () => {
    const { id } = await referred();
    const unnumbered = await county.post("caseworkerA", id, "/answers", answer({ answer: "isolation" }));
    expect(unnumbered.json()).toMatchObject({ code: "invalid_input" });
    const early = answer({
      answer: "isolation",
      number: "测公强戒决字〔2021〕3号",
      happenedOn: "2021-12-30",
    });
    expect((await county.post("caseworkerA", id, "/answers", early)).json()).toMatchObject({
      code: "invalid_input",
    });
    const decision = answer({ answer: "isolation", number: "测公强戒决字〔2021〕3号" });
    const ended = await county.post("caseworkerA", id, "/answers", decision);
    expect(ended.json()).toMatchObject({ state: "terminated", answers: [{ answer: "isolation" }] });
    expect(await registerLine(id)).toMatchObject({ state: "terminated", registered: false });
  });
});

describe("the Word files", () => {
  const textOf = (bytes: Buffer) =>
    strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array()).replaceAll(/<[^>]+>/gu, "");

  it("hold the whole name and number, and each making is on record in the file", async () => {
    const { id, approvalId } = await proposed({ name: "曾迟到", measure: "community_rehab" });
    const file = await county.file(id);
    const warning = file.documents.find(({ kind }) => kind === "no_show_warning");
    const answer = await county.post("caseworkerA", id, `/documents/${warning?.id}/file`, {});
    expect(answer.headers["content-type"]).toContain("wordprocessingml.document");
    expect(decodeURIComponent(String(answer.headers["content-disposition"]))).toContain(
      "逾期未报到告诫书-2021-12-23.docx",
    );
    expect(textOf(answer.rawPayload)).toMatch(/曾迟到.*送达回执/u);
    expect(textOf(answer.rawPayload)).not.toContain("视为拒绝");

    const letter = await county.post("supervisor", id, `/referrals/${approvalId}/file`, {});
    expect(textOf(letter.rawPayload)).toMatch(/999906\d{11}[\dX].*移交回执/u);
    expect(await auditsOf(id)).toMatchObject([
      { action: "no-shows.document", actor: "caseworkera", change: { kind: "no_show_warning" } },
      { action: "no-shows.referralLetter", actor: "supervisor" },
    ]);
    const log = await county.call("caseworkerA", { url: `/api/v1/enrollees/${id}/access-log` });
    expect(log.json<{ entries: { action: string }[] }>().entries.map(({ action }) => action)).toEqual([
      "no-shows.referralLetter",
      "no-shows.document",
    ]);
  });

  it("are not made of what was annulled, refused or never was", async () => {
    const { id, approvalId } = await proposed();
    await decide("supervisor", approvalId, { decision: "refuse", reason: "再查找" });
    const refused = await county.post("caseworkerA", id, `/referrals/${approvalId}/file`, {});
    expect(refused.json()).toMatchObject({ code: "wrong_state" });
    const certificate = paper("no_show_certificate");
    await county.post("caseworkerA", id, "/documents", certificate);
    await county.post("caseworkerA", id, "/annulments", {
      fact: "document",
      factId: certificate.id,
      reason: "误录",
    });
    const annulled = await county.post("caseworkerA", id, `/documents/${certificate.id}/file`, {});
    expect(annulled.json()).toMatchObject({ code: "wrong_state", detail: "这份文书已经撤销" });
    expect((await county.post("caseworkerA", id, `/documents/${newId()}/file`, {})).json()).toMatchObject({
      code: "not_found",
    });
  });
});
