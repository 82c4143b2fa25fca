import { readFileSync, readdirSync } from "node:fs";
import { lastDayOfWeek } from "@rehab/domain/time/iso-week";
import { addDays, plainDate } from "@rehab/domain/time/plain-date";
import type { Reconciliation } from "@rehab/schema/reconciliations";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { createImportApp, createImportWorld, fixtureDecisions, uploadRequest } from "./import-world.ts";
import type { ImportApp, ImportWorld, UploadedFile } from "./import-world.ts";
import { figuresOf } from "./county-figures.ts";

// A year of checks takes a while, and longer beside other tests.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

interface Expected {
  handedOff: number;
  weeklyChecks: { made: number; silentWeeks: number[]; zeroWeeks: number[] };
}

const expected = JSON.parse(readFileSync(`${fixtureFolder}/expected.json`, "utf8")) as Expected;
const yearEnd = plainDate("2021-12-31");
const fileOf = (name: string): UploadedFile => ({ name, bytes: readFileSync(`${fixtureFolder}/${name}`) });
const ground = ["工作站与人员.xlsx", "存量花名册-2020-12-31.xlsx"].map(fileOf);
const lists = readdirSync(`${fixtureFolder}/衔接名单`).toSorted();
const handoffDecisions = fixtureDecisions.filter(({ file }) => file.startsWith("衔接名单/"));

let world: ImportWorld;
let app: ImportApp;
let imported: ImportWorld;
beforeAll(async () => {
  world = await createImportWorld();
  app = await createImportApp(world);
  await app.apply((await app.upload(ground)).id);
});
afterAll(async () => {
  await app.app.close();
  await world.close();
  await imported?.close();
});

async function send(method: "POST" | "PUT", path: string, payload: object): Promise<Reconciliation> {
  const answer = await app.call("supervisor", { method, url: `/api/v1/reconciliations${path}`, payload });
  expect(answer.json()).toMatchObject({ version: expect.any(Number) });
  return answer.json();
}

/** Works one week through as the supervisor does: list, decisions, both names. */
async function checkWeek(week: number): Promise<Reconciliation> {
  const name = `2021年第${String(week).padStart(2, "0")}周.xlsx`;
  const isZero = expected.weeklyChecks.zeroWeeks.includes(week);
  // Of the weeks without anybody new some come with an empty list, and some are only said.
  const source = isZero && week % 2 === 0 ? "none" : "file";
  const id = newId();
  const isShortWeek = week === 6;
  let open = await send("POST", "", {
    id,
    period: { kind: "weekly", year: 2021, week },
    checkedOn: addDays(lastDayOfWeek({ year: 2021, week }), isShortWeek ? -4 : -3),
    ourPerson: "督查一",
    policePerson: "民警一",
    source,
  });
  if (source === "file") {
    const upload = uploadRequest([fileOf(`衔接名单/${name}`)]);
    const url = `/api/v1/reconciliations/${id}/file?version=${open.version}`;
    const answer = await app.call("supervisor", { ...upload, method: "PUT", url });
    open = answer.json<Reconciliation>();
    expect(open.list).toMatchObject({ warnings: [] });
  }
  const decisions = open.lines.map((line) => {
    const given = handoffDecisions.find(
      ({ file, row }) =>
        file === `衔接名单/${name.replace(".xlsx", "")}` && row === (line.rowNumber ?? 0) - 2,
    );
    if (given === undefined) return { lineId: line.id, decision: line.plain };
    const { action, reason, set } = given;
    const decision = action === "accept" || action === "correct" ? "take_over" : action;
    return { lineId: line.id, decision, reason, ...(set && { set }) };
  });
  if (decisions.length > 0) {
    open = await send("POST", `/${id}/decisions`, { version: open.version, decisions });
  }
  return send("POST", `/${id}/finish`, {
    version: open.version,
    ourPerson: "督查一",
    policePerson: "民警二",
  });
}

