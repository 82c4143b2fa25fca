import { plainDate } from "@rehab/domain/time/plain-date";
import { afterAll, beforeAll, expect, it } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const get = (query: string, year = 2021) =>
  world.call("supervisor", { method: "GET", url: `/api/v1/county-records/${year}/facts?${query}` });

it("answers with masked names and no number, and with nothing for a year before", async () => {
  const answer = await get("of=handed_off");
  expect(answer.statusCode).toBe(200);
  const page = answer.json<{ rows: { maskedName: string }[]; total: { count: number } }>();
  expect(page.rows).toHaveLength(page.total.count);
  expect(answer.body).not.toContain("430624190001010010");
  expect((await get("of=handed_off", 2010)).json()).toEqual({
    rows: [],
    nextCursor: null,
    total: { count: 0, exact: true },
  });
});

it("refuses a number that the book does not have, and a cursor that is none", async () => {
  for (const [query, pointer] of [
    ["of=everybody", "/query/of"],
    ["of=ended&ending=vanished", "/query/ending"],
    ["of=visits&cursor=abc", "/cursor"],
  ] as const) {
    const answer = await get(query);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ code: string }>().code).toBe("invalid_input");
    expect(answer.body).toContain(pointer.split("/").at(-1));
  }
});

it("is the bureau's book: a station does not open it", async () => {
  for (const list of ["facts?of=visits", "windows?of=missing", "expenses"]) {
    const url = `/api/v1/county-records/2021/${list}`;
    expect((await world.call("caseworkerA", { method: "GET", url })).statusCode).toBe(403);
  }
});

const open = (list: string) =>
  world.call("supervisor", { method: "GET", url: `/api/v1/county-records/2021/${list}` });

it("lists the test windows of a station with masked names, and refuses what the book does not count", async () => {
  const book = await world.call("supervisor", { method: "GET", url: "/api/v1/county-records/2021" });
  const { windows } = book.json<{ windows: { stations: { id: string; due: number; done: number }[] } }>();
  for (const { id, due, done } of windows.stations) {
    const answer = await open(`windows?of=missing&stationId=${id}`);
    expect(answer.json<{ total: { count: number } }>().total.count).toBe(due - done);
    expect(answer.body).not.toContain("曾小明");
  }
  for (const refused of [
    "windows?of=late",
    "windows?cursor=abc",
    "windows?stationId=a",
    "expenses?cursor=abc",
  ]) {
    const answer = await open(refused);
    expect({ refused, code: answer.json<{ code: string }>().code }).toEqual({
      refused,
      code: "invalid_input",
    });
  }
});

it("lists the payments of one use with what they come to, without those that were annulled", async () => {
  const { services } = world;
  const { code: countyCode } = services.county;
  const expense = (happenedOn: string, category: string, amountFen: number, annulled = false) => ({
    id: newId(),
    countyCode,
    happenedOn: plainDate(happenedOn),
    category,
    amountFen,
    ...(annulled && { annulledAt: services.clock.now(), annulmentReason: "重复" }),
  });
  await services.db.write({ countyCode, people: systemActor.scope }, (tx) =>
    tx
      .insert(tables.fundExpense)
      .values([
        expense("2021-03-01", "宣传", 10_000),
        expense("2021-12-31", "宣传", 2_550),
        expense("2021-05-01", "宣传", 900, true),
        expense("2020-12-31", "宣传", 700),
        expense("2021-04-01", "", 300),
      ]),
  );
  const sums = async (query: string) => {
    const answer = await open(`expenses${query}`);
    const { rows, spentFen, total } = answer.json<{
      rows: unknown[];
      spentFen: number;
      total: { count: number };
    }>();
    expect(rows).toHaveLength(total.count);
    return [total.count, spentFen];
  };
  expect(await sums("")).toEqual([3, 12_850]);
  expect(await sums(`?category=${encodeURIComponent("宣传")}`)).toEqual([2, 12_550]);
  expect(await sums("?category=")).toEqual([1, 300]);
});

it("shows a station what its own staff carry, and nothing of another's", async () => {
  const carried = async (caller: "caseworkerA" | "supervisor", at: "a" | "b") => {
    const url = `/api/v1/enrollees?caseworkerStationId=${world.stations[at]}`;
    const answer = await world.call(caller, { method: "GET", url });
    return answer.json<{ total: { count: number } }>().total.count;
  };
  expect([await carried("supervisor", "a"), await carried("supervisor", "b")]).toEqual([2, 1]);
  expect([await carried("caseworkerA", "a"), await carried("caseworkerA", "b")]).toEqual([2, 0]);
  const without = await world.call("supervisor", {
    method: "GET",
    url: "/api/v1/enrollees?withoutCaseworker=true",
  });
  expect(without.json<{ total: { count: number } }>().total.count).toBe(0);
});
