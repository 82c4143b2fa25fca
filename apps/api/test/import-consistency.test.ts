import { controlRate } from "@rehab/domain/indicators/control-rate";
import { evidenceRate } from "@rehab/domain/indicators/evidence";
import { endOfMonth, plainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { asc, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { query } from "../src/core/use-case.ts";
import { tables } from "../src/db/client.ts";
import type { CaseFacts } from "../src/modules/enrollees/case-facts.ts";
import { loadCaseFacts } from "../src/modules/enrollees/case-facts.ts";
import { rebuildRegister } from "../src/modules/enrollees/rebuild-register.ts";
import { importFolder } from "../src/modules/imports/import-folder.ts";
import { isProven, onRegister, spanValues } from "../src/modules/indicators/control-spans.ts";
import { getControlRate } from "../src/modules/indicators/control-rate.ts";
import { createImportWorld, fixtureDecisions } from "./import-world.ts";
import type { ImportWorld } from "./import-world.ts";

// Importing a year takes seconds, and longer beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let world: ImportWorld;
let facts: CaseFacts[];
beforeAll(async () => {
  world = await createImportWorld({ today: "2021-12-31" });
  await importFolder(world.services, fixtureFolder, { decisions: fixtureDecisions });
  facts = await loadAllFacts(world.services, systemActor, undefined);
});
afterAll(() => world.close());

const loadAllFacts = query<void, CaseFacts[]>(async ({ tx }) => {
  const people = await tx
    .select({ id: tables.enrollee.id })
    .from(tables.enrollee)
    .where(isNull(tables.enrollee.annulledAt));
  return loadCaseFacts(
    tx,
    people.map(({ id }) => id),
  );
});

const listProven = query<{ asOf: PlainDate; days: number }, { caseId: string; proven: boolean }[]>(
  (context, { asOf, days }) =>
    context.tx
      .select({ caseId: tables.caseSpan.caseId, proven: isProven(asOf, days) })
      .from(tables.caseSpan)
      .where(onRegister(spanValues(context, asOf))),
);

const readProjection = query<void, { spans: unknown[]; entries: unknown[] }>(async ({ tx }) => ({
  spans: await tx
    .select()
    .from(tables.caseSpan)
    .orderBy(asc(tables.caseSpan.caseId), asc(tables.caseSpan.fromOn)),
  entries: await tx.select().from(tables.registerEntry).orderBy(asc(tables.registerEntry.enrolleeId)),
}));

const monthEnds = Array.from({ length: 12 }, (_, month) =>
  endOfMonth(plainDate(`2021-${String(month + 1).padStart(2, "0")}-01`)),
);
const days = [...monthEnds, plainDate("2021-06-10"), plainDate("2021-08-02"), plainDate("2021-10-08")];

describe("the database counts what the domain decides", () => {
  it.each(days)("the control rate as of %s", async (asOf) => {
    const { law } = world.services;
    const counted = await getControlRate(world.services, systemActor, { asOf, evidenceDays: 90 });
    const decided = controlRate(facts, asOf, law);
    expect(counted).toMatchObject({
      numerator: decided.numerator,
      denominator: decided.denominator,
      reasons: decided.reasons,
      evidence: { numerator: evidenceRate(facts, asOf, 90, law).numerator },
    });
    const byStation = new Map(decided.stations.map((station) => [station.stationId, station]));
    for (const station of counted.stations) {
      expect(station).toMatchObject({
        numerator: byStation.get(station.id)?.numerator ?? 0,
        denominator: byStation.get(station.id)?.denominator ?? 0,
      });
    }
  });

  it.each(days.flatMap((asOf) => [30, 60, 90].map((within) => [asOf, within] as const)))(
    "who is proven as of %s within %i days",
    async (asOf, within) => {
      const proven = await listProven(world.services, systemActor, { asOf, days: within });
      const decided = evidenceRate(facts, asOf, within, world.services.law);
      expect(new Map(proven.map((row) => [row.caseId, row.proven]))).toEqual(
        new Map(decided.people.map((person) => [person.caseId, person.proven])),
      );
    },
  );
});

describe("the register", () => {
  it("stands as it would stand if it were made anew", async () => {
    const stored = await readProjection(world.services, systemActor, undefined);
    await rebuildRegister(world.services);
    expect(await readProjection(world.services, systemActor, undefined)).toEqual(stored);
    expect(stored.entries).toHaveLength(243);
  });

  it("gives everybody on it an owner", async () => {
    const ownerless = await listOwnerless(world.services, systemActor, undefined);
    expect(ownerless).toEqual([]);
  });
});

const listOwnerless = query<void, unknown[]>(({ tx }) =>
  tx.select({ id: tables.enrollee.id }).from(tables.enrollee).where(isNull(tables.enrollee.caseworkerId)),
);
