import { readFileSync } from "node:fs";
import { CASE_END_KINDS } from "@rehab/domain/supervision/case-event";
import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { plainDate } from "@rehab/domain/time/plain-date";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { getYear } from "../src/modules/county-records/year-summary.ts";
import { listYearWindows } from "../src/modules/county-records/year-windows.ts";
import { listRegister } from "../src/modules/enrollees/list-register.ts";
import { listStaff } from "../src/modules/staff/queries.ts";
import { listYearExpenses } from "../src/modules/county-records/fund-year.ts";
import { listYearFacts } from "../src/modules/county-records/year-facts.ts";
import type { FolderSummary } from "../src/modules/imports/folder-summary.ts";
import { importFolder } from "../src/modules/imports/import-folder.ts";
import { figuresOf } from "./county-figures.ts";
import { createImportWorld, fixtureDecisions } from "./import-world.ts";
import type { ImportWorld } from "./import-world.ts";

// Importing a year takes seconds, and longer beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

interface Expected {
  asOf: string;
  urine: { windowsWhollyInYear: { due: number; done: number } };
  notReported: { name: string; due: string }[];
  rowsToDecide: { file: string; row: number; what: string }[];
}

const expected = JSON.parse(readFileSync(`${fixtureFolder}/expected.json`, "utf8")) as Expected;
const yearEnd = plainDate(expected.asOf);

