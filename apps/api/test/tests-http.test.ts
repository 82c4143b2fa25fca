import type { TestFile, TestView } from "@rehab/schema/test-views";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { createTestsWorld, hairSample, oneTest } from "./tests-world.ts";
import type { TestsWorld } from "./tests-world.ts";
import { savedAt } from "./saved-at.ts";

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
  readonly errors?: { pointer: string; detail: string }[];
}

const pointersOf = (refusal: Refusal) =>
  (refusal.errors ?? []).map(({ pointer }) => pointer.replace("/body", ""));
const record = (body: object, caller = "caseworkerA", of = id) =>
  county.post(caller, `/enrollees/${of}/tests`, body);
const step = (testId: string, body: object, caller = "caseworkerA") =>
  county.post(caller, `/enrollees/${id}/tests/${testId}/steps`, {
    id: newId(),
    happenedOn: "2021-12-31",
    note: null,
    ...body,
  });
const review = (testId: string, caller: string, outcome = "confirmed", note: string | null = null) =>
  county.post(caller, `/enrollees/${id}/tests/${testId}/review`, {
    id: newId(),
    happenedOn: "2021-12-31",
    outcome,
    note,
  });
const report = (changes: object = {}) => ({
  id: newId(),
  letterNumber: "测司阳报〔2021〕1号",
  organ: "测试县公安局禁毒大队",
  note: null,
  ...changes,
});
const annul = (fact: string, factId: string, caller = "caseworkerA") =>
  county.post(caller, `/enrollees/${id}/tests-annulments`, { fact, factId, reason: "误录" });
const testOf = (file: TestFile, testId: string): TestView | undefined =>
  file.tests.find((test) => test.id === testId);
const mayDo = (test: TestView | undefined, action: string) =>
  test?.actions.find((each) => each.action === action);

/** Takes everything back that a case of these tests recorded, the last first. */
async function cleanUp(): Promise<void> {
  const { tests } = await county.file(id);
  for (const test of tests.filter(({ annulled, on }) => annulled === null && on > "2021-12-01")) {
    for (const done of test.steps.filter(({ annulled }) => annulled === null).toReversed()) {
      await annul("step", done.id);
    }
    await annul("test", test.id);
  }
}
beforeEach(cleanUp);

describe("one test", () => {
  it("is recorded once, and is found at the own station only", async () => {
    const body = oneTest({ result: "negative" });
    for (const _ of [1, 2]) {
      const file = (await record(body)).json<TestFile>();
      expect(file.tests.filter((test) => test.id === body.id)).toHaveLength(1);
      expect(file.windows[6]).toMatchObject({ state: "covered", test: { id: body.id } });
    }
    const trail = await county.audits(body.id);
    expect(trail.map(({ change }) => change["created"])).toEqual([true, false]);
    expect((await record(oneTest(), "caseworkerB")).json()).toMatchObject({ code: "not_found" });
    expect((await record(oneTest(), "supervisor")).json()).toMatchObject({ code: "forbidden" });
    const seen = await county.file(id, "supervisor");
    expect(seen.actions).toEqual([
      { action: "record", allowed: false, reason: "由所在工作站的专职工作人员办理" },
      { action: "delegate", allowed: false, reason: "由所在工作站的专职工作人员办理" },
    ]);
  });

  it.each([
    [{ happenedOn: "2022-01-01" }, ["/happenedOn"]],
    [{ secondTester: "甲一" }, ["/secondTester"]],
    [{ place: "" }, ["/place"]],
    [{ result: "pending" }, ["/sampleNumber", "/laboratory", "/sentOn"]],
  ])("is refused by its fields: %o", async (changes, pointers) => {
    expect(pointersOf((await record(oneTest(changes))).json())).toEqual(pointers);
  });

  it("is not for a day before the report-in, nor twice on a day", async () => {
    const early = (await record(oneTest({ happenedOn: "2021-06-01" }))).json<Refusal>();
    expect(early).toMatchObject({ code: "wrong_state", detail: "当日尚未报到，不能登记检测" });
    await record(oneTest({ result: "negative" }));
    expect((await record(oneTest())).json<Refusal>().detail).toContain("当日已经登记过");
  });
});

