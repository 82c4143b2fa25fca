import { expect, test } from "vitest";
import { seededRandom } from "./random.ts";

test("the same seed gives the same sequence, another seed another one", () => {
  const sequence = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => random.next());
  };
  expect(sequence(7)).toEqual(sequence(7));
  expect(sequence(7)).not.toEqual(sequence(8));
});

test("whole numbers reach both ends and nothing beyond", () => {
  const random = seededRandom(1);
  const drawn = new Set(Array.from({ length: 500 }, () => random.integer(3, 6)));
  expect(drawn).toEqual(new Set([3, 4, 5, 6]));
});

test("weights say how often a key is drawn, and a weight of nothing never", () => {
  const random = seededRandom(1);
  const counts = { often: 0, seldom: 0, never: 0 };
  for (let draw = 0; draw < 10_000; draw += 1)
    counts[random.weighted({ often: 9, seldom: 1, never: 0 })] += 1;
  expect(counts.never).toBe(0);
  expect(counts.often).toBeGreaterThan(8800);
  expect(counts.seldom).toBeGreaterThan(800);
});

test("an empty list has nothing to pick", () => {
  expect(() => seededRandom(1).pick([])).toThrow(RangeError);
});
