import { readFileSync, readdirSync } from "node:fs";
import { plainDate } from "@rehab/domain/time/plain-date";
import type { ImportBatch, ImportRow } from "@rehab/schema/imports";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { readWorkbook } from "@rehab/spreadsheet/read-workbook";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { figuresOf } from "./county-figures.ts";
import { createImportApp, createImportWorld, fixtureDecisions, uploadRequest } from "./import-world.ts";
import type { ImportApp, ImportWorld, UploadedFile } from "./import-world.ts";

// Importing a year takes seconds, and longer beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const yearEnd = plainDate("2021-12-31");
const fixtureFiles: UploadedFile[] = readdirSync(fixtureFolder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".xlsx"))
  .map((name) => ({ name, bytes: readFileSync(`${fixtureFolder}/${name}`) }));

let world: ImportWorld;
let app: ImportApp;
const logged: string[] = [];
beforeAll(async () => {
  world = await createImportWorld();
  app = await createImportApp(world, (line) => logged.push(line));
});
afterAll(async () => {
  await app.app.close();
  await world.close();
});

async function rowsOf(id: string, query = ""): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const url = `/api/v1/imports/${id}/rows?limit=200${query}${cursor === "" ? "" : `&cursor=${cursor}`}`;
    const answer = await app.call("supervisor", { url });
    const page: { rows: ImportRow[]; nextCursor: string | null } = answer.json();
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows;
}

