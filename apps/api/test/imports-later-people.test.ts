import type { TimelineEntry } from "@rehab/schema/enrollees";
import type { ImportBatch, ImportRow } from "@rehab/schema/imports";
import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";
import { handoffCalls } from "./handoff-calls.ts";
import type { Created } from "./handoff-calls.ts";
import { uploadRequest } from "./import-world.ts";
import { listFile } from "./reconciliation-county.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const { handoffBody, create, auditOf } = handoffCalls(() => world);
const later = { name: "后来人", idNumber: inventedIdentity(61, "male").idNumber };
const never = { name: "无此人", idNumber: inventedIdentity(62, "male").idNumber };

async function importLedger(): Promise<ImportBatch> {
  const header = ["检测日期", "姓名", "身份证号", "检测方式", "检测地点", "检测结果"];
  const rows = [later, never].map(({ name, idNumber }) => [
    "2021-12-28",
    name,
    idNumber,
    "尿检",
    "甲中心站",
    "阴性",
  ]);
  const file = await listFile("尿检台账（2021年）", rows, header);
  const sent = await world.call("supervisor", uploadRequest([{ ...file, name: "尿检台账.xlsx" }]));
  const { id } = sent.json<ImportBatch>();
  await settled(id);
  await world.call("supervisor", { method: "POST", url: `/api/v1/imports/${id}/apply` });
  return settled(id);
}

async function settled(id: string): Promise<ImportBatch> {
  for (;;) {
    const batch = (await world.call("supervisor", { url: `/api/v1/imports/${id}` })).json<ImportBatch>();
    if (batch.state !== "planning" && batch.state !== "applying") return batch;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it("a row of somebody unknown is carried out by itself once the person is registered", async () => {
  const batch = await importLedger();
  expect(batch).toMatchObject({ state: "applied", toDecide: 2, verdicts: { held: 2, new: 0 } });
  const rowsOf = async () =>
    (await world.call("supervisor", { url: `/api/v1/imports/${batch.id}/rows?limit=50` })).json<{
      rows: ImportRow[];
    }>().rows;
  expect((await rowsOf()).map(({ verdict, issues }) => [verdict, issues[0]?.code])).toEqual([
    ["held", "unknown_person"],
    ["held", "unknown_person"],
  ]);
  expect(await auditOf("imports.follow")).toEqual([]);

  const { enrolleeId } = (await create(handoffBody(later))).json<Created>();
  expect((await rowsOf()).map(({ verdict }) => verdict)).toEqual(["new", "held"]);
  const opened = (await world.call("supervisor", { url: `/api/v1/imports/${batch.id}` })).json<ImportBatch>();
  expect(opened).toMatchObject({ toDecide: 1, verdicts: { held: 1, new: 1 } });
  const timeline = await world.call("supervisor", { url: `/api/v1/enrollees/${enrolleeId}/timeline` });
  const test = timeline.json<{ rows: TimelineEntry[] }>().rows.find(({ kind }) => kind === "test");
  expect(test).toMatchObject({ happenedOn: "2021-12-28", source: "尿检台账.xlsx 第 3 行" });
  expect(await auditOf("imports.follow")).toMatchObject([
    { subjectId: batch.id, change: { verdicts: { new: 1, held: 1 } } },
  ]);
});

it("is carried out with the next import as well, whoever opens nothing", async () => {
  const before = await importLedger();
  // the first row says what is recorded already; nobody knows the second
  expect(before.verdicts.held + before.verdicts.waiting + before.verdicts.matched).toBe(2);
  await create(handoffBody(never));
  const next = await importLedger();
  expect(next).toMatchObject({ state: "applied", toDecide: 0 });
  const list = await world.call("supervisor", { url: "/api/v1/imports?limit=50" });
  const waiting = list.json<{ rows: ImportBatch[] }>().rows.map(({ toDecide }) => toDecide);
  expect(waiting.every((rows) => rows === 0)).toBe(true);
});
