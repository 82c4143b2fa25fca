import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { FolderSummary } from "../src/modules/imports/folder-summary.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

// Importing a year takes seconds, and longer beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const command = fileURLToPath(new URL("../src/cli/import.ts", import.meta.url));
const list = "衔接名单/2021年第39周.xlsx";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "rehab-import-"));
  for (const name of ["工作站与人员.xlsx", "存量花名册-2020-12-31.xlsx", list]) {
    cpSync(join(fixtureFolder, name), join(folder, "papers", name), { recursive: true });
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly error: string;
}

function run(...args: string[]): Promise<Outcome> {
  const env = {
    PATH: process.env["PATH"],
    APP_MODE: "production",
    COUNTY_CODE: "430624",
    COUNTY_NAME: "湘阴县",
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    DATABASE_ADMIN_URL: database.adminUrl,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env }, (failure, output, error) => {
      resolve({ code: Number(failure?.code ?? 0), output, error });
    });
  });
}

function decisionsFile(action: string): string {
  const path = join(folder, `${action}.json`);
  const decision = {
    file: "衔接名单/2021年第39周",
    row: 1,
    issue: "two_live_orders",
    action,
    reason: "核实",
  };
  writeFileSync(path, JSON.stringify([decision]));
  return path;
}

describe("npm run import", () => {
  it("says what is wrong with what it was given, and ends with 1", async () => {
    const missing = await run(join(folder, "nowhere"));
    expect(missing).toMatchObject({ code: 1, output: "" });
    expect(missing.error).toMatch(/cannot be read/u);
    writeFileSync(join(folder, "wrong.json"), JSON.stringify([{ file: "a" }]));
    const wrong = await run(join(folder, "papers"), "--decisions", join(folder, "wrong.json"));
    expect(wrong.code).toBe(1);
    expect(wrong.error).toMatch(/wrong at 0\.row/u);
  });

  it("tries without storing, imports, and takes the decisions later", async () => {
    const dry = await run(join(folder, "papers"), "--dry-run", "--json");
    const summary = JSON.parse(dry.output) as FolderSummary;
    expect(dry.code).toBe(2);
    expect(summary).toMatchObject({ batchId: null, verdicts: { new: 202, held: 1 } });

    const first = await run(join(folder, "papers"));
    expect(first.code).toBe(2);
    expect(first.output).toContain("left to decide: 1");
    expect(first.output).toMatch(/花名册 +1 +186 +186/u);

    const decided = await run(join(folder, "papers"), "--decisions", decisionsFile("accept"), "--json");
    expect(decided.code).toBe(0);
    expect(JSON.parse(decided.output)).toMatchObject({ verdicts: { new: 0, matched: 203 }, toDecide: [] });
  });

  it("imports the good files beside one that cannot be used, and ends with 1", async () => {
    writeFileSync(join(folder, "papers", "坏.xlsx"), "not a workbook");
    const outcome = await run(join(folder, "papers"));
    expect(outcome.code).toBe(1);
    expect(outcome.output).toMatch(/not used: 坏\.xlsx: .+重新上传/u);
    expect(outcome.output).toContain("203");
  });
});
