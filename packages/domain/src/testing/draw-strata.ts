import { addMonths } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { DrawnEntry } from "./draw.ts";
import { sampleOf } from "./draw.ts";

/** By what the population of a draw can be divided, so that every part is drawn from in its proportion. */
export const DRAW_STRATA = [
  { code: "station", zh: "工作站" },
  { code: "measure", zh: "措施" },
  { code: "last_hair_test", zh: "距上次毛发检测" },
] as const;

export type DrawStrata = (typeof DRAW_STRATA)[number]["code"];

/** How long ago somebody's last hair test was. A hair tells of about six months. */
export const HAIR_TEST_AGES = [
  { code: "never", zh: "没有毛发检测" },
  { code: "over_year", zh: "12个月以上" },
  { code: "half_year_to_year", zh: "6至12个月" },
  { code: "under_half_year", zh: "不满6个月" },
] as const;

export type HairTestAge = (typeof HAIR_TEST_AGES)[number]["code"];

/** The age of the last hair test on a day, in full months: six months to the day are not `under_half_year` any more. */
export function hairTestAge(lastOn: PlainDate | undefined, asOf: PlainDate): HairTestAge {
  if (lastOn === undefined) return "never";
  if (asOf < addMonths(lastOn, 6)) return "under_half_year";
  return asOf < addMonths(lastOn, 12) ? "half_year_to_year" : "over_year";
}

/** A part of a population, under a key that is frozen with it. */
export interface Stratum<E = DrawnEntry> {
  readonly key: string;
  readonly entries: readonly E[];
}

/**
 * How many of a sample come from each stratum: its share of the population rounded down, and what is left over goes one
 * by one to the largest remainders, of equal ones to the larger stratum and then to the lower key. The numbers add up to
 * `size`, and none exceeds its stratum. Throws a RangeError for a size that is no whole number from 1 to the population.
 */
export function allocate(strata: readonly Stratum<unknown>[], size: number): Map<string, number> {
  const total = strata.reduce((sum, { entries }) => sum + entries.length, 0);
  if (!Number.isInteger(size) || size < 1 || size > total) {
    throw new RangeError(`cannot draw ${size} of ${total}`);
  }
  const shares = strata.map(({ key, entries }) => ({
    key,
    of: entries.length,
    count: Math.floor((size * entries.length) / total),
    remainder: (size * entries.length) % total,
  }));
  const drawn = shares.reduce((sum, { count }) => sum + count, 0);
  const next = new Set(
    [...shares]
      .sort((a, b) => b.remainder - a.remainder || b.of - a.of || (a.key < b.key ? -1 : 1))
      .slice(0, size - drawn),
  );
  return new Map(shares.map((share) => [share.key, share.count + (next.has(share) ? 1 : 0)]));
}

/**
 * A stratified draw: of each stratum, in the order of the keys, so many with the lowest digests as `allocate` says. Like
 * `sampleOf` it depends on population, strata and seed alone.
 */
export function stratifiedSampleOf(strata: readonly Stratum[], size: number): string[] {
  const counts = allocate(strata, size);
  return [...strata]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ key, entries }) => {
      const count = counts.get(key) ?? 0;
      return count === 0 ? [] : sampleOf(entries, count);
    });
}
