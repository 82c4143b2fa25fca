import type { PlainDate } from "@rehab/domain/time/plain-date";

import type { Column, Form } from "./forms/form.ts";
import { FORMS, type FieldOf, type FormKind, type ValueOf } from "./forms/forms.ts";
import type { Recognition, RecognisedColumn } from "./recognise.ts";
import { type CellIssueCode, type ParsedValue, getIssueSentence } from "./values/cell-issue.ts";
import { parseCell } from "./values/parse-cell.ts";
import { type Cell, type CellRow, type DateSystem, type Sheet, cellAddress } from "./workbook.ts";

export interface CellIssue {
  readonly code: CellIssueCode;
  readonly address: string;
  /** Chinese, with the column's header. */
  readonly sentence: string;
}

/** One cell of a known column: what stands there, where, what it means and what is wrong. */
export interface ParsedCell<Value> {
  readonly raw: string;
  readonly address: string;
  readonly value?: Value;
  readonly issue?: CellIssue;
}

/** A data row. `cells` has a key for every known column that the sheet has, also where the cell is blank. */
export interface ParsedRow<Kind extends FormKind> {
  /** As Excel shows it. */
  readonly rowNumber: number;
  /** The number in the 序号 column, else the place among the data rows, counted from 1. */
  readonly sequence: number;
  readonly cells: { readonly [Field in FieldOf<Kind>]?: ParsedCell<ValueOf<Kind, Field>> };
  /** Filled cells of columns that the form does not know. */
  readonly extra: readonly { readonly header: string; readonly address: string; readonly raw: string }[];
}

interface ParsedFormOf<Kind extends FormKind> {
  readonly kind: Kind;
  readonly recognition: Recognition;
  readonly rows: readonly ParsedRow<Kind>[];
}

/** The rows of a sheet, typed by its kind: `if (parsed.kind === "tests") parsed.rows[0].cells.testedOn`. */
export type ParsedForm = { [Kind in FormKind]: ParsedFormOf<Kind> }[FormKind];

export interface ParseOptions {
  /** Bounds birth dates in ID numbers; other dates are not compared with it. */
  readonly today: PlainDate;
  readonly dateSystem: DateSystem;
}

type UntypedCells = Record<string, ParsedCell<unknown>>;

/** Reads the data rows of a recognised sheet. Nothing is dropped: what cannot be read keeps its raw text and an issue. */
export function parseForm(sheet: Sheet, recognition: Recognition, options: ParseOptions): ParsedForm {
  const form: Form = FORMS[recognition.kind];
  const columns = recognition.columns.flatMap((found) => {
    const column = form.columns.find((candidate) => candidate.field === found.field);
    return column ? [{ column, found }] : [];
  });
  const rows = recognition.rows.dataRowIndexes.map((rowIndex, position) => {
    const row = sheet.rows[rowIndex] ?? [];
    const cells: UntypedCells = {};
    for (const { column, found } of columns) {
      cells[column.field] = readCell(row[found.columnIndex], rowIndex, column, found, options);
    }
    return {
      rowNumber: rowIndex + 1,
      sequence: sequenceOf(cells) ?? position + 1,
      cells,
      extra: extraCells(row, recognition),
    };
  });
  return { kind: recognition.kind, recognition, rows };
}

/** Every issue of a row, in column order. */
export function issuesOf(row: ParsedRow<FormKind>): CellIssue[] {
  const cells: readonly (ParsedCell<unknown> | undefined)[] = Object.values(row.cells);
  return cells.flatMap((cell) => cell?.issue ?? []);
}

function readCell(
  cell: Cell | undefined,
  rowIndex: number,
  column: Column,
  found: RecognisedColumn,
  options: ParseOptions,
): ParsedCell<unknown> {
  const address = cell?.address ?? cellAddress(rowIndex, found.columnIndex);
  const parsed: ParsedValue<unknown> = cell
    ? parseCell(column.type, cell, { ...options, header: found.header })
    : {};
  const isBlank = parsed.value === undefined && parsed.issue === undefined;
  const code = isBlank && column.required === true ? missingCode(column) : parsed.issue;
  return {
    raw: cell?.text ?? "",
    address,
    ...(parsed.value === undefined ? {} : { value: parsed.value }),
    ...(code === undefined ? {} : { issue: issueOf(code, address, found.header) }),
  };
}

function missingCode(column: Column): CellIssueCode {
  return column.type === "id_number" ? "missing_id" : "value_missing";
}

function issueOf(code: CellIssueCode, address: string, header: string): CellIssue {
  return { code, address, sentence: `${header}（${address}）：${getIssueSentence(code)}` };
}

function sequenceOf(cells: UntypedCells): number | undefined {
  const digits = /^0*([1-9]\d{0,5})[.、]?$/.exec(cells["sequence"]?.raw.normalize("NFKC") ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function extraCells(row: CellRow, recognition: Recognition): ParsedRow<FormKind>["extra"] {
  return recognition.unknownColumns.flatMap(({ columnIndex, header }) => {
    const cell = row[columnIndex];
    return cell ? [{ header, address: cell.address, raw: cell.text }] : [];
  });
}
