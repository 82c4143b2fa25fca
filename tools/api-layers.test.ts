import { expect, test } from "vitest";
import type { Import } from "./imports.ts";
import { importsOf } from "./imports.ts";
import { filesIn } from "./source-files.ts";

const api = filesIn("apps/api/src")
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .flatMap(importsOf);

function between(from: RegExp, to: RegExp): Import[] {
  return api.filter((each) => from.test(each.from) && to.test(each.to));
}

test("the layers are where this test looks for them", () => {
  for (const layer of ["core", "db", "http", "modules", "plugins"]) {
    expect(api.some(({ from }) => from.startsWith(`apps/api/src/${layer}/`))).toBe(true);
  }
});

test("the database knows no feature and no request", () => {
  expect(between(/src\/db\//, /src\/(modules|http|plugins|jobs)\//)).toEqual([]);
});

test("the core knows no feature", () => {
  expect(between(/src\/core\//, /src\/(modules|plugins|jobs)\//)).toEqual([]);
});

test("a feature leaves another's writing to the other", () => {
  const foreign = between(/src\/modules\//, /src\/modules\/[^/]+\/store\.ts$/).filter(
    ({ from, to }) => from.split("/")[4] !== to.split("/")[4],
  );
  expect(foreign).toEqual([]);
});

test("routes only hand over: they hold no SQL", () => {
  expect(between(/src\/modules\/[^/]+\/routes\.ts$/, /^(drizzle-orm|pg)|src\/db\/schema\//)).toEqual([]);
});

test("only the database folder and its start open connections", () => {
  expect(between(/^(?!apps\/api\/src\/(db|cli)\/)/, /^pg$/)).toEqual([]);
});
