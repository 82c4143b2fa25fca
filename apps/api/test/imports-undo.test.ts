import { readFileSync } from "node:fs";
import { plainDate } from "@rehab/domain/time/plain-date";
import type { ImportBatch, ImportRow } from "@rehab/schema/imports";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { figuresOf } from "./county-figures.ts";
import { createImportApp, createImportWorld, uploadRequest } from "./import-world.ts";
import type { ImportApp, ImportWorld, UploadedFile } from "./import-world.ts";

// Importing a year takes seconds, and longer beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const yearEnd = plainDate("2021-12-31");

let world: ImportWorld;
let app: ImportApp;
beforeAll(async () => {
  world = await createImportWorld();
  app = await createImportApp(world);
});
afterAll(async () => {
  await app.app.close();
  await world.close();
});

function fixtureFile(name: string): UploadedFile {
  return { name, bytes: readFileSync(`${fixtureFolder}/${name}`) };
}

async function importFiles(...names: string[]): Promise<ImportBatch> {
  const planned = await app.upload(names.map(fixtureFile));
  return app.apply(planned.id);
}

async function heldRow(batchId: string, code: string): Promise<ImportRow | undefined> {
  const answer = await app.call("supervisor", {
    url: `/api/v1/imports/${batchId}/rows?verdict=held&limit=200`,
  });
  const { rows } = answer.json<{ rows: ImportRow[] }>();
  return rows.find(({ issues }) => issues.some((issue) => issue.code === code));
}

const undo = (id: string) =>
  app.call("supervisor", {
    method: "POST",
    url: `/api/v1/imports/${id}/undo`,
    payload: { reason: "核对有误" },
  });

const decide = (batchId: string, decision: object) =>
  app.call("supervisor", {
    method: "POST",
    url: `/api/v1/imports/${batchId}/decisions`,
    payload: { decisions: [{ reason: "已核实", ...decision }] },
  });

describe("batches that build on each other", () => {
  let register: ImportBatch;
  let list: ImportBatch;
  let reports: ImportBatch;
  let withRegister: Awaited<ReturnType<typeof figuresOf>>;
  beforeAll(async () => {
    register = await importFiles("工作站与人员.xlsx", "存量花名册-2020-12-31.xlsx");
    withRegister = await figuresOf(world.services, yearEnd);
    list = await importFiles("衔接名单/2021年第39周.xlsx", "衔接名单/2021年第16周.xlsx");
    reports = await importFiles("台账/报到协议台账.xlsx");
  });

  it("lets what a later file tells of a held person wait", () => {
    expect(register.verdicts).toMatchObject({ new: 202, held: 0 });
    expect(list.verdicts).toMatchObject({ new: 1, held: 2 });
    // The other fifty were handed over on lists that have not been imported.
    expect(reports.verdicts).toMatchObject({ new: 1, waiting: 2, held: 49 });
  });

  it("carries out what waited in a later batch once the person's row is decided", async () => {
    const before = await figuresOf(world.services, yearEnd);
    const provisional = await heldRow(list.id, "missing_id");
    const answer = await decide(list.id, { rowId: provisional?.id, action: "accept" });
    expect(answer.json()).toMatchObject({ state: "applied", toDecide: 1 });
    const after = (
      await app.call("supervisor", { url: `/api/v1/imports/${reports.id}` })
    ).json<ImportBatch>();
    expect(after.verdicts).toMatchObject({ new: 2, waiting: 1 });
    const figures = await figuresOf(world.services, yearEnd);
    expect(figures.registered).toBe(before.registered + 1);
  });

  it("gives a returning person a second case and moves the file to the new station", async () => {
    const returning = await heldRow(list.id, "two_live_orders");
    expect(returning?.candidates).toHaveLength(1);
    expect(returning?.candidates[0]?.about).toContain("金龙镇中心站");
    await decide(list.id, { rowId: returning?.id, action: "accept" });
    const file = await app.call("supervisor", {
      url: `/api/v1/enrollees/${returning?.candidates[0]?.enrolleeId}`,
    });
    expect(file.json()).toMatchObject({
      stationName: "文星街道中心站",
      cases: [{ sequence: 2 }, { sequence: 1 }],
    });
    const twice = await decide(list.id, { rowId: returning?.id, action: "reject" });
    expect(twice.json()).toMatchObject({ code: "decision_invalid" });
  });

  it("keeps a row in the queue whose correction raises another question", async () => {
    const csv = [
      "公安局禁毒大队移交名单（2021年第41周，核对日期2021-10-14）",
      "序号,姓名,身份证号,处置类型,决定书文号,决定日期,送达日期,执行地乡镇",
      "1,任帆磊,430624197410079214,社区戒毒,湘公（禁）社戒决字〔2021〕777号,2021-10-11,2021-10-12,静河镇",
    ].join("\r\n");
    const planned = await app.upload([{ name: "名单.csv", bytes: Buffer.from(csv) }]);
    const wrong = await heldRow(planned.id, "id_checksum");
    const set = { idNumber: "430624197410079213" };
    const corrected = await decide(planned.id, { rowId: wrong?.id, action: "correct", set });
    expect(corrected.json()).toMatchObject({ state: "planned", toDecide: 1 });
    const open = await heldRow(planned.id, "two_live_orders");
    expect(open).toMatchObject({ id: wrong?.id, decision: null });
    const accepted = await decide(planned.id, { rowId: open?.id, action: "accept" });
    expect(accepted.json()).toMatchObject({ toDecide: 0, verdicts: { new: 1 } });
    const applied = await app.apply(planned.id);
    expect(applied.verdicts).toMatchObject({ new: 1, held: 0 });
    expect((await undo(planned.id)).json()).toMatchObject({ state: "undone" });
  });

  it("refuses to undo what later batches build on, and puts back what the last one changed", async () => {
    for (const batch of [register, list]) {
      expect((await undo(batch.id)).json()).toMatchObject({ code: "import_undo_blocked", status: 409 });
    }
    expect((await undo(reports.id)).json()).toMatchObject({ state: "undone" });
    expect((await undo(list.id)).json()).toMatchObject({ state: "undone" });
    expect(await figuresOf(world.services, yearEnd)).toEqual(withRegister);
    expect((await undo(register.id)).json()).toMatchObject({ state: "undone" });
    expect((await figuresOf(world.services, yearEnd)).registered).toBe(0);
  });
});

describe("files that are too much", () => {
  it("says so of one that is too large and takes the others", async () => {
    const huge = { name: "很大.csv", bytes: Buffer.alloc(21 * 1024 * 1024, "甲,") };
    const batch = await app.upload([huge, fixtureFile("工作站与人员.xlsx")]);
    expect(batch.files.map(({ name, problem }) => [name, problem?.slice(0, 4) ?? null])).toEqual([
      ["很大.csv", "文件太大"],
      ["工作站与人员.xlsx", null],
    ]);
    expect(batch.verdicts).toMatchObject({ matched: 16 });
  });

  it("refuses an upload that is too large as a whole", async () => {
    const bytes = Buffer.alloc(19 * 1024 * 1024, "甲,");
    const files = Array.from({ length: 6 }, (_, index) => ({ name: `${index}.csv`, bytes }));
    const answer = await app.call("supervisor", uploadRequest(files));
    expect(answer.json()).toMatchObject({ code: "upload_too_large", status: 413 });
  });
});