describe("a hair sample", () => {
  it("needs both sealed samples, waits for the laboratory, and then counts for its result", async () => {
    expect(pointersOf((await record(hairSample({ sampleB: "A-001", sealed: false }))).json())).toEqual([
      "/sampleB",
      "/sealed",
    ]);
    const hair = hairSample();
    expect((await record(hair)).statusCode).toBe(200);
    const waiting = () => county.call("caseworkerA", { url: "/api/v1/tests-waiting?step=result" });
    expect((await waiting()).json()).toMatchObject({
      counts: { all: 1, result: 1, review: 0 },
      rows: [{ testId: hair.id, laboratory: "省鉴定中心", dueOn: "2022-01-14", daysOver: 0 }],
    });
    const early = await step(hair.id, {
      kind: "lab_result",
      happenedOn: "2021-12-29",
      result: "negative",
      reportNumber: "1",
      laboratory: "省鉴定中心",
    });
    expect(pointersOf(early.json())).toEqual(["/happenedOn"]);
    const answer = {
      kind: "lab_result",
      result: "positive",
      reportNumber: "鉴〔2021〕8号",
      laboratory: "省鉴定中心",
    };
    const file = (await step(hair.id, answer)).json<TestFile>();
    expect(testOf(file, hair.id)).toMatchObject({
      seen: "pending",
      result: "positive",
      positive: { stage: "to_review", foundOn: "2021-12-31", reportBy: "2022-01-04" },
    });
    expect((await step(hair.id, answer)).json()).toMatchObject({
      code: "wrong_state",
      detail: "检测机构结果已经登记",
    });
    expect((await review(hair.id, "caseworkerA")).json()).toMatchObject({ code: "second_person_required" });
    const other = (await county.call("caseworkerB", { url: "/api/v1/tests-waiting" })).json();
    expect(other).toMatchObject({ counts: { all: 0 } });
  });
});

describe("a positive result", () => {
  it("is reviewed by a second person, and unconfirmed with a reason", async () => {
    const positive = oneTest();
    await record(positive);
    const own = testOf(await county.file(id), positive.id);
    expect(mayDo(own, "review")?.reason).toContain("不能自己复核");
    expect(mayDo(own, "proposeReport")?.reason).toBe("请先由第二人复核");
    expect((await review(positive.id, "caseworkerA")).json()).toMatchObject({
      code: "second_person_required",
    });
    expect(pointersOf((await review(positive.id, "second", "not_confirmed")).json())).toEqual(["/note"]);
    expect((await review(positive.id, "caseworkerB")).json()).toMatchObject({ code: "not_found" });
    const file = (await review(positive.id, "supervisor", "not_confirmed", "试纸显色不清")).json<TestFile>();
    expect(testOf(file, positive.id)?.positive?.stage).toBe("not_confirmed");
    expect((await review(positive.id, "second")).json()).toMatchObject({ code: "wrong_state" });
  });

  it("can be tested anew at the person's request, which takes it back", async () => {
    const positive = oneTest();
    await record(positive);
    await review(positive.id, "second");
    const asked = await step(positive.id, { kind: "retest_requested", organ: "测试县公安局" });
    expect(testOf(asked.json(), positive.id)?.positive?.retest).toMatchObject({
      askBy: "2022-01-04",
      askedOn: "2021-12-31",
      decideBy: "2022-01-04",
    });
    const file = (
      await step(positive.id, {
        kind: "retest_result",
        result: "negative",
        reportNumber: "鉴9号",
        laboratory: "省鉴定中心",
      })
    ).json<TestFile>();
    expect(testOf(file, positive.id)).toMatchObject({
      result: "negative",
      positive: { stage: "overturned" },
    });
    const refusal = await county.post(
      "caseworkerA",
      `/enrollees/${id}/tests/${positive.id}/report`,
      report(),
    );
    expect(refusal.json()).toMatchObject({ code: "wrong_state" });
  });

  it("is annulled from the last step back", async () => {
    const positive = oneTest();
    await record(positive);
    const reviewed = (await review(positive.id, "second")).json<TestFile>();
    const stepId = testOf(reviewed, positive.id)?.steps[0]?.id ?? "";
    expect((await annul("test", positive.id)).json()).toMatchObject({
      code: "wrong_state",
      detail: "请先撤销这次检测之后的步骤",
    });
    expect((await annul("step", stepId, "caseworkerB")).json()).toMatchObject({ code: "not_found" });
    await annul("step", stepId);
    const file = (await annul("test", positive.id)).json<TestFile>();
    expect(testOf(file, positive.id)).toMatchObject({ annulled: { reason: "误录" }, positive: null });
    expect(file.windows[6]?.state).toBe("open");
    expect((await annul("test", newId())).json()).toMatchObject({ code: "not_found" });
  });
});

