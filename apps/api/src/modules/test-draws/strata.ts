import { zhOf } from "@rehab/domain/code-list";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { Measure } from "@rehab/domain/supervision/measure";
import { HAIR_TEST_AGES, hairTestAge } from "@rehab/domain/testing/draw-strata";
import type { DrawStrata } from "@rehab/domain/testing/draw-strata";
import { and, eq, inArray, isNull, max, notInArray } from "drizzle-orm";
import type { UseCaseContext } from "../../core/use-case.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { station } from "../../db/schema/county.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import type { DrawnStratum } from "../../db/schema/supervision.ts";

interface Part {
  readonly key: string;
  readonly name: string;
}

/** The parts of a population as they are today, in the order of their keys; none of them is empty. */
export async function strataOf(
  context: UseCaseContext,
  by: DrawStrata,
  population: readonly string[],
): Promise<DrawnStratum[]> {
  const parts = await partsOf(context, by, population);
  const groups = Map.groupBy(population, (id) => parts.get(id)?.key ?? "");
  return [...groups]
    .map(([key, ids]) => ({ key, name: parts.get(ids[0] ?? "")?.name ?? "", ids }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function partsOf(
  { tx, today }: UseCaseContext,
  by: DrawStrata,
  population: readonly string[],
): Promise<Map<string, Part>> {
  const ids = [...population];
  if (by === "last_hair_test") {
    const tests = await tx
      .select({ id: drugTest.enrolleeId, on: max(drugTest.happenedOn) })
      .from(drugTest)
      .where(
        and(
          inArray(drugTest.enrolleeId, ids),
          eq(drugTest.method, "hair"),
          notInArray(drugTest.result, ["refused", "absent"]),
          isNull(drugTest.annulledAt),
        ),
      )
      .groupBy(drugTest.enrolleeId);
    const lastOn = new Map(tests.map(({ id, on }) => [id, on ?? undefined]));
    return new Map(
      ids.map((id) => {
        const key = hairTestAge(lastOn.get(id), today);
        return [id, { key, name: zhOf(HAIR_TEST_AGES, key) }];
      }),
    );
  }
  const lines = await tx
    .select({
      id: registerEntry.enrolleeId,
      measure: registerEntry.measure,
      stationId: registerEntry.stationId,
      stationName: station.name,
    })
    .from(registerEntry)
    .innerJoin(station, eq(station.id, registerEntry.stationId))
    .where(inArray(registerEntry.enrolleeId, ids));
  return new Map(
    lines.map(({ id, measure, stationId, stationName }) => [
      id,
      by === "station"
        ? { key: stationId, name: stationName }
        : { key: measure, name: zhOf(MEASURES, measure as Measure) },
    ]),
  );
}
