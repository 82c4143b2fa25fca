import { expect, it } from "vitest";
import { staleOf } from "./stale.ts";

interface Values {
  readonly name: string;
  readonly note: string | null;
  readonly roles: readonly string[];
}

const mine: Values = { name: "甲", note: "", roles: ["a", "b"] };
const untouched = () => false;

it("finds the fields that differ, whatever stands for nothing and in whatever order", () => {
  const saved = { name: "乙", note: null, roles: ["b", "a"] };
  expect(staleOf({ mine, saved, touched: () => true, merges: true }).differing).toEqual(["name"]);
});

it("takes over what only the other person changed, also what they took out", () => {
  const typed = { ...mine, note: "旧备注" };
  const { differing, adopted } = staleOf<Values>({
    mine: typed,
    saved: { name: "乙", note: null },
    touched: (name) => name === "name",
    merges: true,
  });
  expect(differing).toEqual(["name", "note"]);
  expect(adopted).toEqual(["note"]);
});

it("takes nothing over into a step, and shows only what the other person recorded", () => {
  const saved = { name: "乙", note: null };
  const { differing, adopted } = staleOf<Values>({
    mine: { ...mine, note: "我的" },
    saved,
    touched: untouched,
    merges: false,
  });
  expect(differing).toEqual(["name"]);
  expect(adopted).toEqual([]);
});

it("says that nothing differs when both saved the same", () => {
  expect(staleOf({ mine, saved: { ...mine }, touched: untouched, merges: true }).differing).toEqual([]);
});
