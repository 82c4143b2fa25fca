import { createHash } from "node:crypto";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { parseForm } from "@rehab/spreadsheet/parse-form";
import type { ParsedForm } from "@rehab/spreadsheet/parse-form";
import { WorkbookReader } from "@rehab/spreadsheet/read-in-worker";
import { recogniseWorkbook } from "@rehab/spreadsheet/recognise";
import { SpreadsheetProblem } from "@rehab/spreadsheet/spreadsheet-problem";

export interface GivenFile {
  /** Path below the folder that was chosen, or the bare name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One sheet of a file with its rows, or why the file cannot be used. */
export interface ReadSheet {
  /** The file, and its sheet where it has several. */
  readonly name: string;
  readonly digest: Buffer;
  readonly form: ParsedForm | null;
  /** Chinese, with what to do about it. */
  readonly problem: string | null;
}

/** Reads and recognises files; one that cannot be used says why and leaves the others alone. */
export async function readFiles(
  files: readonly GivenFile[],
  today: PlainDate,
  onRead: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<ReadSheet[]> {
  const reader = new WorkbookReader();
  const sheets: ReadSheet[] = [];
  try {
    for (const [index, file] of files.entries()) {
      sheets.push(...(await readFile(reader, file, today)));
      await onRead(index + 1);
    }
  } finally {
    await reader.close();
  }
  return sheets;
}

async function readFile(
  reader: WorkbookReader,
  { name, bytes }: GivenFile,
  today: PlainDate,
): Promise<ReadSheet[]> {
  const digest = createHash("sha256").update(bytes).digest();
  try {
    const workbook = await reader.read(bytes, name.split("/").at(-1) ?? name);
    const { recognitions } = recogniseWorkbook(workbook);
    return recognitions.map((recognition) => {
      const sheet = workbook.sheets.find((candidate) => candidate.name === recognition.sheetName);
      const form = parseForm(sheet ?? { name: "", rows: [] }, recognition, {
        today,
        dateSystem: workbook.dateSystem,
      });
      const isOnlyOne = recognitions.length === 1;
      return { name: isOnlyOne ? name : `${name} [${recognition.sheetName}]`, digest, form, problem: null };
    });
  } catch (error) {
    if (!(error instanceof SpreadsheetProblem)) throw error;
    return [{ name, digest, form: null, problem: error.message }];
  }
}
