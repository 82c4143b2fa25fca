import { DEFAULT_READ_LIMITS } from "@rehab/spreadsheet/read-limits";
import { oleOf, protectedXls, zipBomb } from "@rehab/spreadsheet/test-support/bad-files";
import { excelFile } from "@rehab/spreadsheet/test-support/sample-files";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { tables } from "../src/db/client.ts";
import { createImportApp, createImportWorld, uploadRequest } from "./import-world.ts";
import type { ImportApp, ImportWorld } from "./import-world.ts";

// A file that is refused for its size has to be made and sent first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const rows = [
  ["姓名", "身份证号"],
  ["赵测试", "430624190001010010"],
];
const whole = excelFile(rows);

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

function countStored(): Promise<{ batches: number; rows: number; people: number; cases: number }> {
  const scope = { countyCode: world.services.county.code, people: { kind: "county" as const } };
  return world.services.db.read(scope, async (tx) => ({
    batches: await tx.$count(tables.importBatch),
    rows: await tx.$count(tables.importRow),
    people: await tx.$count(tables.enrollee),
    cases: await tx.$count(tables.caseRecord),
  }));
}

describe("a file that cannot be used says why and changes nothing", () => {
  it.each([
    ["an .xlsx with a password", "a.xlsx", oleOf("/EncryptedPackage"), /打开密码.*取消密码/u],
    ["an .xls with a password", "a.xls", protectedXls(rows), /打开密码.*取消密码/u],
    ["a PDF under another name", "a.xlsx", Buffer.from("%PDF-1.7\n1 0 obj\n"), /不是 Excel 或 CSV/u],
    ["a Word document", "a.xls", oleOf("/WordDocument"), /不是 Excel 或 CSV/u],
    ["a zip bomb", "a.xlsx", zipBomb(), /解压后的大小异常/u],
    ["a zip bomb that lies about its size", "a.xlsx", zipBomb(10), /文件已损坏/u],
    ["half a workbook", "a.xlsx", whole.subarray(0, whole.length / 2), /文件已损坏/u],
    ["an empty file", "a.csv", Buffer.alloc(0), /文件是空的/u],
    [
      "more bytes than a file may have",
      "a.csv",
      Buffer.alloc(DEFAULT_READ_LIMITS.maxFileBytes + 1, "a"),
      /文件太大/u,
    ],
    ["a table of another kind", "a.csv", Buffer.from("菜名,价格\n豆腐,3\n"), /没有找到表头|认不出/u],
  ])("%s", async (_, name, bytes, problem) => {
    const before = await countStored();
    const batch = await app.upload([{ name, bytes }]);
    expect(batch).toMatchObject({ state: "planned", toDecide: 0 });
    expect(batch.files).toMatchObject([
      { name, kind: null, rows: 0, problem: expect.stringMatching(problem) },
    ]);

    expect(await app.apply(batch.id)).toMatchObject({ state: "applied" });
    expect(await countStored()).toEqual({ ...before, batches: before.batches + 1 });
  });

  it("more bytes than an upload may have, all together", async () => {
    const before = await countStored();
    const part = Buffer.alloc(DEFAULT_READ_LIMITS.maxFileBytes - 1, "a");
    const files = Array.from({ length: 6 }, (_, index) => ({ name: `${index}.csv`, bytes: part }));
    const answer = await app.call("supervisor", uploadRequest(files));
    expect(answer.json()).toMatchObject({
      status: 413,
      code: "upload_too_large",
      detail: "一次上传的文件合计不超过 100 MB，请分几次上传。",
    });
    expect(await countStored()).toEqual(before);
  });
});
