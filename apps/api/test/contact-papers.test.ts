import { strFromU8, unzipSync } from "fflate";
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { createTestsWorld } from "./tests-world.ts";
import type { TestsWorld } from "./tests-world.ts";

let county: TestsWorld;
let id: string;
beforeAll(async () => {
  county = await createTestsWorld();
  id = county.world.people.atA;
  await county.setSex(id, "male");
});
afterAll(() => county.close());

interface Refusal {
  readonly code: string;
  readonly detail?: string;
}

const textOf = (answer: LightMyRequestResponse) =>
  strFromU8(unzipSync(answer.rawPayload)["word/document.xml"] ?? new Uint8Array()).replaceAll(
    /<[^>]+>/gu,
    "|",
  );
const nameOf = (answer: LightMyRequestResponse) =>
  decodeURIComponent(String(answer.headers["content-disposition"]));

describe("the paper of a visit", () => {
  const visit = (changes: object = {}) => ({
    id: newId(),
    happenedOn: "2021-12-30",
    method: "home_visit",
    place: "一村家中",
    interviewer: "甲一",
    stateOfMind: "steady",
    content: "在家务农，情绪稳定。",
    nextOn: "2022-01-30",
    details: {
      respondent: "曾大明",
      relation: "父亲",
      family: "与父母同住",
      work: "务农",
      difficulties: "缺少技能",
      suggestions: "参加培训",
      outcome: "已联系培训",
      secondVisitor: "甲二",
    },
    ...changes,
  });

  it("is the form of the file, filled in from the record, without the identity number", async () => {
    const made = visit();
    await county.post("caseworkerA", `/enrollees/${id}/visits`, made);
    const answer = await county.post("caseworkerA", `/visits/${made.id}/file`, {});
    expect(answer.statusCode).toBe(200);
    expect(nameOf(answer)).toContain("走访记录表-2021-12-30.docx");
    const text = textOf(answer);
    for (const words of ["走访记录表", "曾小明", "曾大明", "父亲", "与父母同住", "稳定", "甲一、甲二"]) {
      expect(text).toContain(words);
    }
    expect(text).toContain("2022年1月30日");
    expect(text).not.toMatch(/\d{17}[\dX]/u);
    expect((await county.audits(id)).at(-1)).toMatchObject({
      action: "visits.document",
      change: { visitId: made.id },
    });
  });

  it("is a record of a talk where nobody went out", async () => {
    const made = visit({ method: "station_interview", details: null });
    const talk = { ...made, details: { ...visit().details, respondent: null, relation: null } };
    await county.post("caseworkerA", `/enrollees/${id}/visits`, talk);
    const answer = await county.post("supervisor", `/visits/${made.id}/file`, {});
    expect(nameOf(answer)).toContain("谈话记录表");
    expect(textOf(answer)).toContain("本人");
  });

  it("is nobody's from another station, and is not made of an annulled record", async () => {
    const made = visit();
    await county.post("caseworkerA", `/enrollees/${id}/visits`, made);
    const url = `/visits/${made.id}/file`;
    expect((await county.post("caseworkerB", url, {})).json<Refusal>().code).toBe("not_found");
    await county.post("caseworkerA", `/contacts/${made.id}/annulment`, { kind: "visit", reason: "误录" });
    expect((await county.post("caseworkerA", url, {})).json<Refusal>()).toMatchObject({
      code: "wrong_state",
      detail: "这条记录已经撤销",
    });
  });
});

describe("the paper of a leave", () => {
  const leave = (changes: object = {}) => ({
    id: newId(),
    requestedOn: "2021-12-25",
    leftOn: "2021-12-26",
    dueBackOn: "2021-12-28",
    destination: "长沙市",
    reason: "务工面试",
    companion: "其兄",
    note: null,
    ...changes,
  });
  const step = (leaveId: string, what: string, changes: object) =>
    county.post("caseworkerA", `/leaves/${leaveId}/${what}`, {
      id: newId(),
      by: "甲一",
      note: null,
      ...changes,
    });

  it("tells of the report, what was extended and the return, without the identity number", async () => {
    const made = leave();
    expect((await county.post("caseworkerA", `/enrollees/${id}/leaves`, made)).statusCode).toBe(200);
    const open = await county.post("caseworkerA", `/leaves/${made.id}/file`, {});
    expect(nameOf(open)).toContain("外出报告（请假条）-2021-12-26.docx");
    expect(textOf(open)).toContain("自2021年12月26日至2021年12月28日，共3日");
    expect(textOf(open)).toContain("返回日期：");
    await step(made.id, "extension", { happenedOn: "2021-12-27", dueBackOn: "2021-12-30", note: "面试延期" });
    await step(made.id, "return", { happenedOn: "2021-12-30" });
    const answer = await county.post("caseworkerA", `/leaves/${made.id}/file`, {});
    const text = textOf(answer);
    expect(text).toContain("延至2021年12月30日，2021年12月27日，经办人甲一，面试延期");
    expect(text).toContain("2021年12月30日销假，经办人甲一");
    expect(text).toContain("《戒毒条例》第十九条第三项");
    expect(text).not.toMatch(/\d{17}[\dX]/u);
    expect((await county.audits(id)).at(-1)).toMatchObject({
      action: "leaves.document",
      change: { leaveId: made.id },
    });
    expect((await county.post("caseworkerB", `/leaves/${made.id}/file`, {})).json<Refusal>().code).toBe(
      "not_found",
    );
  });

  it("is not there for somebody who left without a word, and not of an annulled leave", async () => {
    const gone = { id: newId(), leftOn: "2021-11-01", reason: "走访无人", destination: null, note: null };
    await county.post("caseworkerA", `/enrollees/${id}/absences`, gone);
    const url = `/leaves/${gone.id}/file`;
    expect((await county.post("caseworkerA", url, {})).json<Refusal>()).toMatchObject({
      code: "wrong_state",
      detail: "擅自离开没有外出报告",
    });
    await county.post("caseworkerA", `/leaves/${gone.id}/annulment`, { reason: "误录" });
    expect((await county.post("caseworkerA", url, {})).json<Refusal>().detail).toBe("这条记录已经撤销");
  });
});
