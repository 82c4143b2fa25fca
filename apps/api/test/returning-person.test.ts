import type { EnrolleeFile, TimelineEntry } from "@rehab/schema/enrollees";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createAppWorld, samplePerson } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { handoffCalls } from "./handoff-calls.ts";
import type { Created } from "./handoff-calls.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const { handoffBody, create, fileOf } = handoffCalls(() => world);
const { name, idNumber } = samplePerson;

async function timelineOf(id: string, caller: Caller): Promise<TimelineEntry[]> {
  const answer = await world.call(caller, { url: `/api/v1/enrollees/${id}/timeline?limit=100` });
  return answer.json<{ rows: TimelineEntry[] }>().rows;
}

it("somebody who comes back lives where the hand-off says, with what stood there before and its source", async () => {
  const { atA } = world.people;
  const handOver = (parts: object) =>
    create(
      handoffBody({
        name,
        idNumber,
        enrolleeId: atA,
        accept: true,
        acceptReason: "同一人再次决定",
        ...parts,
      }),
    );
  const first = await handOver({ residence: "测试县甲镇一村3组", receivedOn: "2021-12-21" });
  expect(first.json<Created>()).toMatchObject({ enrolleeId: atA });
  const second = await handOver({
    residence: "测试县甲镇八村1组",
    phone: "190-0000-0088",
    receivedOn: "2021-12-27",
    orderedOn: "2021-12-26",
    handedOffOn: "2021-12-29",
  });
  expect(second.statusCode).toBe(200);
  expect((await fileOf(atA)) satisfies EnrolleeFile).toMatchObject({ residence: "测试县甲镇八村1组" });

  const changes = (await timelineOf(atA, "supervisor")).filter(({ kind }) => kind === "details_changed");
  expect(changes.map(({ happenedOn, details }) => [happenedOn, details])).toEqual([
    [
      "2021-12-29",
      [
        { label: "原现住址", value: "测试县甲镇一村3组" },
        { label: "原联系电话", value: "139****0001" },
      ],
    ],
    ["2021-12-24", [{ label: "原现住址", value: "没有登记" }]],
  ]);
  expect(changes.every(({ recordedBy }) => recordedBy === "supervisor")).toBe(true);
});

it("a caseworker sees the kind and day of the paper of a fact, and never the name of its file", async () => {
  const { atA, atB } = world.people;
  const own = (await timelineOf(atA, "caseworkerA")).find(({ kind }) => kind === "details_changed");
  expect(own?.source).toMatch(/^衔接名单（\d{4}-\d\d-\d\d 导入） 第 \d+ 行$/u);
  const bureau = (await timelineOf(atA, "supervisor")).find(({ id }) => id === own?.id);
  expect(bureau?.source).not.toContain("导入）");
  const other = await world.call("caseworkerA", { url: `/api/v1/enrollees/${atB}/timeline` });
  expect(other.statusCode).toBe(404);
  const typed = (await timelineOf(atA, "caseworkerA")).find(({ kind }) => kind === "test");
  expect(typed?.source).toBeNull();
});
