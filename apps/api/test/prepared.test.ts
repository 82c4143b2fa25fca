import { DrizzleQueryError, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { openDatabase, tables } from "../src/db/client.ts";
import type { Database } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { prepared, preparedInForms, preparedWrite, whenGiven } from "../src/db/prepared.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

const { account, auditEntry, station, county } = tables;
const countyCode = "430699";
const scope = { countyCode, people: { kind: "county" } } as const;
const at = new Date("2021-12-31T01:00:00.000Z");

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, { countyCode, maxConnections: 1 });
  await db.write(scope, async (tx) => {
    await tx.insert(county).values({ code: countyCode, name: "甲县", mode: "training" });
    await insertRows(
      tx,
      station,
      ["甲中心站", "乙中心站"].map((name, position) => ({ id: newId(), countyCode, name, position })),
    );
    await insertRows(tx, account, [
      {
        id: newId(),
        countyCode,
        username: "supervisor",
        displayName: "李明",
        passwordHash: "",
        roles: ["supervisor", "admin"],
        mustChangePassword: false,
      },
    ]);
  });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

describe("a prepared statement", () => {
  it("reads rows as the query builder reads them", async () => {
    const selection = (tx: Parameters<Parameters<Database["read"]>[1]>[0]) =>
      tx
        .select({
          id: account.id,
          roles: account.roles,
          stationId: account.stationId,
          createdAt: account.createdAt,
          one: sql<number>`1`,
          version: account.version,
          percent: county.controlTargetPercent,
        })
        .from(account)
        .innerJoin(county, eq(county.code, account.countyCode));
    const accounts = prepared("accounts", (tx, _values: object) => selection(tx));
    const [compiled, built] = await db.read(scope, async (tx) => [
      await accounts(tx, {}),
      await selection(tx),
    ]);
    expect(compiled).toEqual(built);
    expect(compiled[0]).toMatchObject({ roles: ["supervisor", "admin"], stationId: null, one: 1 });
    expect(compiled[0]?.createdAt).toBeInstanceOf(Date);
  });

  const stationsNamed = preparedInForms(
    "stations_named",
    (tx, direction: "up" | "down", { name }: { readonly name: string | undefined }) =>
      tx
        .select({ name: station.name })
        .from(station)
        .where(whenGiven(station.name, name))
        .orderBy(direction === "up" ? asc(station.position) : sql`${station.position} desc`),
  );

  it("has a form for what it is built for and for which values are given", async () => {
    const answers = await db.read(scope, async (tx) => [
      await stationsNamed(tx, "up", { name: undefined }),
      await stationsNamed(tx, "down", { name: undefined }),
      await stationsNamed(tx, "up", { name: "乙中心站" }),
      await stationsNamed(tx, "up", { name: "甲中心站" }),
    ]);
    expect(answers.map((rows) => rows.map(({ name }) => name))).toEqual([
      ["甲中心站", "乙中心站"],
      ["乙中心站", "甲中心站"],
      ["乙中心站"],
      ["甲中心站"],
    ]);
    const plans = await db.read(scope, (tx) =>
      tx.execute(sql`select name from pg_prepared_statements where name like 'stations_named%'`),
    );
    expect(plans.rows).toHaveLength(3);
  });

  it("writes", async () => {
    const insert = preparedWrite("audit", (tx, row: typeof auditEntry.$inferInsert) =>
      tx.insert(auditEntry).values(row),
    );
    const entry = { countyCode, at, actorName: "李明", actorRoles: ["supervisor"], outcome: "done" };
    const rows = await db.write(scope, async (tx) => {
      await insert(tx, { ...entry, id: newId(), action: "first" });
      await insert(tx, { ...entry, id: newId(), action: "second", change: { count: 2 } });
      return tx
        .select({ at: auditEntry.at, change: auditEntry.change })
        .from(auditEntry)
        .orderBy(auditEntry.action);
    });
    expect(rows).toEqual([
      { at, change: null },
      { at, change: { count: 2 } },
    ]);
  });

  it("fails as the query builder does, so that the values stay out of the logs", async () => {
    const byId = prepared("by_id", (tx, { id }: { readonly id: string }) =>
      tx.select({ id: account.id }).from(account).where(eq(account.id, id)),
    );
    await expect(db.read(scope, (tx) => byId(tx, { id: "曾小明" }))).rejects.toBeInstanceOf(
      DrizzleQueryError,
    );
  });

  it("refuses groups of fields, which it would mix up", async () => {
    const grouped = prepared("grouped", (tx, _values: object) =>
      tx.select({ account: { id: account.id }, name: account.displayName }).from(account),
    );
    await expect(db.read(scope, async (tx) => grouped(tx, {}))).rejects.toThrow("no groups");
  });
});
