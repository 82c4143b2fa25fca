import type { TestSessionView } from "@rehab/schema/test-views";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { createTestsWorld, entry, testDay } from "./tests-world.ts";
import type { TestsWorld } from "./tests-world.ts";

let county: TestsWorld;
beforeAll(async () => {
  county = await createTestsWorld();
  const { people } = county.world;
  for (const id of Object.values(people)) await county.setSex(id, "male");
});
afterAll(() => county.close());

interface Refusal {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: { pointer: string; detail: string }[];
}

const errorsOf = (refusal: Refusal) =>
  (refusal.errors ?? []).map(({ pointer, detail }) => [pointer.replace("/body", ""), detail]);
const recordDay = (caller: string, body: object) => county.post(caller, "/test-sessions", body);

describe("the list of a test day", () => {
  it("holds the own station's people with the open window", async () => {
    const { atA, alsoAtA } = county.world.people;
    const { rows, stationName } = await county.dayList();
    expect(stationName).toBe("甲中心站");
    expect(rows.map(({ enrolleeId }) => enrolleeId).toSorted()).toEqual([atA, alsoAtA].toSorted());
    expect(rows[0]).toMatchObject({
      excuse: null,
      window: { index: 7, from: "2021-12-03", to: "2022-01-02" },
      lastOn: "2021-12-01",
      called: false,
    });
    expect(rows.map(({ maskedName }) => maskedName)).not.toContain("曾小明");
  });

  it("says of another day why nobody is due, and refuses a day to come", async () => {
    const early = await county.dayList("2021-12-01");
    expect(early.rows.map(({ excuse }) => excuse)).toEqual(["covered", "covered"]);
    const before = await county.dayList("2021-06-03");
    expect(before.rows.map(({ excuse }) => excuse)).toEqual(["not_agreed", "not_agreed"]);
    const future = await county.call("caseworkerA", { url: "/api/v1/test-day?on=2022-01-01" });
    expect(future.json()).toMatchObject({ code: "invalid_input" });
  });
});

describe("a test day", () => {
  it("is recorded once, all at once, however often it is sent", async () => {
    const { atA, alsoAtA } = county.world.people;
    const body = testDay([entry(atA), entry(alsoAtA, "refused", { reason: "称没有时间" })]);
    for (const _ of [1, 2]) {
      const answer = await recordDay("caseworkerA", body);
      expect(answer.json<TestSessionView>()).toMatchObject({
        id: body.id,
        results: { negative: 1, refused: 1 },
        testers: ["甲一", "甲二"],
        stripBatch: "MOP-2112",
        recordedBy: "caseworkera",
      });
    }
    const trail = await county.audits(body.id);
    expect(trail.map(({ action, change }) => [action, change["people"], change["created"]])).toEqual([
      ["tests.recordDay", 2, true],
      ["tests.recordDay", 2, false],
    ]);
    expect(JSON.stringify(trail)).not.toContain("称没有时间");
    const { rows } = await county.dayList();
    const excuses = new Map(rows.map(({ enrolleeId, excuse }) => [enrolleeId, excuse]));
    expect(excuses.get(atA)).toBe("covered");
    expect(excuses.get(alsoAtA)).toBeNull();
    const refusing = await county.file(alsoAtA);
    expect(refusing.tests[0]).toMatchObject({
      seen: "refused",
      called: false,
      details: { reason: "称没有时间" },
      sessionId: body.id,
    });
    expect(refusing.windows[6]).toMatchObject({ state: "open", test: null });
    expect((await county.file(atA)).windows[6]).toMatchObject({
      state: "covered",
      test: { on: "2021-12-31", result: "negative" },
    });
    const list = await county.call("supervisor", { url: "/api/v1/test-sessions" });
    expect(list.json()).toMatchObject({ total: { count: 1 }, rows: [{ id: body.id }] });
    const elsewhere = await county.call("caseworkerB", { url: "/api/v1/test-sessions" });
    expect(elsewhere.json()).toMatchObject({ total: { count: 0 }, rows: [] });
  });

  it("records nobody when one entry cannot stand, and says which", async () => {
    const { atA, alsoAtA, atB } = county.world.people;
    const twice = await recordDay("caseworkerA", testDay([entry(atA), entry(alsoAtA)]));
    expect(twice.json<Refusal>().code).toBe("invalid_input");
    expect(errorsOf(twice.json())).toEqual([
      ["/entries/0", "当日已经登记过这种检测；登记有误的，先撤销再重新登记"],
    ]);
    const saliva = { method: "saliva" };
    const repeated = await recordDay("caseworkerA", testDay([entry(atA), entry(atA)], saliva));
    expect(errorsOf(repeated.json())).toEqual([["/entries/1", "同一个人登记了两次"]]);
    const absent = await recordDay("caseworkerA", testDay([entry(atA, "absent")], saliva));
    expect(errorsOf(absent.json())[0]?.[1]).toContain("不在应检名单");
    const other = await recordDay("caseworkerA", testDay([entry(alsoAtA), entry(atB)], saliva));
    expect(other.json()).toMatchObject({ code: "not_found" });
    expect((await county.file(alsoAtA)).tests).toHaveLength(2);
  });

  it("wants two testers, a day that has come, and a strip", async () => {
    const { alsoAtA } = county.world.people;
    const saliva = { method: "saliva" };
    const sent = (changes: object) =>
      recordDay("caseworkerA", testDay([entry(alsoAtA)], { ...saliva, ...changes }));
    expect(errorsOf((await sent({ secondTester: "甲一" })).json())).toEqual([
      ["/secondTester", "检测人应为不同的两人"],
    ]);
    expect(errorsOf((await sent({ happenedOn: "2022-01-01" })).json())[0]?.[0]).toBe("/happenedOn");
    expect(errorsOf((await sent({ stripBatch: " " })).json())).toEqual([["/stripBatch", "请填写试剂批号"]]);
    expect(errorsOf((await sent({ entries: [] })).json())).toEqual([["/entries", "没有要登记的人员"]]);
    expect(errorsOf((await sent({ method: "hair" })).json())[0]?.[0]).toBe("/method");
  });
});

