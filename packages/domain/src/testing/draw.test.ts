import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { drawText, sampleOf } from "./draw.ts";

const entriesOf = (seed: string, ids: readonly string[]) =>
  ids.map((id) => ({ id, digest: createHash("sha256").update(drawText(seed, id)).digest("hex") }));

it("draws what anybody computes from population and seed", () => {
  // printf '2021-1:a' | sha256sum, and so on
  expect(entriesOf("2021-1", ["a"])[0]?.digest).toMatch(/^[0-9a-f]{64}$/u);
  const drawn = sampleOf(entriesOf("2021-1", ["a", "b", "c", "d", "e"]), 2);
  expect(sampleOf(entriesOf("2021-1", ["e", "d", "c", "b", "a"]), 2)).toEqual(drawn);
  expect(() => sampleOf(entriesOf("s", ["a"]), 2)).toThrow(RangeError);
  expect(() => sampleOf(entriesOf("s", ["a"]), 0)).toThrow(RangeError);
});

it("does not depend on the order of the population, and a larger sample holds the smaller", () => {
  const ids = fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(ids, fc.string(), (population, seed) => {
      const entries = entriesOf(seed, population);
      const size = Math.ceil(population.length / 2);
      const sample = sampleOf(entries, size);
      expect(sampleOf(entries.toReversed(), size)).toEqual(sample);
      expect(new Set(sample).size).toBe(size);
      expect(sampleOf(entries, population.length).slice(0, size)).toEqual(sample);
    }),
  );
});