/** The figures of expected.json; the rows to decide are compared with the summary. */
function expectedFigures() {
  const { rowsToDecide: _, urine, notReported, ...rest } = expected;
  const { due, done } = urine.windowsWhollyInYear;
  return {
    ...rest,
    urine: { ...urine, windowsWhollyInYear: { due, done } },
    notReported: notReported.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function rowsToDecide(summary: FolderSummary): { file: string; row: number; what: string | undefined }[] {
  return summary.toDecide.map(({ file, row, issues }) => ({
    file: file.replace(/\.xlsx$/u, ""),
    row,
    what: issues[0]?.code,
  }));
}

const byPlace = (a: { file: string; row: number }, b: { file: string; row: number }) =>
  a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1;

describe("a year of paper with its decisions", () => {
  let world: ImportWorld;
  let summary: FolderSummary;
  beforeAll(async () => {
    world = await createImportWorld();
    summary = await importFolder(world.services, fixtureFolder, { decisions: fixtureDecisions });
  });
  afterAll(() => world.close());

  it("leaves nothing to decide", () => {
    expect(summary.toDecide).toEqual([]);
    expect(summary.unusedDecisions).toEqual([]);
    expect(summary.files.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(summary.verdicts).toMatchObject({ held: 0, waiting: 0, rejected: 5 });
  });

  it("reaches every figure", async () => {
    expect(await figuresOf(world.services, yearEnd)).toEqual(expectedFigures());
  });

  it("opens each number of the year's book as a list of exactly that length", async () => {
    const { services } = world;
    const year = 2021;
    const book = await getYear(services, systemActor, { year });
    const asked = [
      { of: "handed_off", count: book.handedOff },
      { of: "visits", count: book.visits },
      { of: "leaves", count: book.leaves },
      { of: "tests", count: book.tests.recorded },
      ...CASE_END_KINDS.map((ending) => ({ of: "ended", ending, count: book.ended[ending] }) as const),
      ...TEST_RESULTS.map(
        ({ code }) => ({ of: "tests", result: code, count: book.tests.byResult[code] }) as const,
      ),
    ] as const;
    for (const { count, ...query } of asked) {
      const days: string[] = [];
      const ids = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await listYearFacts(services, systemActor, {
          year,
          limit: 150,
          ...query,
          ...(cursor && { cursor }),
        });
        expect({ query, total: page.total }).toEqual({ query, total: { count, exact: true } });
        for (const { id, on } of page.rows) {
          ids.add(id);
          days.push(on);
        }
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect({ query, rows: ids.size }).toEqual({ query, rows: count });
      expect(days).toEqual(days.toSorted().toReversed());
      expect(days.every((day) => day >= "2021-01-01" && day <= "2021-12-31")).toBe(true);
    }
  });

  it("opens each number of test windows and of payments as a list of exactly that length", async () => {
    const { services } = world;
    const year = 2021;
    const { windows, fund } = await getYear(services, systemActor, { year });
    const everywhere = { id: undefined, due: windows.due, done: windows.done };
    for (const { id: stationId, due, done } of [everywhere, ...windows.stations]) {
      for (const [of, count] of Object.entries({ due, done, missing: due - done })) {
        const ids = new Set<string>();
        let cursor: string | undefined;
        do {
          const page = await listYearWindows(services, systemActor, {
            year,
            of: of as "due",
            stationId,
            limit: 150,
            cursor,
          });
          expect({ of, total: page.total.count }).toEqual({ of, total: count });
          for (const { caseId, index } of page.rows) ids.add(`${caseId} ${index}`);
          const done = page.rows.filter(({ testedOn }) => testedOn !== null).length;
          expect({ done: page.rows.length, missing: 0, due: done }[of]).toBe(done);
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect({ of, stationId, rows: ids.size }).toEqual({ of, stationId, rows: count });
      }
    }

    const items = fund.byCategory.reduce((sum, line) => sum + line.items, 0);
    const all = { category: undefined, spentFen: fund.spentFen, items };
    for (const { category, spentFen, items: count } of [all, ...fund.byCategory]) {
      const page = await listYearExpenses(services, systemActor, { year, category, limit: 200 });
      expect({ category, spentFen: page.spentFen, rows: page.rows.length, total: page.total.count }).toEqual({
        category,
        spentFen,
        rows: count,
        total: count,
      });
      expect(page.rows.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(spentFen);
    }
  });

  it("opens what each station's staff carry as a list of exactly that length", async () => {
    const { services } = world;
    const { staff, withoutCaseworker } = await listStaff(services, systemActor, undefined);
    const asked = { standing: "registered", sort: "name", direction: "asc", limit: 200 } as const;
    const found = async (filter: { caseworkerStationId?: string; withoutCaseworker?: "true" }) =>
      (await listRegister(services, systemActor, { ...asked, ...filter })).total.count;
    for (const stationId of new Set(staff.map((member) => member.stationId))) {
      if (stationId === null) continue;
      const carried = staff
        .filter((member) => member.stationId === stationId)
        .reduce((sum, { caseload }) => sum + (caseload ?? 0), 0);
      expect(carried).toBeGreaterThan(0);
      expect(await found({ caseworkerStationId: stationId })).toBe(carried);
    }
    expect(await found({ withoutCaseworker: "true" })).toBe(withoutCaseworker);
  });

  it("changes nothing when it comes again", async () => {
    const again = await importFolder(world.services, fixtureFolder);
    expect(again.verdicts).toEqual({
      new: 0,
      changed: 0,
      matched: Object.values(summary.verdicts).reduce((sum, count) => sum + count),
      held: 0,
      waiting: 0,
      rejected: 0,
    });
    expect(again.toDecide).toEqual([]);
    expect(await figuresOf(world.services, yearEnd)).toEqual(expectedFigures());
  });
});

describe("a year of paper without decisions", () => {
  let world: ImportWorld;
  beforeAll(async () => {
    world = await createImportWorld();
  });
  afterAll(() => world.close());

  it("tells in a dry run what would be held, and stores nothing", async () => {
    const dry = await importFolder(world.services, fixtureFolder, { dryRun: true });
    expect(dry.batchId).toBeNull();
    expect(rowsToDecide(dry).toSorted(byPlace)).toEqual(
      expected.rowsToDecide.map(({ file, row, what }) => ({ file, row, what })).toSorted(byPlace),
    );
    const decided = await importFolder(world.services, fixtureFolder, {
      dryRun: true,
      decisions: fixtureDecisions,
    });
    expect(decided.toDecide).toEqual([]);
    expect((await figuresOf(world.services, yearEnd)).registered).toBe(0);
  });

  it("holds exactly the rows that a person must decide", async () => {
    const first = await importFolder(world.services, fixtureFolder);
    expect(rowsToDecide(first).toSorted(byPlace)).toEqual(
      expected.rowsToDecide.map(({ file, row, what }) => ({ file, row, what })).toSorted(byPlace),
    );
    expect(first.verdicts).toMatchObject({ held: 14, rejected: 0, changed: 0 });
  });

  it("says in a dry run that the rows wait already", async () => {
    const dry = await importFolder(world.services, fixtureFolder, { dryRun: true });
    expect(dry.verdicts).toMatchObject({ new: 0, changed: 0, held: 0, waiting: 0, rejected: 0 });
    expect(dry.toDecide).toHaveLength(14);
  });

  it("reaches every figure when the decisions come later", async () => {
    const later = await importFolder(world.services, fixtureFolder, { decisions: fixtureDecisions });
    expect(later.toDecide).toEqual([]);
    expect(later.unusedDecisions).toEqual([]);
    expect(later.verdicts).toMatchObject({ new: 0, changed: 0, held: 0, waiting: 0 });
    expect(await figuresOf(world.services, yearEnd)).toEqual(expectedFigures());
  });
});
