import { expect, test } from "vitest";
import type { Import } from "./imports.ts";
import { importsOf, packageOf } from "./imports.ts";
import { isTest, sourceFiles } from "./source-files.ts";

/** Which of our packages each may import. What is not named here is forbidden. */
const mayImport: Record<string, string[]> = {
  "packages/domain": [],
  "packages/schema": ["packages/domain"],
  "packages/spreadsheet": ["packages/domain"],
  "packages/testkit": ["packages/domain", "packages/schema", "packages/spreadsheet"],
  "apps/api": ["packages/domain", "packages/schema", "packages/spreadsheet", "packages/testkit"],
  "apps/web": ["packages/domain", "packages/schema"],
  e2e: ["packages/domain", "packages/schema", "packages/spreadsheet", "packages/testkit"],
  bench: ["packages/domain", "packages/schema", "packages/spreadsheet", "packages/testkit", "apps/api"],
  tools: ["packages/domain", "packages/schema"],
  scripts: [],
};

/** What tests may import beyond that. */
const testsMayImport: Record<string, string[]> = {
  "apps/web": ["packages/testkit", "e2e"],
};

const isOurs = (name: string) => name in mayImport;
const all = sourceFiles().flatMap(importsOf);

test("the files of the project are found", () => {
  expect(all.length).toBeGreaterThan(300);
  expect(new Set(all.map(({ from }) => packageOf(from)))).toContain("apps/api");
});

test("packages import only what stands below them", () => {
  const wrong = all.filter(({ from, to }) => {
    const [importer, imported] = [packageOf(from), packageOf(to)];
    if (importer === imported || !isOurs(imported)) return false;
    const allowed = [
      ...(mayImport[importer] ?? []),
      ...(isTest(from) ? (testsMayImport[importer] ?? []) : []),
    ];
    return !allowed.includes(imported);
  });
  expect(wrong).toEqual([]);
});

test("another package is imported by its name, not by a path into it", () => {
  const across = ({ from, to }: Import) => /^(apps|packages)\//.test(to) && packageOf(from) !== packageOf(to);
  expect(all.filter((each) => across(each) && packageOf(each.from) !== "bench")).toEqual([]);
});

test("the domain is pure: nothing installed, nothing of the machine", () => {
  const wrong = all.filter(
    ({ from, to }) =>
      packageOf(from) === "packages/domain" && !isTest(from) && packageOf(to) !== "packages/domain",
  );
  expect(wrong).toEqual([]);
});

test("what runs in a browser asks for nothing that only a server has", () => {
  const browserSide = new Set(["apps/web", "packages/domain", "packages/schema"]);
  const serverOnly = /^(node:|pg$|drizzle|fastify|@fastify)/;
  const wrong = all.filter(
    ({ from, to }) =>
      browserSide.has(packageOf(from)) &&
      !isTest(from) &&
      !from.endsWith(".config.ts") &&
      serverOnly.test(to),
  );
  expect(wrong).toEqual([]);
});
