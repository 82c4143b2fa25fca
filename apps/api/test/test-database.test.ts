import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "./test-database.ts";
import { createTestDatabase } from "./test-database.ts";

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(() => Promise.all([first.drop(), second.drop()]));

async function query<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

test("what one test file writes is not in another's database", async () => {
  await query(first.adminUrl, "create table mark (id int)");
  const found = await query(second.adminUrl, "select 1 from pg_tables where tablename = 'mark'");
  expect(found).toEqual([]);
});

test("the application's role owns nothing and may not create tables", async () => {
  const [role] = await query(
    first.url,
    "select rolname, rolsuper, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user",
  );
  expect(role).toEqual({ rolname: "rehab_app", rolsuper: false, rolcreatedb: false, rolbypassrls: false });
  await expect(query(first.url, "create table mine (id int)")).rejects.toThrow(/permission denied/);
});

test("Chinese names have letters for fuzzy search and an order by pinyin", async () => {
  const [{ ordered } = { ordered: "" }] = await query<{ ordered: string }>(
    first.adminUrl,
    `select string_agg(name, '' order by name collate "zh-x-icu") as ordered
       from (values ('张'), ('阿'), ('王'), ('毛')) person(name)`,
  );
  expect(ordered).toBe("阿毛王张");
  const [letters] = await query(
    first.adminUrl,
    "select '张' ~ '^[[:alpha:]]$' as chinese, lower('Ä') as lower",
  );
  expect(letters).toEqual({ chinese: true, lower: "ä" });
});
