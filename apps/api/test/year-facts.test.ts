import { afterAll, beforeAll, expect, it } from "vitest";
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
  const answer = await world.call("caseworkerA", {
    method: "GET",
    url: "/api/v1/county-records/2021/facts?of=visits",
  });
  expect(answer.statusCode).toBe(403);
});
