import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import type { LightMyRequestResponse } from "fastify";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "../src/core/ids.ts";
import { uniqueProblems } from "../src/http/unique-problems.ts";
import { handoffCalls } from "./handoff-calls.ts";
import { opening } from "./reconciliation-county.ts";
import { createTestsWorld, entry, oneTest, testDay } from "./tests-world.ts";
import type { TestsWorld } from "./tests-world.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Writes of two people at the very same moment, on a real database. */
let county: TestsWorld;
beforeAll(async () => {
  county = await createTestsWorld();
  await county.setSex(county.world.people.atA, "male");
  // everybody is signed in before the first race
  for (const caller of ["supervisor", "adminSupervisor", "admin", "caseworkerA", "second"]) {
    await county.call(caller, { url: "/api/v1/session" });
  }
});
afterAll(() => county.close());
const { handoffBody } = handoffCalls(() => county.world);

/** Sends the same or two like bodies at once, several times over, and says what was answered. */
async function race(
  path: string,
  bodies: readonly (readonly [caller: string, body: object])[],
): Promise<LightMyRequestResponse[]> {
  return Promise.all(bodies.map(([caller, body]) => county.post(caller, path, body)));
}

interface Answer {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: { pointer: string; detail: string }[];
}

/** What those were told who came second: all but one. */
function refusalsOf(answers: readonly LightMyRequestResponse[]): Answer[] {
  return answers.filter(({ statusCode }) => statusCode !== 200).map((each) => each.json<Answer>());
}

describe("at the very same moment", () => {
  it("two people open the comparison of one week: one does, the other is told to go on with it", async () => {
    const answers = await race("/reconciliations", [
      ["supervisor", opening()],
      ["adminSupervisor", opening()],
      ["supervisor", opening()],
    ]);
    const detail = "2021年第52周已有一次核对正在进行，请继续那一次，或先作废。";
    const told = { code: "wrong_state", detail };
    expect(refusalsOf(answers)).toMatchObject([told, told]);
  });

  it("one form is sent twice: both are answered as the first", async () => {
    const monthly = opening({ period: { kind: "monthly", year: 2021, month: 11 }, checkedOn: "2021-11-30" });
    const draw = { id: newId(), stationId: null, purpose: "季度抽检", size: 1 };
    const test = oneTest({ happenedOn: "2021-12-28", result: "negative" });
    const path = `/enrollees/${county.world.people.atA}/tests`;
    for (const [to, caller, body] of [
      ["/reconciliations", "supervisor", monthly],
      ["/test-draws", "supervisor", draw],
      [path, "caseworkerA", test],
    ] as const) {
      const answers = await race(to, [
        [caller, body],
        [caller, body],
        [caller, body],
      ]);
      expect(answers.map(({ statusCode }) => [to, statusCode])).toEqual(answers.map(() => [to, 200]));
      expect(new Set(answers.map((answer) => answer.json<{ seed?: string }>().seed)).size).toBe(1);
    }
  });

  it("two people type a hand-off with the same number of the order", async () => {
    const orderNumber = "测公社决字〔2021〕990号";
    const typed = (made: number) =>
      handoffBody({ orderNumber, name: "向同号", idNumber: inventedIdentity(made, "male").idNumber });
    const answers = await race("/handoffs", [
      ["supervisor", typed(31)],
      ["adminSupervisor", typed(32)],
    ]);
    expect(refusalsOf(answers)).toMatchObject([{ code: "handoff_in_doubt" }]);
  });

  it("two people type a hand-off of the same person", async () => {
    const { idNumber } = inventedIdentity(33, "male");
    const answers = await race("/handoffs", [
      ["supervisor", handoffBody({ name: "向同人", idNumber })],
      ["adminSupervisor", handoffBody({ name: "向同人", idNumber })],
    ]);
    expect(refusalsOf(answers)).toMatchObject([{ code: "handoff_in_doubt" }]);
  });

  it("two administrators make an account of the same name", async () => {
    const account = () => ({
      id: newId(),
      username: "twice",
      displayName: "重名",
      roles: ["supervisor"],
      stationId: null,
      password: "Lantern-2021-x",
    });
    const answers = await race("/accounts", [
      ["admin", account()],
      ["adminSupervisor", account()],
    ]);
    expect(refusalsOf(answers)).toMatchObject([{ code: "username_taken" }]);
  });

  it("two caseworkers record the test day of one station", async () => {
    const { atA } = county.world.people;
    const answers = await race("/test-sessions", [
      ["caseworkerA", testDay([entry(atA)])],
      ["second", testDay([entry(atA)])],
    ]);
    const detail = "当日已经登记过这种检测；登记有误的，先撤销再重新登记";
    expect(refusalsOf(answers)).toMatchObject([
      { code: "invalid_input", errors: [{ pointer: "/entries/0", detail }] },
    ]);
  });

  it("two administrators add a version of one rule for one day", async () => {
    const version = () => ({
      id: newId(),
      subject: "rule",
      inForceFrom: "2022-03-01",
      basis: "测县禁毒委〔2021〕9号",
      content: {
        ruleId: "T1",
        title: "社区戒毒报到",
        article: "第十四条",
        says: "本人收到决定书后10日内到执行地报到；无正当理由逾期不报到的，视为拒绝接受社区戒毒。",
        actor: "enrollee",
        period: { amount: 10, unit: "day", counting: "natural", rollsOver: true },
      },
    });
    const answers = await race("/law/versions", [
      ["admin", version()],
      ["adminSupervisor", version()],
    ]);
    const [refused, ...others] = refusalsOf(answers);
    expect(others).toEqual([]);
    expect(refused?.errors).toContainEqual({
      pointer: "/inForceFrom",
      detail: "须晚于上一版本的起始日 2022-03-01",
    });
  });
});

describe("an id that belongs to what somebody else recorded", () => {
  it("is refused with what to do, and never as a failure of the system", async () => {
    const { atA, atB } = county.world.people;
    const goal = (id: string) => ({
      id,
      goal: "稳定就业",
      responsible: "甲一",
      setOn: "2021-12-20",
      dueOn: "2022-02-20",
    });
    const id = newId();
    expect((await county.post("caseworkerB", `/enrollees/${atB}/goals`, goal(id))).statusCode).toBe(200);
    const answer = await county.post("caseworkerA", `/enrollees/${atA}/goals`, goal(id));
    expect(answer.json()).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/id", detail: "编号已被使用，请重新打开表单再提交" }],
    });
  });
});

it("every unique constraint that a request can run into has its answer", async () => {
  const client = new Client({ connectionString: county.world.database.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
      join pg_namespace n on n.oid = c.relnamespace
    where i.indisunique and not i.indisprimary and n.nspname = 'public' order by 1`);
  await client.end();
  /** Targets of foreign keys, and keys that are derived: no form fills them in. */
  const unasked = new Set(["case_record_station_key", "enrollee_station_key", "enrollee_search_key_unique"]);
  expect(rows.map(({ name }) => name).filter((name) => !unasked.has(name))).toEqual(
    Object.keys(uniqueProblems).toSorted(),
  );
});
