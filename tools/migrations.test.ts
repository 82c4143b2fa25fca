import { expect, test } from "vitest";
import { findMigrations, landedMigrations } from "./migrations.ts";

test("a migration that has landed is never changed", () => {
  const present = new Map(findMigrations().map(({ name, hash }) => [name, hash]));
  const changed = Object.entries(landedMigrations()).filter(([name, hash]) => present.get(name) !== hash);
  expect(
    changed.map(([name]) => name),
    "write a new migration instead",
  ).toEqual([]);
});

test("every migration stands in the list of landed ones", () => {
  const missing = findMigrations().filter(({ name }) => !(name in landedMigrations()));
  expect(
    missing.map(({ name }) => name),
    "run: node tools/land-migrations.ts",
  ).toEqual([]);
});

test("migrations are numbered without a gap", () => {
  const numbers = findMigrations().map(({ name }) => Number(name.slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, index) => index));
});
