import { type RowClasses, classifyRows } from "./classify-rows.ts";
import { findHeaderRow } from "./find-header.ts";
import type { Form } from "./forms/form.ts";
import { FORM_KINDS, FORMS, type FormKind } from "./forms/forms.ts";
import { type HeaderReadings, type MatchedColumn, countKindsKnowing, matchColumns } from "./match-header.ts";
import { REJECTION_HEADER } from "./rejection-header.ts";
import { SpreadsheetProblem, type SpreadsheetProblemCode } from "./spreadsheet-problem.ts";
import { type TitleFacts, readTitleFacts } from "./title-facts.ts";
import type { Sheet, Workbook } from "./workbook.ts";

export interface RecognisedColumn {
  readonly field: string;
  readonly columnIndex: number;
  readonly header: string;
}

/** What a sheet is and where its table stands. */
export interface Recognition {
  readonly sheetName: string;
  readonly kind: FormKind;
  /** 0 to 1: how far the kind is ahead of the next likely one. Below 0.6 a person should confirm it. */
  readonly confidence: number;
  readonly title: string;
  readonly facts: TitleFacts;
  /** Row number as Excel shows it; of a header of two rows, the upper one. */
  readonly headerRowNumber: number;
  readonly columns: readonly RecognisedColumn[];
  readonly unknownColumns: readonly { readonly columnIndex: number; readonly header: string }[];
  /** Labels of required columns that the sheet does not have. */
  readonly missingColumns: readonly string[];
  readonly rows: RowClasses;
}

export interface RecognisedWorkbook {
  readonly recognitions: readonly Recognition[];
  /** Filled sheets that hold no known table, such as filling instructions. */
  readonly ignoredSheets: readonly { readonly name: string; readonly code: SpreadsheetProblemCode }[];
}

interface Scored {
  readonly kind: FormKind;
  readonly matches: readonly MatchedColumn[];
  readonly score: number;
}

/**
 * Recognises every filled sheet of a workbook.
 * Throws SpreadsheetProblem `no_header_found` or `kind_not_recognised` when no sheet is known.
 */
export function recogniseWorkbook(workbook: Workbook): RecognisedWorkbook {
  const recognitions: Recognition[] = [];
  const ignoredSheets: { name: string; code: SpreadsheetProblemCode }[] = [];
  for (const sheet of workbook.sheets.filter((candidate) => candidate.rows.length > 0)) {
    try {
      recognitions.push(recogniseSheet(sheet, workbook.fileName));
    } catch (error) {
      if (!(error instanceof SpreadsheetProblem)) throw error;
      ignoredSheets.push({ name: sheet.name, code: error.code });
    }
  }
  if (recognitions.length === 0) {
    const isKindUnknown = ignoredSheets.some((sheet) => sheet.code === "kind_not_recognised");
    throw new SpreadsheetProblem(isKindUnknown ? "kind_not_recognised" : "no_header_found");
  }
  return { recognitions, ignoredSheets };
}

/**
 * Recognises one sheet; `kind` is the choice of a person that overrules the guess.
 * Throws SpreadsheetProblem `no_header_found` or `kind_not_recognised`.
 */
export function recogniseSheet(sheet: Sheet, fileName: string, kind?: FormKind): Recognition {
  const header = findHeaderRow(sheet.rows);
  if (header === undefined) throw new SpreadsheetProblem("no_header_found");
  const titleTexts = textsAbove(sheet, header.rowIndex);
  const hintTexts = [titleTexts.join(" "), `${sheet.name} ${fileName}`];
  const scored = FORM_KINDS.map((candidate) => scoreKind(candidate, header.readings, hintTexts));
  const ranked = scored.sort((a, b) => b.score - a.score);
  const chosen = kind === undefined ? ranked[0] : ranked.find((candidate) => candidate.kind === kind);
  if (chosen === undefined || (kind === undefined && !isConvincing(chosen))) {
    throw new SpreadsheetProblem("kind_not_recognised");
  }

  const columns = chosen.matches.map(({ column, columnIndex }) => ({
    field: column.field,
    columnIndex,
    header: headerText(header.readings[columnIndex]),
  }));
  const known = new Set(columns.map((column) => column.columnIndex));
  const columnOf = (field: string): number | undefined =>
    columns.find((column) => column.field === field)?.columnIndex;
  return {
    sheetName: sheet.name,
    kind: chosen.kind,
    confidence: kind === undefined ? confidenceOf(ranked) : 1,
    title: titleTexts.join(" "),
    facts: readTitleFacts([titleTexts.join(" "), sheet.name, fileName.replace(/\.[^.]+$/, "")]),
    headerRowNumber: header.rowIndex + 1,
    columns,
    unknownColumns: header.readings.flatMap((readings, columnIndex) => {
      const text = headerText(readings);
      return text === "" || text === REJECTION_HEADER || known.has(columnIndex)
        ? []
        : [{ columnIndex, header: text }];
    }),
    missingColumns: missingColumns(chosen).map((column) => column.label),
    rows: classifyRows(sheet.rows, {
      firstRowIndex: header.rowIndex + header.rowCount,
      headerByColumn: new Map(columns.map((column) => [column.columnIndex, column.header])),
      sequenceColumn: columnOf("sequence"),
      nameColumn: columnOf("name"),
      titleTexts,
    }),
  };
}

function textsAbove(sheet: Sheet, rowIndex: number): string[] {
  const texts = sheet.rows.slice(0, rowIndex).flatMap((row) => row.flatMap((cell) => cell?.text ?? []));
  return [...new Set(texts)];
}

function headerText(readings: HeaderReadings | undefined): string {
  return readings?.[0] ?? "";
}

/** Headers that few kinds know weigh most; unknown headers and missing required ones speak against a kind. */
function scoreKind(kind: FormKind, headers: readonly HeaderReadings[], hintTexts: readonly string[]): Scored {
  const matches = matchColumns(kind, headers);
  const named = headers.filter((readings) => readings.length > 0).length;
  let score = -0.5 * (named - matches.length);
  for (const { columnIndex, isExact } of matches) {
    score += isExact ? 1 / Math.max(1, countKindsKnowing(headers[columnIndex] ?? [])) : 0.2;
  }
  score -= missingColumns({ kind, matches }).length;
  const form: Form = FORMS[kind];
  const hintIndex = hintTexts.findIndex((text) => form.titleHints.some((hint) => text.includes(hint)));
  if (hintIndex !== -1) score += hintIndex === 0 ? 1.5 : 0.75;
  return { kind, matches, score };
}

function missingColumns({ kind, matches }: Pick<Scored, "kind" | "matches">): Form["columns"] {
  const form: Form = FORMS[kind];
  const found = new Set(matches.map((match) => match.column.field));
  return form.columns.filter((column) => column.required === true && !found.has(column.field));
}

function isConvincing(best: Scored): boolean {
  const form: Form = FORMS[best.kind];
  const required = form.columns.filter((column) => column.required === true).length;
  return best.score > 0 && missingColumns(best).length * 2 <= required;
}

function confidenceOf(ranked: readonly Scored[]): number {
  const best = ranked[0]?.score ?? 0;
  const next = Math.max(0, ranked[1]?.score ?? 0);
  return best <= 0 ? 0 : Math.round(100 * (0.5 + (best - next) / (2 * best))) / 100;
}
