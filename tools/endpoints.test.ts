import { expect, test } from "vitest";
import { endpoints } from "@rehab/schema/endpoints";
import { problems } from "@rehab/schema/problem";
import { filesIn, isTest, read } from "./source-files.ts";

const serverFiles = filesIn("apps/api").filter((path) => path.endsWith(".ts"));
const routes = serverFiles.filter((path) => /src\/modules\/.*\.ts$/.test(path) && !isTest(path)).map(read);
const tests = [...serverFiles, ...filesIn("e2e")].filter((path) => /\.(test|e2e)\.ts$/.test(path)).map(read);

/** `session.endEverywhere` is declared as `sessionEndpoints.endEverywhere`. */
function isImplemented(name: string): boolean {
  const [kebab = "", verb] = name.split(".");
  const feature = kebab.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return routes.some((text) => new RegExp(`\\bon\\(\\s*${feature}Endpoints\\.${verb}\\b`).test(text));
}

test("every endpoint has a name, a method and path of its own", () => {
  expect(endpoints.length).toBeGreaterThan(10);
  expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length);
  expect(new Set(endpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(endpoints.length);
});

test("every endpoint is answered by the server", () => {
  const missing = endpoints.map(({ name }) => name).filter((name) => !isImplemented(name));
  expect(missing).toEqual([]);
});

test("every problem that an endpoint declares is provoked by a test", () => {
  const declared = new Set(endpoints.flatMap((endpoint) => endpoint.problems));
  const untested = [...declared].filter((code) => !tests.some((text) => text.includes(`"${code}"`)));
  expect(untested).toEqual([]);
});

test("every problem in the catalogue can occur", () => {
  const everywhere = [
    ...serverFiles.filter((path) => !isTest(path)).map(read),
    JSON.stringify(endpoints),
  ].join("\n");
  const unused = Object.keys(problems).filter((code) => !everywhere.includes(`"${code}"`));
  expect(unused).toEqual([]);
});
