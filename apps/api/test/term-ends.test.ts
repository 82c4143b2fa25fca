import type { ApprovalRow } from "@rehab/schema/approvals";
import type { CaseStateFile, TermEndRow, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { fieldsOf, release, resumed, serveTerm, suspended, termination } from "./case-state-world.ts";
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
const record = (id: string, body: object, caller = "caseworkerA") => post(caller, id, "/events", body);
const actionOf = (file: CaseStateFile, action: string) => file.actions.find((each) => each.action === action);

/** Somebody who reported in on 3 June 2021, of the county's invented people. */
const inTerm = (name = "执行中") => serveTerm(county, { reportedOn: "2021-06-03", name });

describe("a release", () => {
  // the term ran from 31 December 2018 to 30 December 2021: today is the first day after it
  const served = (name = "期满人") => serveTerm(county, { reportedOn: "2018-12-31", name });

  it("is proposed by one, confirmed by another, and its notice is served", async () => {
    const id = await served();
    expect((await read(id)).now).toMatchObject({
      state: "expired",
      since: "2021-12-31",
      citation: "《戒毒条例》第二十三条、第四十条",
    });
    const proposal = release();
    for (const _ of [1, 2]) {
      const file = (await post("caseworkerA", id, "/release", proposal)).json<CaseStateFile>();
      expect(file.now?.state).toBe("expired");
      expect(file.proposals).toMatchObject([{ id: proposal.id, state: "open", own: true }]);
    }
    expect((await post("caseworkerA", id, "/termination", termination())).json<Refusal>().detail).toBe(
      "已有一份解除、终止或者撤销待复核",
    );
    const listed = await county.call("supervisor", { url: "/api/v1/approvals" });
    const row = listed.json<{ rows: ApprovalRow[] }>().rows.find((each) => each.id === proposal.id);
    expect(row).toMatchObject({ kind: "release", citation: "《戒毒条例》第二十三条、第四十条" });
    expect(row?.items.map(({ code }) => code)).toContain("end_assessment");
    const decision = { version: row?.version, decision: "confirm", reason: "" };
    const url = `/api/v1/approvals/${proposal.id}/decision`;
    const own = await county.call("caseworkerA", { method: "POST", url, payload: decision });
    expect(own.statusCode).toBe(403);
    const confirmed = await county.call("supervisor", { method: "POST", url, payload: decision });
    expect(confirmed.json<ApprovalRow>()).toMatchObject({ state: "confirmed" });
    const file = await read(id);
    expect(file).toMatchObject({
      now: { state: "released", since: "2021-12-31" },
      documents: [{ kind: "release_notice", unserved: true }],
    });
    expect(file.events[0]).toMatchObject({ annulledByTwo: true, annulObstacle: null });
    const queue = await county.call("caseworkerA", { url: "/api/v1/workbench?queue=service" });
    expect(queue.json<{ rows: { enrolleeId: string }[] }>().rows.map((each) => each.enrolleeId)).toContain(
      id,
    );
    const notice = file.documents[0]?.id ?? "";
    const bad = serviceOf({ servedOn: "2021-12-31", servers: ["甲一"] });
    const gaps = (await post("caseworkerA", id, `/documents/${notice}/receipts`, bad)).json<Refusal>();
    expect(fieldsOf(gaps)).toEqual(["/servers"]);
    const receipt = serviceOf({ servedOn: "2021-12-31" });
    const after = (
      await post("caseworkerA", id, `/documents/${notice}/receipts`, receipt)
    ).json<CaseStateFile>();
    expect(after.documents[0]).toMatchObject({ unserved: false });
  });

  it("is refused on a day of the term, and before the term is over", async () => {
    const id = await served("早一日");
    const early = (await post("caseworkerA", id, "/release", release({ on: "2021-12-30" }))).json<Refusal>();
    expect(early.errors?.[0]).toMatchObject({ detail: "期限至2021-12-30届满，届满前不能解除" });
    const running = (await post("caseworkerA", await inTerm(), "/release", release())).json<Refusal>();
    expect(running).toMatchObject({ code: "wrong_state", detail: "期限至2024-06-02届满，届满前不能解除" });
    expect((await post("supervisor", id, "/release", release())).json<Refusal>().code).toBe("forbidden");
  });

  it("is not carried out once a suspension has moved the end", async () => {
    const id = await served("后补中止");
    const proposal = release();
    await post("caseworkerA", id, "/release", proposal);
    await record(id, suspended({ on: "2021-06-01" }));
    await record(id, resumed({ on: "2021-06-11" }));
    expect((await read(id)).end?.endOn).toBe("2022-01-09");
    const refused = await county.call("supervisor", {
      method: "POST",
      url: `/api/v1/approvals/${proposal.id}/decision`,
      payload: { version: 1, decision: "confirm", reason: "" },
    });
    expect(refused.json<Refusal>()).toMatchObject({
      code: "wrong_state",
      detail: "期限至2022-01-09届满，届满前不能解除",
    });
  });

  it("waits for no assessment, but an assessment says why tests are missing", async () => {
    const id = await served("缺评估");
    const assessment = {
      id: newId(),
      kind: "end_assessment",
      number: null,
      issuedOn: "2021-12-29",
      issuedBy: "甲中心站",
      pages: 2,
      note: null,
    };
    const refused = (await post("caseworkerA", id, "/documents", assessment)).json<Refusal>();
    expect(fieldsOf(refused)).toEqual(["/note"]);
    const file = (
      await post("caseworkerA", id, "/documents", { ...assessment, note: "纸质台账遗失" })
    ).json<CaseStateFile>();
    expect(file.end?.items.find(({ code }) => code === "test_windows")?.present).toBe(true);
    expect(actionOf(file, "proposeRelease")?.allowed).toBe(true);
  });
});

describe("a termination", () => {
  it("needs two people, and reminds of whom 强制隔离戒毒 is not for", async () => {
    const id = await serveTerm(county, { reportedOn: "2021-06-03", name: "女戒员", sex: "female" });
    const proposal = termination();
    await post("caseworkerA", id, "/termination", proposal);
    const listed = await county.call("supervisor", { url: "/api/v1/approvals" });
    const row = listed.json<{ rows: ApprovalRow[] }>().rows.find((each) => each.id === proposal.id);
    expect(row?.cautions.join()).toContain("怀孕");
    await county.call("supervisor", {
      method: "POST",
      url: `/api/v1/approvals/${proposal.id}/decision`,
      payload: { version: row?.version, decision: "confirm", reason: "" },
    });
    expect(await read(id)).toMatchObject({
      now: { state: "terminated", since: "2021-12-20" },
      documents: [{ kind: "isolation_order", number: "测公强戒决字〔2021〕1号" }],
    });
  });

  it("for another reason says which", async () => {
    const refusal = (
      await post("caseworkerA", await inTerm(), "/termination", termination({ ground: "other" }))
    ).json<Refusal>();
    expect(fieldsOf(refusal)).toEqual(["/note"]);
  });
});

describe("the list of ends", () => {
  it("counts each step by the condition of its list", async () => {
    const soon = await serveTerm(county, { reportedOn: "2019-01-20", name: "将期满" });
    const list = async (step: string, caller = "caseworkerA") =>
      (await county.call(caller, { url: `/api/v1/term-ends?step=${step}&limit=200` })).json<
        ResponseOf<typeof caseStatesEndpoints.listEnds>
      >();
    const all = await list("all");
    expect(all.steps.map(({ step }) => step)).toEqual(["all", "expired", "7", "30", "60"]);
    for (const { step, count } of all.steps) {
      const { rows, total } = await list(step);
      expect([rows.length, total.count]).toEqual([count, count]);
    }
    const row: TermEndRow | undefined = (await list("30")).rows.find(({ id }) => id === soon);
    expect(row).toMatchObject({ endOn: "2022-01-19", daysLeft: 19, state: "active", maskedName: "将**" });
    expect(row?.missing).toContain("end_assessment");
    expect((await list("7")).rows.some(({ id }) => id === soon)).toBe(false);
    expect((await list("all", "caseworkerB")).rows.some(({ id }) => id === soon)).toBe(false);
    expect((await list("all", "supervisor")).rows.some(({ id }) => id === soon)).toBe(true);
  });
});
