import * as fc from "fast-check";
import { expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import { allocate, hairTestAge, stratifiedSampleOf } from "./draw-strata.ts";

const stratum = (key: string, count: number) => ({
  key,
  entries: Array.from({ length: count }, (_, index) => ({
    id: `${key}${index}`,
    digest: `${(index * 7) % 10}${key}${index}`,
  })),
});

it("tells the age of the last hair test in full months", () => {
  const on = (day: string) => hairTestAge(plainDate(day), plainDate("2021-12-31"));
  expect(hairTestAge(undefined, plainDate("2021-12-31"))).toBe("never");
  expect(on("2021-12-31")).toBe("under_half_year");
  // 2021-06-30 and six months is the 30th of December; 2021-07-01 and six months lies ahead
  expect(on("2021-07-01")).toBe("under_half_year");
  expect(on("2021-06-30")).toBe("half_year_to_year");
  expect(on("2021-01-01")).toBe("half_year_to_year");
  expect(on("2020-12-31")).toBe("over_year");
  expect(hairTestAge(plainDate("2020-02-29"), plainDate("2021-02-28"))).toBe("over_year");
  expect(hairTestAge(plainDate("2020-02-29"), plainDate("2021-02-27"))).toBe("half_year_to_year");
});

it("gives what is left over to the largest remainders", () => {
  const counts = (sizes: readonly number[], size: number) => [
    ...allocate(
      sizes.map((count, index) => stratum("abcd".charAt(index), count)),
      size,
    ).values(),
  ];
  expect(counts([50, 30, 20], 10)).toEqual([5, 3, 2]);
  expect(counts([1, 1, 1], 2)).toEqual([1, 1, 0]);
  // shares 2.4, 1.2, 0.4: the larger of two equal remainders goes first
  expect(counts([6, 3, 1], 4)).toEqual([3, 1, 0]);
  expect(counts([3, 0], 3)).toEqual([3, 0]);
  expect(() => counts([2, 1], 4)).toThrow(RangeError);
  expect(() => counts([2, 1], 0)).toThrow(RangeError);
});

it("draws of every stratum its share, in whatever order the population comes", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (counts, part) => {
      const strata = counts.map((count, index) => stratum("abcde".charAt(index), count));
      const total = counts.reduce((sum, count) => sum + count, 0);
      const size = Math.max(1, Math.round(total * part));
      const sample = stratifiedSampleOf(strata, size);
      expect(new Set(sample).size).toBe(size);
      for (const { key, entries } of strata) {
        const drawn = sample.filter((id) => id.startsWith(key)).length;
        const share = (size * entries.length) / total;
        expect(drawn).toBeLessThanOrEqual(entries.length);
        expect([Math.floor(share), Math.ceil(share)]).toContain(drawn);
      }
      const turned = strata.toReversed().map(({ key, entries }) => ({ key, entries: entries.toReversed() }));
      expect(stratifiedSampleOf(turned, size)).toEqual(sample);
    }),
  );
});
