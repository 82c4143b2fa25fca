import { expect, test } from "vitest";
import { isTest, read, sourceFiles } from "./source-files.ts";

const files = sourceFiles();
const source = files.filter((path) => !path.startsWith("tools/"));

test("no file is longer than 400 lines", () => {
  const lengths = files.map((path) => ({ path, lines: read(path).split("\n").length }));
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
});

test("no file only passes on what others export", () => {
  expect(files.filter((path) => /\/index\.tsx?$/.test(path))).toEqual([]);
  expect(source.filter((path) => /^export (\*|\{[^}]*\}) from /m.test(read(path)))).toEqual([]);
});

test("nothing turns the type checker or the linter off", () => {
  const escape = /\bas any\b|@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable/;
  expect(source.filter((path) => escape.test(read(path)))).toEqual([]);
});

test("nothing is left to do in a comment", () => {
  expect(source.filter((path) => /\b(TODO|FIXME|XXX|HACK)\b/.test(read(path)))).toEqual([]);
});

test("no test is skipped or alone", () => {
  const marked = /\b(test|it|describe)\.(only|skip|todo|fixme)\b/;
  expect(source.filter((path) => isTest(path) && marked.test(read(path)))).toEqual([]);
});

test("file names are in kebab case", () => {
  const odd = files.filter((path) => !/\/(\.|[a-z0-9][a-z0-9-]*\.)[a-z0-9.-]+$/.test(`/${path}`));
  expect(odd).toEqual([]);
});

test("the domain is told the day and never asks the clock", () => {
  const clock = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\./;
  const domain = source.filter((path) => path.startsWith("packages/domain/src/") && !isTest(path));
  expect(domain.length).toBeGreaterThan(10);
  expect(domain.filter((path) => clock.test(read(path)))).toEqual([]);
});

test("the time zone is known in one place of the server", () => {
  const zone = /Asia\/Shanghai|\+08:00/;
  const wrong = source.filter(
    (path) => path.startsWith("apps/api/src/") && !isTest(path) && zone.test(read(path)),
  );
  expect(wrong.filter((path) => path !== "apps/api/src/core/clock.ts")).toEqual([]);
});
