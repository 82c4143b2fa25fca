import type { Problem } from "@rehab/schema/problem";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "../src/core/ids.ts";
import { createAppWorld, samplePerson } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { handoffCalls } from "./handoff-calls.ts";
import type { Found } from "./handoff-calls.ts";

vi.setConfig({ testTimeout: 30_000 });

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const { auditOf, find, candidatesOf, fileOf } = handoffCalls(() => world);

describe("looking for a person before typing", () => {
  it("reads the number while it is typed", async () => {
    const verdict = async (words: object) => (await find(words)).json<Found>().idNumber;
    expect(await verdict({ idNumber: "430624190001010011" })).toMatchObject({
      ok: false,
      issue: "身份证号校验位不对",
    });
    expect(await verdict({ idNumber: "430624190002290018" })).toMatchObject({
      ok: false,
      issue: "身份证号中的出生日期不存在",
    });
    expect(await verdict({ idNumber: "110105491231002" })).toMatchObject({
      ok: true,
      convertedFrom15: true,
      birthDate: "1949-12-31",
      sex: "female",
      birthDateAgrees: null,
    });
    const typed = { idNumber: samplePerson.idNumber, birthDate: "1900-01-02" };
    expect(await verdict(typed)).toMatchObject({ ok: true, birthDateAgrees: false });
    expect(await verdict({ name: "某人" })).toBeNull();
  });

  it("says why somebody may be the one, and leaves the choice to a person", async () => {
    const { atA } = world.people;
    expect(await candidatesOf({ idNumber: samplePerson.idNumber })).toEqual([
      { id: atA, matches: ["same_id"] },
    ]);
    expect(await candidatesOf({ name: "曾小明" })).toEqual([{ id: atA, matches: ["same_name"] }]);
    expect(await candidatesOf({ name: "曾晓鸣" })).toEqual([{ id: atA, matches: ["homophone"] }]);
    expect(await candidatesOf({ name: "曾小", idNumber: "430624190001010011" })).toEqual([]);
    expect(await candidatesOf({ name: "全无此人" })).toEqual([]);
  });

  it("shows station, state and cases, and no whole name or number", async () => {
    const answer = await find({ name: "单雄" });
    expect(answer.json<Found>().candidates[0]).toMatchObject({
      maskedName: "单*",
      maskedIdNumber: "4405**********0014",
      stationName: "乙中心站",
      cases: [{ sequence: 1, measure: "community_detox", state: "active", receivedOn: "2021-06-01" }],
    });
    expect(answer.body).not.toContain("单雄");
    expect(answer.body).not.toContain("440524188001010014");
  });

  it("wants at least one word, keeps counts in the trail and nothing of what was typed", async () => {
    const empty = await find({ name: "  " });
    expect(empty.json<Problem>()).toMatchObject({ code: "invalid_input" });
    const before = (await auditOf("new-handoff.findPerson")).length;
    await find({ name: "曾小明", idNumber: samplePerson.idNumber });
    const entries = await auditOf("new-handoff.findPerson");
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)?.change).toEqual({ candidates: 1, by: ["name", "idNumber"] });
    expect(JSON.stringify(entries)).not.toMatch(/曾小明|430624/u);
  });

  it("is the bureau's", async () => {
    expect((await find({ name: "曾小明" }, "caseworkerA")).statusCode).toBe(403);
  });
});

describe("former names", () => {
  const add = (caller: Caller, enrolleeId: string, name: string, id = newId()) =>
    world.call(caller, {
      method: "POST",
      url: `/api/v1/enrollees/${enrolleeId}/former-names`,
      payload: { id, name },
    });

  it("find the person, by their sound as well, in the search and in the register", async () => {
    const { alsoAtA } = world.people;
    const id = newId();
    expect((await add("caseworkerA", alsoAtA, "黎铁柱", id)).statusCode).toBe(204);
    expect((await add("caseworkerA", alsoAtA, "黎铁柱", id)).statusCode).toBe(204);
    expect(await candidatesOf({ name: "黎铁柱" })).toEqual([{ id: alsoAtA, matches: ["former_name"] }]);
    expect(await candidatesOf({ name: "黎贴住" })).toEqual([{ id: alsoAtA, matches: ["former_name"] }]);
    for (const words of ["铁柱", "litiezhu", "ltz", "黎安"]) {
      const register = await world.call("supervisor", {
        method: "POST",
        url: "/api/v1/enrollees/search",
        payload: { q: words },
      });
      expect(register.json()).toMatchObject({ rows: [{ id: alsoAtA }], total: { count: 1 } });
    }
    expect((await fileOf(alsoAtA)).maskedFormerNames).toEqual(["黎**"]);
    const changes = (await auditOf("enrollees.addFormerName")).map(({ change }) => change);
    expect(changes).toEqual([
      { enrolleeId: alsoAtA, added: 1 },
      { enrolleeId: alsoAtA, added: 0 },
    ]);
  });

  it("are the own station's to record, and not the present name", async () => {
    const { alsoAtA, atB } = world.people;
    expect((await add("caseworkerA", atB, "单大雄")).statusCode).toBe(404);
    expect((await add("supervisor", atB, "单大雄")).statusCode).toBe(403);
    const same = await add("caseworkerA", alsoAtA, "黎 安");
    expect(same.json<Problem>()).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/name", detail: "这就是现在的姓名" }],
    });
  });
});
