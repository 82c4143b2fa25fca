import { describe, expect, it } from "vitest";
import { maskPersonName, normalizePersonName } from "./person-name.ts";

describe("person name", () => {
  it.each([
    ["张 三", "张三"],
    ["张　三", "张三"],
    [" 欧阳\t建国 ", "欧阳建国"],
    ["阿不都•热合曼", "阿不都·热合曼"],
    ["阿不都 ・ 热合曼", "阿不都·热合曼"],
    ["阿不都．热合曼", "阿不都·热合曼"],
    ["John   Smith", "John Smith"],
    ["Ｊｏｈｎ　Smith", "John Smith"],
    ["张\u200b三", "张三"],
    ["𠮷 田", "𠮷田"],
  ])("%j becomes %j", (text, name) => {
    expect(normalizePersonName(text)).toBe(name);
  });

  it.each([
    ["张三", "张*"],
    ["张三丰", "张**"],
    ["𠮷田", "𠮷*"],
    ["王", "王"],
    ["", ""],
  ])("masks %j as %j", (name, masked) => {
    expect(maskPersonName(name)).toBe(masked);
  });
});
