import { expect, test } from "vitest";
import { importsOf } from "./imports.ts";
import { filesIn, isTest, read } from "./source-files.ts";

const src = "apps/web/src/";
const files = filesIn("apps/web/src").filter((path) => /\.tsx?$/.test(path) && !isTest(path));

/**
 * What each layer may import of the others. `parts` are what several features show of the same shape: they talk to
 * the server by the endpoints they are given. `messages` are the texts, which every layer shows.
 */
const mayImport: Record<string, string[]> = {
  app: ["features", "parts", "api", "ui", "lib", "messages"],
  features: ["parts", "api", "ui", "lib", "messages"],
  parts: ["api", "ui", "lib", "messages"],
  api: ["lib", "messages"],
  ui: ["lib", "messages"],
  lib: ["messages"],
  messages: ["lib"],
};

const layerOf = (path: string) => path.slice(src.length).split("/")[0] ?? "";

test("layers import only what stands below them", () => {
  const wrong = files.flatMap(importsOf).filter(({ from, to }) => {
    if (!to.startsWith(src) || layerOf(from) === layerOf(to)) return false;
    return !(mayImport[layerOf(from)] ?? []).includes(layerOf(to));
  });
  expect(wrong).toEqual([]);
});

test("no feature imports another", () => {
  const featureOf = (path: string) => path.split("/")[4];
  const wrong = files
    .flatMap(importsOf)
    .filter(
      ({ from, to }) =>
        layerOf(from) === "features" && to.startsWith(`${src}features/`) && featureOf(from) !== featureOf(to),
    );
  expect(wrong).toEqual([]);
});

test("primitives know no route, no contract and no server", () => {
  const primitives = files.filter((path) => layerOf(path) === "ui");
  const wrong = primitives
    .flatMap(importsOf)
    .filter(({ to }) => /^(react-router|@rehab\/schema|@tanstack)/.test(to));
  expect(wrong).toEqual([]);
  expect(primitives.filter((path) => /\bfetch\(/.test(read(path)))).toEqual([]);
});

test("calls go through the contract: only api/ uses fetch", () => {
  const wrong = files.filter((path) => layerOf(path) !== "api" && /(?<![.\w])fetch\(/.test(read(path)));
  expect(wrong).toEqual([]);
});
