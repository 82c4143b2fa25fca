import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FORMS } from "@rehab/spreadsheet/forms/forms";
import type { Form } from "@rehab/spreadsheet/forms/form";
import { readWorkbook } from "@rehab/spreadsheet/read-workbook";
import { recogniseWorkbook } from "@rehab/spreadsheet/recognise";
import type { Recognition } from "@rehab/spreadsheet/recognise";
import { csvText, encodeGb18030 } from "@rehab/spreadsheet/test-support/sample-files";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { seededRandom } from "@rehab/testkit/random";

export const otherCounty = { code: "430699", name: "临湖县" } as const;

const renamed: Readonly<Record<string, string>> = {
  湘阴县: otherCounty.name,
  文星街道: "城关街道",
  湘滨镇: "柳林镇",
  金龙镇: "石桥镇",
  新泉镇: "清溪镇",
  石塘镇: "沙洲镇",
};

/** A text of the fixture as the other county would have it. */
export function inOtherCounty(text: string): string {
  return Object.entries(renamed).reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
}

/**
 * The fixture as another county keeps it: other places, other header words, other column order, and every file
 * a CSV in GB18030.
 */
export async function writeOtherCounty(folder: string): Promise<void> {
  const random = seededRandom(20_211_231);
  const names = readdirSync(fixtureFolder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".xlsx"));
  for (const name of names) {
    const workbook = await readWorkbook(readFileSync(join(fixtureFolder, name)), name);
    const { recognitions } = recogniseWorkbook(workbook);
    const rows = recognitions.flatMap((recognition) => {
      const sheet = workbook.sheets.find((candidate) => candidate.name === recognition.sheetName);
      const columns = recognition.columns
        .map((column) => ({ column, at: random.next() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ column }) => column);
      const body = (sheet?.rows ?? []).slice(recognition.headerRowNumber).map((row) => {
        const isFoot = row.filter((cell) => cell !== undefined).length === 1;
        if (isFoot) return row.flatMap((cell) => cell?.text ?? []);
        return columns.map(({ columnIndex }) => row[columnIndex]?.text ?? "");
      });
      return [[recognition.title], columns.map((column) => otherHeader(recognition, column.field)), ...body];
    });
    const path = join(folder, inOtherCounty(name).replace(/\.xlsx$/u, ".csv"));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, encodeGb18030(inOtherCounty(csvText(rows))));
  }
}

/** The last synonym of a column that no other column of the form has. */
function otherHeader({ kind }: Recognition, field: string): string {
  const form: Form = FORMS[kind];
  const column = form.columns.find((candidate) => candidate.field === field);
  const others = new Set(
    form.columns
      .filter((candidate) => candidate !== column)
      .flatMap(({ label, synonyms }) => [label, ...synonyms]),
  );
  const own = (column?.synonyms ?? []).filter((synonym) => !others.has(synonym));
  return own.at(-1) ?? column?.label ?? field;
}
