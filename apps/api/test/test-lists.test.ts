import { drawText } from "@rehab/domain/testing/draw";
import type { DrawView } from "@rehab/schema/test-draws";
import type { TestSessionView, WaitingRow } from "@rehab/schema/test-views";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { createTestsWorld, entry, hairSample, oneTest, testDay } from "./tests-world.ts";
import type { TestsWorld } from "./tests-world.ts";

let county: TestsWorld;
beforeAll(async () => {
  county = await createTestsWorld();
  for (const id of Object.values(county.world.people)) await county.setSex(id, "male");
});
afterAll(() => county.close());

interface Refusal {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: { pointer: string; detail: string }[];
}

describe("the annulment of a test day", () => {
  const annul = (id: string, caller = "caseworkerA", reason = "试剂批号有误，全部重测") =>
    county.post(caller, `/test-sessions/${id}/annulment`, { reason });

  it("takes all its tests back at once, and keeps them on record with the reason", async () => {
    const { atA, alsoAtA } = county.world.people;
    const day = testDay([entry(atA), entry(alsoAtA)]);
    const made = (await county.post("caseworkerA", "/test-sessions", day)).json<TestSessionView>();
    expect(made).toMatchObject({ annulled: null, annulObstacle: null });
    expect((await county.dayList()).rows.map(({ excuse }) => excuse)).toEqual(["covered", "covered"]);
    for (const _ of [1, 2]) {
      expect((await annul(day.id)).json<TestSessionView>()).toMatchObject({
        results: { negative: 2 },
        annulled: { reason: "试剂批号有误，全部重测" },
        annulObstacle: "已经撤销",
      });
    }
    expect((await county.dayList()).rows.map(({ excuse }) => excuse)).toEqual([null, null]);
    const file = await county.file(atA);
    expect(file.tests[0]).toMatchObject({
      sessionId: day.id,
      annulled: { reason: "试剂批号有误，全部重测" },
    });
    expect(file.windows[6]).toMatchObject({ state: "open", test: null });
    expect((await county.audits(day.id)).map(({ action, change }) => [action, change["tests"]])).toEqual([
      ["tests.recordDay", undefined],
      ["tests.annulDay", 2],
      ["tests.annulDay", 0],
    ]);
    const anew = testDay([entry(atA), entry(alsoAtA)]);
    expect((await county.post("caseworkerA", "/test-sessions", anew)).statusCode).toBe(200);
    expect((await annul(anew.id)).statusCode).toBe(200);
    const list = await county.call("caseworkerA", { url: "/api/v1/test-sessions" });
    expect(list.json<{ rows: TestSessionView[] }>().rows.map(({ annulled }) => annulled?.reason)).toEqual([
      "试剂批号有误，全部重测",
      "试剂批号有误，全部重测",
    ]);
  });

  it("leaves what was annulled before it with its own reason", async () => {
    const { atA, alsoAtA } = county.world.people;
    const first = entry(atA);
    const day = testDay([first, entry(alsoAtA)]);
    await county.post("caseworkerA", "/test-sessions", day);
    await county.post("caseworkerA", `/enrollees/${atA}/tests-annulments`, {
      fact: "test",
      factId: first.testId,
      reason: "录错人",
    });
    expect((await annul(day.id)).json<TestSessionView>().results).toEqual({ negative: 1 });
    const kept = (await county.file(atA)).tests.find(({ id }) => id === first.testId);
    expect(kept?.annulled?.reason).toBe("录错人");
  });

  it("waits for what followed a test, and says so", async () => {
    const { atA, alsoAtA } = county.world.people;
    const positive = entry(atA, "positive");
    const day = testDay([positive, entry(alsoAtA)]);
    await county.post("caseworkerA", "/test-sessions", day);
    const review = { id: newId(), happenedOn: "2021-12-31", outcome: "confirmed", note: null };
    await county.post("second", `/enrollees/${atA}/tests/${positive.testId}/review`, review);
    const detail = expect.stringContaining("其中1人的检测之后已有登记");
    expect((await annul(day.id)).json<Refusal>()).toMatchObject({ code: "wrong_state", detail });
    expect((await county.file(alsoAtA)).tests[0]?.annulled).toBeNull();
    const list = await county.call("caseworkerA", { url: "/api/v1/test-sessions" });
    expect(list.json<{ rows: TestSessionView[] }>().rows.find(({ id }) => id === day.id)).toMatchObject({
      annulObstacle: detail,
    });
    await county.post("second", `/enrollees/${atA}/tests-annulments`, {
      fact: "step",
      factId: review.id,
      reason: "误录",
    });
    expect((await annul(day.id)).statusCode).toBe(200);
  });

  it("is of the own station alone, with a reason", async () => {
    const day = testDay([entry(county.world.people.atB)]);
    await county.post("caseworkerB", "/test-sessions", day);
    expect((await annul(day.id)).json<Refusal>().code).toBe("not_found");
    expect((await annul(day.id, "supervisor")).json<Refusal>().code).toBe("forbidden");
    expect((await annul(day.id, "caseworkerB", " ")).json<Refusal>().errors?.[0]?.pointer).toContain(
      "/reason",
    );
    const seen = await county.call("supervisor", { url: "/api/v1/test-sessions" });
    expect(seen.json<{ rows: TestSessionView[] }>().rows.find(({ id }) => id === day.id)).toMatchObject({
      annulObstacle: "由登记的工作站撤销",
    });
    expect((await annul(day.id, "caseworkerB")).statusCode).toBe(200);
  });
});

