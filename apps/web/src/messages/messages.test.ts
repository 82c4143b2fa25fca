import { expect, it } from "vitest";
import { chinese, loadEnglish } from "./messages.ts";

function keysOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => keysOf(child, path === "" ? key : `${path}.${key}`));
}

it("has every message in both languages", async () => {
  const ignorePlural = (key: string) => key.replace(/_(one|other)$/u, "");
  const inChinese = new Set(keysOf(chinese).map(ignorePlural));
  const inEnglish = new Set(keysOf(await loadEnglish()).map(ignorePlural));
  expect([...inChinese].filter((key) => !inEnglish.has(key))).toEqual([]);
  expect([...inEnglish].filter((key) => !inChinese.has(key))).toEqual([]);
});
