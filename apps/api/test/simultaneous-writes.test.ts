import { newId } from "../src/core/ids.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";
import { handOver, send } from "./intake-world.ts";

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

it("three people who write about one person at the same moment all get through", async () => {
  const { caseId } = await handOver(world);
  const post = (child: string, payload: Record<string, unknown>) =>
    send(world, "caseworkerA", "POST", `/cases/${caseId}/${child}`, { id: newId(), note: null, ...payload });
  const reported = await post("report-in", {
    happenedOn: "2021-12-27",
    receivedBy: "甲一",
    identityShown: "居民身份证",
    accompaniedBy: null,
    papersBrought: null,
  });
  expect(reported.status).toBe(200);

  const happenedOn = "2021-12-28";
  const answers = await Promise.all([
    post("notice", { happenedOn, givenBy: "甲一", number: null }),
    post("agreement", { happenedOn, number: null, townshipParty: "镇长", stationParty: "甲一" }),
    post("plan", { happenedOn, goals: "稳定就业", measures: ["employment"] }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const { body } = await send(world, "caseworkerA", "GET", `/handoffs/${caseId}`);
  const done = (body["ladder"] as { code: string; doneOn: string | null }[])
    .filter((rung) => rung.doneOn === happenedOn)
    .map(({ code }) => code);
  expect(done).toEqual(["notice", "agreement", "plan"]);
});