describe("the report to the police", () => {
  it("is made by two people, changes no state, and ends with their answer", async () => {
    const positive = oneTest({ happenedOn: "2021-12-29" });
    await record(positive);
    await review(positive.id, "second");
    const path = `/enrollees/${id}/tests/${positive.id}/report`;
    expect(pointersOf((await county.post("caseworkerA", path, report({ organ: "" }))).json())).toEqual([
      "/organ",
    ]);
    const proposal = report();
    for (const _ of [1, 2]) {
      const file = (await county.post("caseworkerA", path, proposal)).json<TestFile>();
      expect(file.reports).toMatchObject([{ id: proposal.id, state: "open", own: true }]);
    }
    expect((await county.post("caseworkerA", path, report())).json()).toMatchObject({
      code: "wrong_state",
      detail: "已有一份报告待复核",
    });
    const open = (await county.call("supervisor", { url: "/api/v1/approvals" })).json<{
      rows: { id: string; version: number; citation: string; items: { present: boolean }[] }[];
    }>();
    const row = open.rows.find((each) => each.id === proposal.id);
    expect(row?.citation).toBe("《戒毒条例》第二十一条、《禁毒法》第三十八条");
    expect(row?.items.map(({ present }) => present)).toEqual([true, true, true]);
    const word = await county.post("caseworkerA", `/enrollees/${id}/test-reports/${proposal.id}/file`, {});
    expect(word.statusCode).toBe(200);
    expect(word.rawPayload.subarray(0, 2).toString()).toBe("PK");
    const decided = await county.post("supervisor", `/approvals/${proposal.id}/decision`, {
      version: row?.version,
      decision: "confirm",
      reason: "",
    });
    expect(decided.json()).toMatchObject({ state: "confirmed" });
    const told = await county.file(id);
    expect(testOf(told, positive.id)?.positive?.stage).toBe("informed");
    const enrollee = (await county.call("caseworkerA", { url: `/api/v1/enrollees/${id}` })).json<{
      cases: { state: string }[];
    }>();
    expect(enrollee.cases[0]?.state).toBe("active");
    const informed = testOf(told, positive.id)?.steps.find(({ kind }) => kind === "police_informed");
    expect((await annul("step", informed?.id ?? "")).json()).toMatchObject({ code: "wrong_state" });
    const answered = await step(positive.id, {
      kind: "police_answered",
      decision: "continue",
      number: null,
    });
    expect(testOf(answered.json(), positive.id)).toMatchObject({ positive: { stage: "answered" } });
  });
});

describe("a test that another place makes", () => {
  const delegation = (changes: object = {}) => ({
    id: newId(),
    method: "saliva",
    toPlace: "邻县中心站",
    letterNumber: "测司委〔2021〕1号",
    requestedOn: "2021-12-20",
    wantedFrom: "2021-12-21",
    wantedTo: "2021-12-31",
    reason: "外地务工",
    ...changes,
  });
  const person = () => county.world.people.alsoAtA;
  const path = () => `/enrollees/${person()}/test-delegations`;
  const receipt = (version: number, changes: object = {}) => ({
    step: "receipt",
    version,
    testId: newId(),
    testedOn: "2021-12-22",
    result: "negative",
    receiptOn: "2021-12-24",
    receiptNumber: "回1号",
    tester: "丁一",
    secondTester: "丁二",
    ...changes,
  });

  it("counts once its receipt has come", async () => {
    const asked = delegation({ method: "urine" });
    const file = (await county.post("caseworkerA", path(), asked)).json<TestFile>();
    expect(file.windows[6]?.state).toBe("open");
    const { rows } = await county.dayList();
    expect(rows.find(({ enrolleeId }) => enrolleeId === person())?.excuse).toBe("delegated");
    const one = `${path()}/${asked.id}`;
    const accept = { step: "accept", version: 1, acceptedOn: "2021-12-21", acceptedBy: "丁站" };
    expect((await county.post("caseworkerA", one, accept)).statusCode).toBe(200);
    expect((await county.post("caseworkerA", one, receipt(1))).json()).toMatchObject({
      code: "stale_version",
      detail: expect.stringMatching(savedAt("您本人（另一个窗口）")),
    });
    expect(
      pointersOf((await county.post("caseworkerA", one, receipt(2, { receiptOn: "2021-12-21" }))).json()),
    ).toEqual(["/receiptOn"]);
    const sent = receipt(2);
    for (const _ of [1, 2]) {
      const done = (await county.post("caseworkerA", one, sent)).json<TestFile>();
      expect(done.delegations[0]).toMatchObject({ receiptNumber: "回1号", version: 3 });
      expect(done.windows[6]).toMatchObject({ state: "covered", test: { id: sent.testId } });
    }
    const cancel = { step: "cancel", version: 3, cancelledOn: "2021-12-31", reason: "已检测" };
    expect((await county.post("caseworkerA", one, cancel)).json()).toMatchObject({ code: "wrong_state" });
    expect((await county.post("caseworkerB", one, cancel)).json()).toMatchObject({ code: "not_found" });
    const takeBack = (fact: string, factId: string) =>
      county.post("caseworkerA", `/enrollees/${person()}/tests-annulments`, { fact, factId, reason: "误录" });
    expect((await takeBack("delegation", asked.id)).json()).toMatchObject({ code: "wrong_state" });
    await takeBack("test", sent.testId);
    expect((await takeBack("delegation", asked.id)).json<TestFile>().windows[6]?.state).toBe("open");
  });

  it("is withdrawn with a reason, and its letter leaves a trace", async () => {
    const asked = delegation();
    await county.post("caseworkerA", path(), asked);
    const letter = await county.call("caseworkerA", { url: `/api/v1${path()}/${asked.id}/letter` });
    expect(letter.json()).toMatchObject({
      name: "黎安",
      delegation: { letterNumber: "测司委〔2021〕1号" },
    });
    expect((await county.audits(person())).map(({ action }) => action)).toContain("tests.delegationLetter");
    const cancel = { step: "cancel", version: 1, cancelledOn: "2021-12-31", reason: "本人返回" };
    const file = (await county.post("caseworkerA", `${path()}/${asked.id}`, cancel)).json<TestFile>();
    expect(file.delegations.find((row) => row.id === asked.id)).toMatchObject({ cancelReason: "本人返回" });
  });
});

