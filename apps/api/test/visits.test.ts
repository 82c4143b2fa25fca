import type { ContactFile } from "@rehab/schema/visits";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { auditOf, send } from "./intake-world.ts";
import { savedAt } from "./saved-at.ts";

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const noDetails = {
  respondent: null,
  relation: null,
  family: null,
  work: null,
  difficulties: null,
  suggestions: null,
  outcome: null,
  secondVisitor: null,
};

const visitBody = (more: Record<string, unknown> = {}) => ({
  id: newId(),
  happenedOn: "2021-12-30",
  method: "home_visit",
  place: "家中",
  interviewer: "甲一",
  stateOfMind: "steady",
  content: "在家务农，情绪稳定。",
  nextOn: null,
  details: { ...noDetails, family: "与父母同住" },
  ...more,
});

const post = (caller: Caller, what: string, body: Record<string, unknown>, person = world.people.atA) =>
  send(world, caller, "POST", `/enrollees/${person}/${what}`, body);
const fileOf = (body: unknown) => body as ContactFile;

describe("a visit", () => {
  it("is recorded once, moves the next day by the rhythm, and leaves a trace", async () => {
    const before = await world.call("caseworkerA", { url: `/api/v1/enrollees/${world.people.atA}/contacts` });
    expect(before.json<ContactFile>().next).toMatchObject({ dueOn: "2022-03-10", overdue: false });
    const body = visitBody();
    expect((await post("caseworkerA", "visits", body)).status).toBe(200);
    const { body: answer } = await post("caseworkerA", "visits", body);
    const { next, visits, proposedOn } = fileOf(answer);
    expect(next).toMatchObject({ dueOn: "2022-03-30", citation: "《本县工作口径》" });
    expect(proposedOn).toBe("2022-03-31");
    expect(visits.filter(({ id }) => id === body.id)).toMatchObject([
      { strength: 4, stateOfMind: "steady", details: { family: "与父母同住" }, recordedBy: "caseworkera" },
    ]);
    const trail = await auditOf(world, "visits.record", world.people.atA);
    expect(trail.map(({ change }) => (change as { created: boolean }).created)).toEqual([true, false]);
  });

  it("may propose a day of its own, and a call proves no meeting", async () => {
    const { body } = await post(
      "caseworkerA",
      "visits",
      visitBody({ happenedOn: "2021-12-31", nextOn: "2022-01-15" }),
    );
    expect(fileOf(body).next?.dueOn).toBe("2022-01-15");
    const call = await post("caseworkerB", "visits", visitBody({ method: "phone" }), world.people.atB);
    expect(fileOf(call.body).next?.dueOn).toBe("2022-03-10");
  });

  it.each([
    [{ happenedOn: "2022-01-01" }, "/happenedOn", "日期不能晚于今天"],
    [{ nextOn: "2021-12-30" }, "/nextOn", "下次日期应晚于本次日期"],
    [{ content: "" }, "/content", "请写明走访谈话内容"],
    [{ stateOfMind: "" }, "/stateOfMind", "请选择或者写明思想状况"],
  ])("with %j is refused at its field", async (more, pointer, detail) => {
    expect((await post("caseworkerA", "visits", visitBody(more))).body).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer, detail }],
    });
  });

  it("is annulled with a reason and no longer moves the next day", async () => {
    const body = visitBody({ happenedOn: "2021-12-31" });
    await post("caseworkerB", "visits", body, world.people.atB);
    const { body: answer } = await send(world, "caseworkerB", "POST", `/contacts/${body.id}/annulment`, {
      kind: "visit",
      reason: "登记错人",
    });
    expect(fileOf(answer).next?.dueOn).toBe("2022-03-10");
    expect(fileOf(answer).visits.find(({ id }) => id === body.id)?.annulled).toBe("登记错人");
  });

  it("of another station's person is not found, and a supervisor reads", async () => {
    expect((await post("caseworkerB", "visits", visitBody())).status).toBe(404);
    const url = `/api/v1/enrollees/${world.people.atA}/contacts`;
    expect((await world.call("caseworkerB", { url })).statusCode).toBe(404);
    const read = await world.call("supervisor", { url });
    expect(read.json<ContactFile>().actions[0]).toMatchObject({
      allowed: false,
      reason: "由本站专职工作人员登记",
    });
  });
});

describe("help and goals", () => {
  it("help tells later what came of it, at the version that was seen", async () => {
    const id = newId();
    const given = await post("caseworkerA", "help", {
      id,
      kind: "employment",
      happenedOn: "2021-12-20",
      helper: "甲一",
      content: "介绍到砖厂务工",
      outcome: "ongoing",
    });
    expect(fileOf(given.body).help).toMatchObject([{ id, outcome: "ongoing", outcomeOn: null, version: 1 }]);
    const settle = (version: number, outcomeOn = "2021-12-30") =>
      send(world, "caseworkerA", "POST", `/help/${id}/outcome`, {
        version,
        outcome: "achieved",
        outcomeOn,
        outcomeNote: "已上岗",
      });
    // Nobody saved a second version yet: nobody is named.
    expect((await settle(2)).body).toMatchObject({ code: "stale_version" });
    expect((await settle(2)).body).not.toHaveProperty("detail");
    expect((await settle(1, "2021-12-19")).body).toMatchObject({ errors: [{ detail: "不能早于帮扶日期" }] });
    expect(fileOf((await settle(1)).body).help).toMatchObject([{ outcome: "achieved", version: 2 }]);
    expect((await settle(1)).body).toMatchObject({
      code: "stale_version",
      detail: expect.stringMatching(savedAt("您本人（另一个窗口）")),
    });
    expect((await send(world, "caseworkerB", "POST", `/help/${id}/outcome`, {})).status).toBe(400);
  });

  it("a goal is overdue after its day until it is closed", async () => {
    const id = newId();
    const goal = { id, goal: "取得技能证书", responsible: "甲一", setOn: "2021-10-01", dueOn: "2021-12-30" };
    const added = await post("caseworkerA", "goals", goal);
    expect(fileOf(added.body).goals).toMatchObject([{ id, overdue: true, closedOn: null }]);
    const bad = await post("caseworkerA", "goals", { ...goal, id: newId(), dueOn: "2021-09-30" });
    expect(bad.body).toMatchObject({ errors: [{ pointer: "/dueOn", detail: "期限不能早于确定日期" }] });
    const closed = await send(world, "caseworkerA", "POST", `/goals/${id}/result`, {
      version: 1,
      closedOn: "2021-12-31",
      result: "achieved",
      resultNote: null,
    });
    expect(fileOf(closed.body).goals).toMatchObject([{ overdue: false, result: "achieved", version: 2 }]);
    const other = await send(world, "caseworkerB", "POST", `/goals/${id}/result`, {
      version: 2,
      closedOn: "2021-12-31",
      result: "dropped",
      resultNote: null,
    });
    expect(other.status).toBe(404);
  });
});