describe("a woman's sample", () => {
  it("is taken by a woman, and a sex that is not on file is asked", async () => {
    const { alsoAtA } = county.world.people;
    await county.setSex(alsoAtA, null);
    const on = { happenedOn: "2021-12-30" };
    const unknown = await recordDay("caseworkerA", testDay([entry(alsoAtA)], on));
    expect(errorsOf(unknown.json())).toEqual([["/entries/0/sex", "档案没有性别，请注明本人是男是女"]]);
    const woman = entry(alsoAtA, "negative", { sex: "female" });
    const nobody = await recordDay("caseworkerA", testDay([woman], on));
    expect(errorsOf(nobody.json())[0]?.[0]).toBe("/womanCollector");
    const stranger = await recordDay("caseworkerA", testDay([woman], { ...on, womanCollector: "丙" }));
    expect(errorsOf(stranger.json())[0]?.[1]).toBe("女性样本的采集人应是两名检测人之一");
    const taken = await recordDay("caseworkerA", testDay([woman], { ...on, womanCollector: "甲二" }));
    expect(taken.statusCode).toBe(200);
    expect((await county.file(alsoAtA)).tests.find(({ on: day }) => day === "2021-12-30")).toMatchObject({
      details: { womanCollector: "甲二" },
    });
  });
});

describe("a photo of a test day", () => {
  const boundary = "----photo";
  const upload = (caller: string, sessionId: string, factId: string, bytes: Buffer) =>
    county.call(caller, {
      method: "POST",
      url: `/api/v1/test-sessions/${sessionId}/photos/${factId}`,
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`,
        ),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    });
  const png = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(40, 7)]);

  it("is kept encrypted, shown at the station only, and leaves a trace", async () => {
    const { atB } = county.world.people;
    const day = testDay([entry(atB)]);
    expect((await recordDay("caseworkerB", day)).statusCode).toBe(200);
    const photoId = newId();
    for (const _ of [1, 2]) {
      const answer = await upload("caseworkerB", day.id, photoId, png);
      expect(answer.json<TestSessionView>().photos).toMatchObject([{ id: photoId, size: png.length }]);
    }
    const shown = await county.post("caseworkerB", `/test-photos/${photoId}`, {});
    expect(shown.headers["content-type"]).toContain("image/png");
    expect(shown.rawPayload.equals(png)).toBe(true);
    expect((await county.post("supervisor", `/test-photos/${photoId}`, {})).statusCode).toBe(200);
    expect((await county.post("caseworkerA", `/test-photos/${photoId}`, {})).json()).toMatchObject({
      code: "not_found",
    });
    expect((await upload("caseworkerA", day.id, newId(), png)).json()).toMatchObject({ code: "not_found" });
    const trail = await county.audits(day.id);
    expect(trail.map(({ action }) => action)).toContain("tests.photo");
  });

  it("is refused when it is no picture or too large", async () => {
    const { rows } = (await county.call("caseworkerB", { url: "/api/v1/test-sessions" })).json<{
      rows: { id: string }[];
    }>();
    const id = rows[0]?.id ?? "";
    const text = await upload("caseworkerB", id, newId(), Buffer.from("not a picture"));
    expect(text.json()).toMatchObject({ code: "file_unreadable" });
    const large = Buffer.concat([png, Buffer.alloc(8 * 1024 * 1024)]);
    expect((await upload("caseworkerB", id, newId(), large)).json()).toMatchObject({
      code: "upload_too_large",
    });
  });
});
