import type { FormKind } from "@rehab/spreadsheet/forms/forms";
import type { Recognition } from "@rehab/spreadsheet/recognise";
import { newId } from "../../core/ids.ts";
import { ledgerYearOf } from "./plan/ledger-year.ts";
import type { ReadSheet } from "./read-files.ts";
import type { SourceFile, SourceRow } from "./source-row.ts";

/** What `import_file.recognition` holds: how a sheet was understood, no value of a person. */
export interface StoredRecognition extends Pick<
  Recognition,
  "sheetName" | "title" | "facts" | "headerRowNumber" | "columns" | "unknownColumns" | "missingColumns"
> {
  readonly isZeroList: boolean;
  readonly listed: number;
  readonly ledgerYear: number | null;
}

/** A sheet on its way into the database. */
export interface StagedFile {
  readonly id: string;
  readonly name: string;
  readonly digest: Buffer;
  readonly kind: FormKind | null;
  readonly problem: string | null;
  readonly recognition: StoredRecognition | null;
}

export interface StagedBatch {
  readonly files: readonly StagedFile[];
  readonly sources: readonly SourceFile[];
  readonly rows: readonly SourceRow[];
}

/** Gives files and rows of read sheets their ids. */
export function toSourceRows(batchId: string, sheets: readonly ReadSheet[]): StagedBatch {
  const files = sheets.map(stagedFileOf);
  const sources: SourceFile[] = [];
  const rows: SourceRow[] = [];
  for (const [index, { form }] of sheets.entries()) {
    const staged = files[index];
    const file = staged === undefined ? undefined : sourceFileOf(staged);
    if (form === null || file === undefined) continue;
    sources.push(file);
    for (const row of form.rows) {
      rows.push({ id: newId(), batchId, file, kind: form.kind, row, decision: null } as SourceRow);
    }
  }
  return { files, sources, rows };
}

/** The file as planning sees it; undefined for one that could not be used. */
export function sourceFileOf({
  id,
  name,
  kind,
  recognition,
}: Omit<StagedFile, "digest" | "problem">): SourceFile | undefined {
  if (kind === null || recognition === null) return undefined;
  const { facts, isZeroList, listed, ledgerYear } = recognition;
  return { id, name, kind, facts, isZeroList, listed, ledgerYear };
}

function stagedFileOf({ name, digest, form, problem }: ReadSheet): StagedFile {
  const id = newId();
  if (form === null) return { id, name, digest, kind: null, problem, recognition: null };
  const { sheetName, title, facts, headerRowNumber, columns, unknownColumns, missingColumns, rows } =
    form.recognition;
  const recognition: StoredRecognition = {
    sheetName,
    title,
    facts,
    headerRowNumber,
    columns,
    unknownColumns,
    missingColumns,
    isZeroList: rows.isZeroList,
    listed: form.rows.length,
    ledgerYear: ledgerYearOf(form),
  };
  return { id, name, digest, kind: form.kind, problem, recognition };
}
