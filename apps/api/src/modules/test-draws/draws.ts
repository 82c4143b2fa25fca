import { createHash, randomBytes } from "node:crypto";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import { drawText, sampleOf } from "@rehab/domain/testing/draw";
import { allocate, stratifiedSampleOf } from "@rehab/domain/testing/draw-strata";
import type { BodyOf, QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import type { DrawRow, DrawView, testDrawsEndpoints } from "@rehab/schema/test-draws";
import { and, asc, count, desc, eq, gte, inArray, isNull, min, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { query, useCase } from "../../core/use-case.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { testDraw } from "../../db/schema/supervision.ts";
import { loadAccountNames } from "../matters/views.ts";
import { strataOf } from "./strata.ts";

type Context = QueryContext | UseCaseContext;
type Draw = typeof testDraw.$inferSelect;

const seedBytes = 16;

/** Draws of the own scope, latest first. */
export const listDraws = query<
  QueryOf<typeof testDrawsEndpoints.list>,
  ResponseOf<typeof testDrawsEndpoints.list>
>(async (context, { cursor, limit }) => {
  const { tx, county } = context;
  const [on, id] = decodeCursor(cursor, 2);
  const own = and(eq(testDraw.countyCode, county.code), isNull(testDraw.annulledAt));
  const found = await tx
    .select()
    .from(testDraw)
    .where(
      and(
        own,
        on === undefined || id === undefined
          ? undefined
          : sql`(${testDraw.drawnOn}, ${testDraw.id}) < (${on}::date, ${id}::uuid)`,
      ),
    )
    .orderBy(desc(testDraw.drawnOn), desc(testDraw.id))
    .limit(limit + 1);
  const [total] = await tx.select({ count: count() }).from(testDraw).where(own);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const rowOf = await rowMaker(context);
  return {
    rows: page.map(rowOf),
    nextCursor: found.length > limit && last !== undefined ? encodeCursor([last.drawnOn, last.id]) : null,
    total: { count: total?.count ?? 0, exact: true },
  };
});

/** One draw, computed again from its population and seed. Throws `not_found`. */
export const getDraw = query<{ id: string }, DrawView>(async (context, { id }) => {
  const [draw] = await context.tx.select().from(testDraw).where(eq(testDraw.id, id));
  if (draw === undefined) throw new ProblemError("not_found");
  return viewDraw(context, draw);
});

/**
 * Draws a sample of those whose measure runs in the scope. The population is frozen and the seed made here, so that
 * nobody can try seeds until a sample suits; every draw stays on record. A resend with the same id draws nothing anew.
 */
export const createDraw = useCase<BodyOf<typeof testDrawsEndpoints.create>, DrawView>(
  "test-draws.create",
  async (context, { id, stationId, purpose, size, stratifiedBy }) => {
    const { tx, audit, actor, county, now, today } = context;
    // a caseworker draws among the own station's people, whatever is asked
    const scope = actor.scope.kind === "station" ? actor.scope.stationId : stationId;
    if (stationId !== null && stationId !== scope) throw new ProblemError("not_found");
    if (scope !== null) {
      const [known] = await tx.select({ id: station.id }).from(station).where(eq(station.id, scope));
      if (known === undefined) throw new ProblemError("not_found");
    }
    const [known] = await tx.select().from(testDraw).where(eq(testDraw.id, id));
    const draw = known ?? (await insertDraw());
    audit({
      action: "test-draws.create",
      subjectType: "testDraw",
      subjectId: id,
      change: {
        stationId: scope,
        population: draw.population.length,
        size,
        stratifiedBy,
        created: known === undefined,
      },
    });
    return viewDraw(context, draw);

    async function insertDraw(): Promise<Draw> {
      const people = await tx
        .select({ id: registerEntry.enrolleeId })
        .from(registerEntry)
        .where(
          and(
            eq(registerEntry.countyCode, county.code),
            inArray(registerEntry.state, ["active", "reported"]),
            scope === null ? undefined : eq(registerEntry.stationId, scope),
          ),
        )
        .orderBy(asc(registerEntry.enrolleeId));
      const population = people.map((person) => person.id);
      if (size > population.length) {
        throw new ProblemError("invalid_input", {
          errors: [{ pointer: "/size", detail: `可抽取的共${population.length}人，抽取人数不能更多` }],
        });
      }
      const strata = stratifiedBy === null ? null : await strataOf(context, stratifiedBy, population);
      const seed = randomBytes(seedBytes).toString("hex");
      const [inserted] = await tx
        .insert(testDraw)
        .values({
          id,
          countyCode: county.code,
          stationId: scope,
          drawnOn: today,
          purpose,
          seed,
          population,
          sample: drawn({ seed, population, strata }, size),
          stratifiedBy,
          strata,
          recordedAt: now,
          recordedBy: actor.accountId,
        })
        .returning();
      if (inserted === undefined) throw new ProblemError("unexpected");
      return inserted;
    }
  },
);

/** The sample that population, parts and seed give. */
function drawn({ seed, population, strata }: Pick<Draw, "seed" | "population" | "strata">, size: number) {
  if (strata === null) return sampleOf(digested(seed, population), size);
  return stratifiedSampleOf(
    strata.map(({ key, ids }) => ({ key, entries: digested(seed, ids) })),
    size,
  );
}

function digested(seed: string, population: readonly string[]) {
  return population.map((id) => ({
    id,
    digest: createHash("sha256").update(drawText(seed, id), "utf8").digest("hex"),
  }));
}

async function rowMaker({ tx }: Context): Promise<(draw: Draw) => DrawRow> {
  const stations = await tx.select({ id: station.id, name: station.name }).from(station);
  const nameOf = await loadAccountNames(tx);
  return (draw) => ({
    id: draw.id,
    stationName: stations.find(({ id }) => id === draw.stationId)?.name ?? null,
    drawnOn: draw.drawnOn,
    purpose: draw.purpose,
    stratifiedBy: draw.stratifiedBy as DrawRow["stratifiedBy"],
    population: draw.population.length,
    sample: draw.sample.length,
    recordedAt: draw.recordedAt.toISOString(),
    recordedBy: nameOf(draw.recordedBy),
  });
}

async function viewDraw(context: Context, draw: Draw): Promise<DrawView> {
  const { tx } = context;
  const entries = digested(draw.seed, draw.population);
  const again = drawn(draw, draw.sample.length);
  const people = await tx
    .select({ id: enrollee.id, name: enrollee.name, stationName: station.name })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .where(inArray(enrollee.id, draw.sample));
  const tested = await tx
    .select({ enrolleeId: drugTest.enrolleeId, on: min(drugTest.happenedOn) })
    .from(drugTest)
    .where(
      and(
        inArray(drugTest.enrolleeId, draw.sample),
        eq(drugTest.method, "hair"),
        gte(drugTest.happenedOn, draw.drawnOn),
        isNull(drugTest.annulledAt),
      ),
    )
    .groupBy(drugTest.enrolleeId);
  const rowOf = await rowMaker(context);
  return {
    ...rowOf(draw),
    seed: draw.seed,
    reproduced: again.length === draw.sample.length && again.every((id, index) => id === draw.sample[index]),
    people: draw.sample.flatMap((id) => {
      const person = people.find((each) => each.id === id);
      if (person === undefined) return [];
      return [
        {
          enrolleeId: id,
          maskedName: maskPersonName(person.name),
          stationName: person.stationName,
          digest: entries.find((entry) => entry.id === id)?.digest ?? "",
          testedOn: tested.find(({ enrolleeId }) => enrolleeId === id)?.on ?? null,
        },
      ];
    }),
    populationIds: draw.population,
    strata: strataView(draw),
  };
}

function strataView({ strata, sample }: Draw): DrawView["strata"] {
  if (strata === null) return [];
  const counts = allocate(
    strata.map(({ key, ids }) => ({ key, entries: ids })),
    sample.length,
  );
  return strata.map(({ key, name, ids }) => ({ key, name, ids: [...ids], sample: counts.get(key) ?? 0 }));
}