/** Everybody with the order that opened the case, the station and how it was handed over. */
async function casesOf({ services }: ImportWorld) {
  const { caseRecord, enrollee, station, handoff } = tables;
  const scope = { countyCode: services.county.code, people: systemActor.scope };
  const rows = await services.db.read(scope, (tx) =>
    tx
      .select({
        name: enrollee.name,
        order: caseRecord.orderNumber,
        station: station.name,
        receivedOn: caseRecord.receivedOn,
        handedOffOn: caseRecord.handedOffOn,
        source: handoff.source,
        provisional: enrollee.provisional,
      })
      .from(caseRecord)
      .innerJoin(enrollee, eq(enrollee.id, caseRecord.enrolleeId))
      .innerJoin(station, eq(station.id, caseRecord.stationId))
      .leftJoin(handoff, eq(handoff.caseId, caseRecord.id))
      .where(and(isNull(caseRecord.annulledAt), isNull(enrollee.annulledAt))),
  );
  return rows.map((row) => JSON.stringify(row)).toSorted();
}

describe("a year of weekly checks on the screen", () => {
  const sheets = new Map<number, Reconciliation>();
  beforeAll(async () => {
    for (const name of lists) {
      const week = Number(/第(\d+)周/u.exec(name)?.[1]);
      sheets.set(week, await checkWeek(week));
    }
  });

  it("has a sheet of every list, all lines decided", () => {
    expect(sheets.size).toBe(50);
    for (const sheet of sheets.values()) {
      expect(sheet).toMatchObject({ state: "finished", policePerson: "民警二", finishedBy: "supervisor" });
      expect(sheet.totals.decided).toBe(sheet.totals.lines);
    }
    expect(sheets.get(9)?.lines.map(({ decision }) => decision?.decision)).toEqual([
      "take_over",
      "take_over",
      "take_over",
      "return_to_police",
    ]);
  });

  it("reaches the figures of the import", async () => {
    const { handedOff, weeklyChecks } = await figuresOf(world.services, yearEnd);
    expect(handedOff).toBe(expected.handedOff);
    expect(weeklyChecks).toEqual(expected.weeklyChecks);
  });

  it("names the silent weeks on the page, and links every other week to its sheet", async () => {
    const answer = await app.call("supervisor", { url: "/api/v1/reconciliations?year=2021" });
    const { weeklyChecks, entries } = answer.json<{
      weeklyChecks: {
        weeks: { week: number; status: string; checkedBy: string | null; reconciliationId: string }[];
      };
      entries: { id: string; people: number; week: number }[];
    }>();
    const silent = weeklyChecks.weeks.filter(({ status }) => status === "silent");
    expect(silent.map(({ week }) => week)).toEqual([7, 40]);
    const ninth = weeklyChecks.weeks.find(({ week }) => week === 9);
    expect(ninth).toMatchObject({ checkedBy: "督查一", reconciliationId: sheets.get(9)?.id });
    expect(entries).toHaveLength(50);
    expect(entries.find(({ week }) => week === 9)).toMatchObject({ people: 4 });
  });

  it("holds the same cases at the same stations as an import of the same lists", async () => {
    imported = await createImportWorld();
    const other = await createImportApp(imported);
    await other.apply((await other.upload(ground)).id);
    const batch = await other.upload(lists.map((name) => fileOf(`衔接名单/${name}`)));
    const page = await other.call("supervisor", {
      url: `/api/v1/imports/${batch.id}/rows?limit=200&verdict=held`,
    });
    const { rows } = page.json<{ rows: { id: string; fileName: string; sequence: number }[] }>();
    const decisions = handoffDecisions.map(({ file, row, action, set, reason }) => ({
      rowId: rows.find(({ fileName, sequence }) => fileName === `${file}.xlsx` && sequence === row)?.id,
      action,
      ...(set && { set }),
      reason,
    }));
    await other.call("supervisor", {
      method: "POST",
      url: `/api/v1/imports/${batch.id}/decisions`,
      payload: { decisions },
    });
    expect(await other.apply(batch.id)).toMatchObject({ state: "applied", toDecide: 0 });
    await other.app.close();
    expect(await casesOf(world)).toEqual(await casesOf(imported));
  });

  it("is known to an import of the same lists", async () => {
    const batch = await app.upload(lists.map((name) => fileOf(`衔接名单/${name}`)));
    expect(batch.verdicts).toMatchObject({ new: 0, changed: 0, held: 0 });
  });
});