describe("a year of paper through the screen", () => {
  let batch: ImportBatch;
  beforeAll(async () => {
    batch = await app.upload([
      ...fixtureFiles,
      { name: "坏文件.xlsx", bytes: Buffer.from("PK\u0003\u0004 broken") },
    ]);
  });

  it("shows what every file is and what its rows would do", () => {
    expect(batch).toMatchObject({ state: "planned", toDecide: 14, createdBy: "supervisor" });
    expect(batch.verdicts).toMatchObject({ new: 2166, held: 14, waiting: 50, rejected: 0 });
    expect(batch.files.find(({ name }) => name === "坏文件.xlsx")).toMatchObject({
      kind: null,
      rows: 0,
      problem: "文件已损坏，无法读取。请用 Excel 或 WPS 打开，另存为新的 .xlsx 后重新上传。",
    });
    expect(batch.files.find(({ name }) => name === "衔接名单/2021年第09周.xlsx")).toMatchObject({
      kind: "handoff_list",
      kindLabel: "衔接名单",
      headerRow: 2,
      notes: ["2021 年第 9 周，核对日期 2021-03-04，名单 4 人"],
      mappedColumns: expect.arrayContaining([{ header: "身份证号码", field: "idNumber", label: "身份证号" }]),
    });
  });

  it("pages through the rows in the order of the files", async () => {
    const rows = await rowsOf(batch.id);
    expect(rows).toHaveLength(2230);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2230);
  });

  it("masks people except in rows that must be decided", async () => {
    const [row] = await rowsOf(batch.id, "&verdict=new");
    const text = (field: string, of: ImportRow | undefined) =>
      of?.cells.find((cell) => cell.field === field)?.text;
    const register = (await rowsOf(batch.id, "&verdict=new")).find(({ kind }) => kind === "register");
    expect(row).toBeDefined();
    expect(text("idNumber", register)).toMatch(/^4306\*{10}[\dX]{4}$/u);
    expect(text("name", register)).toMatch(/^.\*+$/u);
    const held = (await rowsOf(batch.id, "&verdict=held")).find(
      ({ issues }) => issues[0]?.code === "id_checksum",
    );
    expect(text("idNumber", held)).toMatch(/^\d{18}$/u);
    expect(held).toMatchObject({
      fileName: "衔接名单/2021年第13周.xlsx",
      sequence: 1,
      allowedActions: ["correct", "return_to_police", "reject"],
      issues: [{ code: "id_checksum", cell: "E3", field: "idNumber" }],
    });
  });

  it("refuses a decision that the row cannot take, and one that leaves a doubt", async () => {
    const held = await rowsOf(batch.id, "&verdict=held");
    const outside = held.find(({ issues }) => issues[0]?.code === "outside_county");
    const decide = (decision: object) =>
      app.call("supervisor", {
        method: "POST",
        url: `/api/v1/imports/${batch.id}/decisions`,
        payload: { decisions: [{ rowId: outside?.id, reason: "试一下", ...decision }] },
      });
    expect((await decide({ action: "accept" })).json()).toMatchObject({
      code: "decision_invalid",
      status: 422,
    });
    const doubtful = await decide({ action: "correct", set: { township: "没有这个镇" } });
    expect(doubtful.json()).toMatchObject({ code: "decision_invalid" });
    expect(doubtful.body).not.toContain("没有这个镇");
    expect(
      (await rowsOf(batch.id, "&verdict=held")).find(({ id }) => id === outside?.id)?.decision,
    ).toBeNull();
  });

  it("reaches the figures with the decisions made before carrying it out", async () => {
    const held = await rowsOf(batch.id, "&verdict=held");
    const decisions = fixtureDecisions.map(({ file, row, action, set, reason }) => ({
      rowId: held.find(({ fileName, sequence }) => fileName === `${file}.xlsx` && sequence === row)?.id,
      action,
      ...(set === undefined ? {} : { set }),
      reason,
    }));
    const answer = await app.call("supervisor", {
      method: "POST",
      url: `/api/v1/imports/${batch.id}/decisions`,
      payload: { decisions },
    });
    expect(answer.json()).toMatchObject({
      state: "planned",
      toDecide: 0,
      verdicts: { waiting: 0, rejected: 5 },
    });
    const applied = await app.apply(batch.id);
    expect(applied).toMatchObject({ state: "applied", toDecide: 0 });
    expect(await figuresOf(world.services, yearEnd)).toMatchObject({
      registered: 210,
      controlled: 200,
      handedOff: 58,
    });
  });

  it("carries a batch out once", async () => {
    const again = await app.call("supervisor", { method: "POST", url: `/api/v1/imports/${batch.id}/apply` });
    expect(again.json()).toMatchObject({ code: "import_already_applied", status: 409 });
  });

  it("gives the rows that were left out back as the Excel they came from", async () => {
    const file = batch.files.find(({ name }) => name.endsWith("尿检台账-文星街道中心站.xlsx"));
    const answer = await app.call("supervisor", {
      url: `/api/v1/imports/${batch.id}/files/${file?.id}/rejected`,
    });
    expect(answer.statusCode).toBe(200);
    const workbook = await readWorkbook(answer.rawPayload, "退回.xlsx");
    const texts = workbook.sheets[0]?.rows.map((row) => row.map((cell) => cell?.text ?? "")) ?? [];
    expect(texts[0]?.[0]).toBe("文星街道中心站尿检台账（2021年）");
    expect(texts[1]).toContain("退回原因");
    expect(texts).toHaveLength(6);
    expect(texts[2]?.at(-1)).toBe("a typing error: reject");
    expect(texts[2]).toContain("2023-03-05");
  });

  it("is undone as a whole, with its trace kept, and can come again", async () => {
    const undo = await app.call("supervisor", {
      method: "POST",
      url: `/api/v1/imports/${batch.id}/undo`,
      payload: { reason: "传错了文件" },
    });
    expect(undo.json()).toMatchObject({ state: "undone", undoReason: "传错了文件", verdicts: { new: 2223 } });
    expect(await figuresOf(world.services, yearEnd)).toMatchObject({
      registered: 0,
      registeredAtYearStart: 0,
      handedOff: 0,
      visits: 0,
      leaves: 0,
      funds: { spent: 0 },
      weeklyChecks: { made: 0 },
    });
    const twice = await app.call("supervisor", {
      method: "POST",
      url: `/api/v1/imports/${batch.id}/undo`,
      payload: { reason: "再撤一次" },
    });
    expect(twice.json()).toMatchObject({ code: "wrong_state" });
    const next = await app.upload(fixtureFiles);
    expect(next).toMatchObject({ state: "planned", toDecide: 14 });
  });

  it("names nobody in addresses, logs and the trail", async () => {
    const audit = (await app.call("admin", { url: "/api/v1/audit?limit=100" })).body;
    for (const secret of ["韦俊建", "430624196906279425", "范志"]) {
      expect(logged.join("\n")).not.toContain(secret);
      expect(audit).not.toContain(secret);
    }
  });
});

describe("who may import", () => {
  it("nobody but the bureau's supervisors", async () => {
    const denied = await app.call("admin", uploadRequest(fixtureFiles.slice(0, 1)));
    expect(denied.json()).toMatchObject({ code: "forbidden" });
    expect((await app.call("anonymous", { url: "/api/v1/imports" })).json()).toMatchObject({
      code: "not_signed_in",
    });
    const unknown = await app.call("supervisor", {
      url: "/api/v1/imports/00000000-0000-7000-8000-000000000000",
    });
    expect(unknown.json()).toMatchObject({ code: "not_found" });
  });

  it("says when no file came", async () => {
    expect((await app.call("supervisor", uploadRequest([]))).json()).toMatchObject({
      code: "file_unreadable",
    });
  });
});