describe("the tests that wait", () => {
  interface Page {
    readonly rows: WaitingRow[];
    readonly nextCursor: string | null;
    readonly total: { count: number };
    readonly counts: Record<string, number>;
  }
  const page = async (query: string, caller = "caseworkerA") =>
    (await county.call(caller, { url: `/api/v1/tests-waiting?${query}` })).json<Page>();

  it("come in pages that leave nothing out and repeat nothing, with the same counts on each", async () => {
    const { atA, alsoAtA, atB } = county.world.people;
    const hairs = ["2021-12-02", "2021-12-20", "2021-12-28"].map((happenedOn, index) =>
      hairSample({ happenedOn, sentOn: happenedOn, sampleNumber: `A${index}`, sampleB: `B${index}` }),
    );
    for (const hair of hairs) await county.post("caseworkerA", `/enrollees/${atA}/tests`, hair);
    const positive = oneTest({ happenedOn: "2021-12-27" });
    await county.post("caseworkerA", `/enrollees/${alsoAtA}/tests`, positive);
    await county.post(
      "caseworkerB",
      `/enrollees/${atB}/tests`,
      hairSample({ sampleNumber: "Z1", sampleB: "Z2" }),
    );
    const whole = await page("");
    expect(whole).toMatchObject({
      nextCursor: null,
      total: { count: 4 },
      counts: { all: 4, result: 3, review: 1 },
    });
    const due = whole.rows.map(({ dueOn }) => dueOn);
    expect(due).toEqual(due.toSorted((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1)));
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const next: Page = await page(`limit=1${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
      expect(next.total.count).toBe(4);
      seen.push(...next.rows.map(({ testId }) => testId));
      cursor = next.nextCursor;
    }
    expect(seen).toEqual(whole.rows.map(({ testId }) => testId));
    expect(await page("step=review")).toMatchObject({
      rows: [{ testId: positive.id, step: "review", citation: "《本县工作口径》" }],
      total: { count: 1 },
      counts: { all: 4 },
    });
    expect((await page("", "supervisor")).total.count).toBe(5);
    const broken = await county.call("caseworkerA", { url: "/api/v1/tests-waiting?cursor=x" });
    expect(broken.json<Refusal>().code).toBe("invalid_input");
  });
});

describe("a draw by parts", () => {
  const draw = (changes: object = {}) => ({
    id: newId(),
    purpose: "第四季度毛发抽检",
    size: 2,
    stationId: null,
    stratifiedBy: "station",
    ...changes,
  });

  it("gives every part its share, and is computed again from parts and seed", async () => {
    const { atA, alsoAtA, atB } = county.world.people;
    const made = (await county.post("supervisor", "/test-draws", draw())).json<DrawView>();
    expect(made).toMatchObject({ stratifiedBy: "station", reproduced: true, population: 3, sample: 2 });
    const parts = new Map(made.strata.map((part) => [part.name, part]));
    expect(parts.get("甲中心站")?.ids.toSorted()).toEqual([atA, alsoAtA].toSorted());
    // shares 4/3 and 2/3: the larger remainder takes what is left over
    expect(parts.get("甲中心站")?.sample).toBe(1);
    expect(parts.get("乙中心站")).toMatchObject({ ids: [atB], sample: 1 });
    const lowest = made.strata.flatMap(({ ids, sample }) =>
      ids
        .map((id) => ({ id, digest: createHash("sha256").update(drawText(made.seed, id)).digest("hex") }))
        .toSorted((a, b) => (a.digest < b.digest ? -1 : 1))
        .slice(0, sample)
        .map(({ id }) => id),
    );
    expect(made.people.map(({ enrolleeId }) => enrolleeId)).toEqual(lowest);
  });

  it("divides by measure and by the age of the last hair test as they are today", async () => {
    const { atA } = county.world.people;
    const byHair = (
      await county.post("supervisor", "/test-draws", draw({ stratifiedBy: "last_hair_test", size: 3 }))
    ).json<DrawView>();
    expect(byHair.strata.map(({ key, ids }) => [key, ids.length])).toEqual([
      ["never", 1],
      ["under_half_year", 2],
    ]);
    expect(byHair.strata[1]?.ids).toContain(atA);
    const byMeasure = (
      await county.post("caseworkerA", "/test-draws", draw({ stratifiedBy: "measure", size: 1 }))
    ).json<DrawView>();
    expect(byMeasure.strata.reduce((sum, { sample }) => sum + sample, 0)).toBe(1);
    const list = await county.call("supervisor", { url: "/api/v1/test-draws" });
    expect(list.json<{ rows: DrawView[] }>().rows.map(({ stratifiedBy }) => stratifiedBy)).toContain(
      "measure",
    );
  });
});
