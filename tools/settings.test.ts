import { expect, test } from "vitest";
import { filesIn, read } from "./source-files.ts";

const example = read(".env.example");
const explained = [...example.matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name]) => name ?? "");
const compose = read("docker-compose.yml");

test("every setting that the server reads is explained in .env.example", () => {
  const settings = [...read("apps/api/src/config.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
    ([, name]) => name,
  );
  expect(settings.length).toBeGreaterThan(8);
  expect(settings.filter((name) => !explained.includes(name ?? ""))).toEqual([]);
});

test("every variable of docker-compose.yml is explained in .env.example", () => {
  const variables = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
  expect(variables.length).toBeGreaterThan(4);
  expect(variables.filter((name) => !explained.includes(name ?? ""))).toEqual([]);
});

test("no password stands in docker-compose.yml", () => {
  const passwords = [...compose.matchAll(/PASSWORD: (.*)/g), ...compose.matchAll(/\/\/\w+:([^@]*)@/g)];
  expect(passwords.length).toBe(3);
  expect(passwords.filter(([, value]) => !/^\$\{[A-Z_]+\}$/.test(value ?? ""))).toEqual([]);
});

test("nothing that is explained is unknown to the code", () => {
  const code = [...filesIn("apps/api"), ...filesIn("e2e"), "docker-compose.yml"].map(read).join("\n");
  expect(explained.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
});
