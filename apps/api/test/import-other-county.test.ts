import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainDate } from "@rehab/domain/time/plain-date";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { FolderSummary } from "../src/modules/imports/folder-summary.ts";
import { importFolder } from "../src/modules/imports/import-folder.ts";
import { figuresOf } from "./county-figures.ts";
import { createImportWorld, fixtureDecisions } from "./import-world.ts";
import type { ImportWorld } from "./import-world.ts";
import { inOtherCounty, otherCounty, writeOtherCounty } from "./other-county.ts";

// Importing a year takes seconds, and longer beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let folder: string;
let world: ImportWorld;
let summary: FolderSummary;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rehab-county-"));
  await writeOtherCounty(folder);
  world = await createImportWorld(otherCounty);
  const decisions = fixtureDecisions.map((decision) => ({ ...decision, file: inOtherCounty(decision.file) }));
  summary = await importFolder(world.services, folder, { decisions });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

it("recognises every file of another county", () => {
  expect(summary.files.filter(({ problem }) => problem !== null)).toEqual([]);
  expect(summary.kinds.map(({ kind, files, rows }) => [kind, files, rows])).toEqual([
    ["stations_staff", 1, 16],
    ["register", 1, 186],
    ["handoff_list", 50, 61],
    ["report_ins", 1, 52],
    ["status_changes", 1, 42],
    ["tests", 5, 1047],
    ["visits", 5, 757],
    ["leaves", 1, 25],
    ["funds", 1, 38],
    ["publicity", 1, 4],
    ["meetings", 1, 2],
  ]);
  expect(summary.toDecide).toEqual([]);
  expect(summary.unusedDecisions).toEqual([]);
});

it("reaches its figures", async () => {
  const text = inOtherCounty(readFileSync(join(fixtureFolder, "expected.json"), "utf8"));
  const {
    rowsToDecide: _,
    notReported,
    urine,
    ...rest
  } = JSON.parse(text) as {
    rowsToDecide: unknown;
    notReported: { name: string }[];
    urine: { windowsWhollyInYear: { due: number; done: number } };
  };
  const { due, done } = urine.windowsWhollyInYear;
  expect(await figuresOf(world.services, plainDate("2021-12-31"))).toEqual({
    ...rest,
    urine: { ...urine, windowsWhollyInYear: { due, done } },
    notReported: notReported.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  });
});
