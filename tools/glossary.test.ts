import { expect, test } from "vitest";
import type { CodeEntry } from "@rehab/domain/code-list";
import { filesIn, isTest, read, sourceFiles } from "./source-files.ts";

const glossary = read("docs/glossary.md");

/** The rows of the table under a heading: Chinese word and code. */
function rowsUnder(heading: string): { zh: string; code: string }[] {
  const section = glossary.split(/^#{2,3} /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^\| (.+?) +\| `(\w+)` +\| .+ \|$/gm)].map(([, zh = "", code = ""]) => ({
    zh,
    code,
  }));
}

async function codeLists(): Promise<Map<string, readonly CodeEntry[]>> {
  const modules = filesIn("packages/domain/src").filter((path) => path.endsWith(".ts") && !isTest(path));
  const lists = new Map<string, readonly CodeEntry[]>();
  for (const path of modules) {
    const exported = (await import(new URL(`../${path}`, import.meta.url).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) if (isCodeList(value)) lists.set(name, value);
  }
  return lists;
}

function isCodeList(value: unknown): value is readonly CodeEntry[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every((entry: unknown) => {
    return typeof entry === "object" && entry !== null && "code" in entry && "zh" in entry;
  });
}

test("the glossary holds every code list as it is in the code", async () => {
  const lists = await codeLists();
  expect(lists.size).toBeGreaterThan(10);
  const headings = new Map(
    [...glossary.matchAll(/^### (.+: `(\w+)`)$/gm)].map(([, text = "", name = ""]) => [name, text]),
  );
  const documented = [...headings].map(([name, heading]) => [name, rowsUnder(heading)] as const);
  const inCode = [...lists].map(
    ([name, list]) => [name, list.map(({ zh, code }) => ({ zh, code }))] as const,
  );
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(inCode));
});

test("a word has one name and a name one word", () => {
  const terms = [...rowsUnder("Terms"), ...rowsUnder("Terms of work to come")];
  expect(terms.length).toBeGreaterThan(30);
  expect(new Set(terms.map(({ zh }) => zh)).size).toBe(terms.length);
  expect(new Set(terms.map(({ code }) => code)).size).toBe(terms.length);
});

test("the names of the terms are those that the code uses", () => {
  const code = sourceFiles()
    .filter((path) => !path.startsWith("tools/"))
    .map(read)
    .join("\n")
    .toLowerCase();
  const spellings = (name: string) => [
    name,
    name.replaceAll("_", ""),
    name.replaceAll("_", "-"),
    name.replaceAll("_", " "),
  ];
  const unused = rowsUnder("Terms").filter(
    ({ code: name }) => !spellings(name).some((each) => code.includes(each)),
  );
  expect(unused).toEqual([]);
});