describe("the record of tests", () => {
  it("shows whole values on paper, and leaves a trace", async () => {
    const sheet = await county.call("caseworkerA", { url: `/api/v1/enrollees/${id}/tests-sheet` });
    expect(sheet.json()).toMatchObject({
      name: "曾小明",
      idNumber: "430624190001010010",
      stationName: "甲中心站",
    });
    expect((await county.audits(id)).map(({ action }) => action)).toContain("tests.sheet");
    const other = await county.call("caseworkerB", { url: `/api/v1/enrollees/${id}/tests-sheet` });
    expect(other.json()).toMatchObject({ code: "not_found" });
  });
});

describe("a random draw", () => {
  const draw = (changes: object = {}) => ({
    id: newId(),
    stationId: null,
    purpose: "毛发抽检",
    size: 1,
    ...changes,
  });

  it("is drawn once from those in their measure, and anybody computes it again", async () => {
    const body = draw({ size: 2 });
    const first = (await county.post("supervisor", "/test-draws", body)).json<{
      seed: string;
      people: { enrolleeId: string }[];
    }>();
    expect(first).toMatchObject({ population: 3, sample: 2, reproduced: true, stationName: null });
    const again = (await county.post("supervisor", "/test-draws", body)).json<{ seed: string }>();
    expect(again.seed).toBe(first.seed);
    expect((await county.audits(body.id)).map(({ change }) => change["created"])).toEqual([true, false]);
    const seen = await county.call("supervisor", { url: `/api/v1/test-draws/${body.id}` });
    expect(seen.json()).toMatchObject({ reproduced: true, seed: first.seed });
    const hidden = await county.call("caseworkerA", { url: `/api/v1/test-draws/${body.id}` });
    expect(hidden.json()).toMatchObject({ code: "not_found" });
  });

  it("stays within the own station, and is no larger than its population", async () => {
    const body = draw({ size: 2 });
    const own = (await county.post("caseworkerA", "/test-draws", body)).json<{ populationIds: string[] }>();
    const { atA, alsoAtA } = county.world.people;
    expect(own.populationIds.toSorted()).toEqual([atA, alsoAtA].toSorted());
    const other = draw({ stationId: county.world.stations.b });
    expect((await county.post("caseworkerA", "/test-draws", other)).json()).toMatchObject({
      code: "not_found",
    });
    const large = (await county.post("caseworkerA", "/test-draws", draw({ size: 3 }))).json<Refusal>();
    expect(pointersOf(large)).toEqual(["/size"]);
    const list = await county.call("caseworkerA", { url: "/api/v1/test-draws" });
    expect(list.json()).toMatchObject({ total: { count: 1 } });
  });
});
