import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";
import { insertHandoffRows } from "./handoff-rows.ts";
import { insertSupervisionRows } from "./supervision-rows.ts";

const peopleTables = [
  "enrollee",
  "enrollee_search_key",
  "case_record",
  "case_event",
  "drug_test",
  "visit",
  "leave",
  "case_span",
  "register_entry",
  "handoff",
  "former_name",
  "support_team_member",
  "contact_attempt",
  "case_document",
  "service_receipt",
  "transfer",
  "approval",
  "test_step",
  "test_delegation",
  "help_record",
  "plan_goal",
  "leave_step",
  "breach_record",
  "duty",
  "duty_snooze",
];
const facts = [
  "case_record",
  "case_event",
  "drug_test",
  "visit",
  "leave",
  "handoff",
  "former_name",
  "support_team_member",
  "contact_attempt",
  "case_document",
  "service_receipt",
  "transfer",
  "test_step",
  "test_delegation",
  "help_record",
  "plan_goal",
  "leave_step",
  "breach_record",
  "duty_snooze",
];
/** Kept by the bureau, though their rows name people. */
const bureauTables = ["import_row", "reconciliation_line"];

let world: AppWorld;
let client: Client;
beforeAll(async () => {
  world = await createAppWorld();
  await insertHandoffRows(world.services, Object.values(world.people));
  await insertSupervisionRows(world.services, Object.values(world.people));
  client = new Client({ connectionString: world.database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await world.close();
});

/** Runs a statement as the application's role, with the scope that the application would set. */
async function within<T extends object>(
  scope: { county: string; kind: "county" | "station" | "none"; stationId?: string },
  statement: string,
): Promise<T[]> {
  await client.query("begin");
  try {
    await client.query(
      "select set_config('app.county_code', $1, true), set_config('app.scope', $2, true), set_config('app.station_id', $3, true)",
      [scope.county, scope.kind, scope.stationId ?? ""],
    );
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.query("rollback");
  }
}

async function countOf(table: string, scope: Parameters<typeof within>[0]): Promise<number> {
  const [row] = await within<{ count: number }>(scope, `select count(*)::int as count from ${table}`);
  return row?.count ?? -1;
}

const county = "999901";

describe("row-level security, with the application's own filters taken away", () => {
  it("covers every table with a county, and those of people by station", async () => {
    const { rows } = await client.query<{
      name: string;
      people: boolean;
      secured: boolean;
      by: string | null;
    }>(
      `select c.relname as name,
              exists (select from information_schema.columns
                       where table_name = c.relname and column_name = 'enrollee_id') or c.relname = 'enrollee' as people,
              c.relrowsecurity as secured,
              (select string_agg(policyname, ',') from pg_policies where tablename = c.relname) as by
         from pg_class c
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    );
    expect(rows.filter(({ secured }) => !secured)).toEqual([]);
    const people = rows.filter((row) => row.people && !bureauTables.includes(row.name));
    expect(people.map(({ name }) => name).sort()).toEqual(peopleTables.toSorted());
    expect(people.every(({ by }) => by === "people_scope")).toBe(true);
    for (const table of bureauTables) {
      expect(rows.find(({ name }) => name === table)?.by).toBe("bureau_scope");
    }
  });

  it.each(peopleTables)("%s shows a station its own people only", async (table) => {
    const all = await countOf(table, { county, kind: "county" });
    const atA = await countOf(table, { county, kind: "station", stationId: world.stations.a });
    const atB = await countOf(table, { county, kind: "station", stationId: world.stations.b });
    expect(atA).toBeGreaterThan(0);
    expect(atB).toBeGreaterThan(0);
    expect(atA + atB).toBe(all);
  });

  it.each(peopleTables)(
    "%s shows nothing without a scope, to another county and to another station",
    async (table) => {
      expect(await countOf(table, { county, kind: "none" })).toBe(0);
      expect(await countOf(table, { county: "", kind: "county" })).toBe(0);
      expect(await countOf(table, { county: "999902", kind: "county" })).toBe(0);
      expect(
        await countOf(table, { county, kind: "station", stationId: "00000000-0000-7000-8000-000000000000" }),
      ).toBe(0);
      expect(await countOf(table, { county, kind: "station" })).toBe(0);
    },
  );

  it("refuses to write for another station", async () => {
    const scope = { county, kind: "station", stationId: world.stations.a } as const;
    await expect(
      within(
        scope,
        `insert into visit (id, county_code, station_id, enrollee_id, case_id, happened_on, method)
         select gen_random_uuid(), '${county}', '${world.stations.b}', gen_random_uuid(), gen_random_uuid(), '2021-12-01', 'phone'`,
      ),
    ).rejects.toThrow(/row-level security/u);
    const moved = await within(
      scope,
      `update enrollee set village = 'x' where id = '${world.people.atB}' returning id`,
    );
    expect(moved).toEqual([]);
  });
});

describe("the application's role", () => {
  it.each(facts)("cannot delete from %s, nor change what it says", async (table) => {
    const scope = { county, kind: "county" } as const;
    await expect(within(scope, `delete from ${table}`)).rejects.toThrow(/permission denied/u);
    await expect(within(scope, `update ${table} set recorded_at = now()`)).rejects.toThrow(
      /permission denied/u,
    );
  });

  it("can add and read audit entries, and nothing else", async () => {
    const scope = { county, kind: "county" } as const;
    expect(await countOf("audit_entry", scope)).toBeGreaterThan(0);
    await expect(within(scope, "update audit_entry set actor_name = 'x'")).rejects.toThrow(
      /permission denied/u,
    );
    await expect(within(scope, "delete from audit_entry")).rejects.toThrow(/permission denied/u);
    await expect(within(scope, "truncate audit_entry")).rejects.toThrow(/permission denied/u);
  });

  it("must say when and why it annuls", async () => {
    await expect(
      within({ county, kind: "county" }, "update drug_test set annulled_at = now()"),
    ).rejects.toThrow(/drug_test_annulment/u);
  });
});

describe("facts", () => {
  it("follow the person to another station", async () => {
    const owner = new Client({ connectionString: world.database.adminUrl });
    await owner.connect();
    await owner.query("update enrollee set station_id = $1 where id = $2", [
      world.stations.b,
      world.people.alsoAtA,
    ]);
    const { rows } = await owner.query<{ stations: number }>(
      `select count(distinct station_id)::int as stations from (
         ${peopleTables
           .filter((table) => table !== "enrollee")
           .map((table) => `select station_id from ${table} where enrollee_id = '${world.people.alsoAtA}'`)
           .join(" union all ")}) moved where station_id = '${world.stations.b}'`,
    );
    const { rows: left } = await owner.query("select from visit where enrollee_id = $1 and station_id = $2", [
      world.people.alsoAtA,
      world.stations.a,
    ]);
    await owner.query("update enrollee set station_id = $1 where id = $2", [
      world.stations.a,
      world.people.alsoAtA,
    ]);
    await owner.end();
    expect(rows).toEqual([{ stations: 1 }]);
    expect(left).toEqual([]);
  });
});
