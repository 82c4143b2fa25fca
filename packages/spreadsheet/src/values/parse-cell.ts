import { readIdNumber } from "@rehab/domain/identity/id-number";
import { normalizePersonName } from "@rehab/domain/identity/person-name";
import { readPhone } from "@rehab/domain/identity/phone";
import type { PlainDate } from "@rehab/domain/time/plain-date";

import type { ColumnType } from "../forms/form.ts";
import type { Cell, DateSystem } from "../workbook.ts";
import type { ParsedValue } from "./cell-issue.ts";
import { findChoice } from "./choices.ts";
import { normalizeOrderNumber } from "./order-number.ts";
import { parseDate } from "./parse-date.ts";
import { parseMoney, parseNumber } from "./parse-number.ts";

export interface ParseContext {
  /** Bounds birth dates in ID numbers. */
  readonly today: PlainDate;
  readonly dateSystem: DateSystem;
  /** The header, which may carry a unit such as `（万元）`. */
  readonly header: string;
}

/** What people write into a cell that they leave open. */
const PLACEHOLDER =
  /^(无|空|暂无|没有|不详|未知|待定|待查|待补|未报到|未返回|未归|未销假|未签订?|尚未.{0,4}|[-—–_/\\、.*]+|N\/?A|NULL|#N\/A)$/i;
const DIGITS_EXCEL_KEEPS = 15;

/** Reads one filled cell by the type of its column; a placeholder such as `/` or `未返回` counts as blank. */
export function parseCell(type: ColumnType, cell: Cell, context: ParseContext): ParsedValue<unknown> {
  const text = cell.text.normalize("NFKC").trim();
  if (type === "text") return { value: cell.text };
  if (type === "test_result") return orUnknown(findChoice(type, text));
  if (PLACEHOLDER.test(text)) return {};
  switch (type) {
    case "name":
      return parseName(cell.text);
    case "id_number":
      return parseIdNumber(cell, context.today);
    case "order_number":
      return { value: normalizeOrderNumber(text) };
    case "phone":
      return parsePhone(text);
    case "date":
      return parseDate(cell, context.dateSystem);
    case "number":
      return typeof cell.value === "number" ? { value: cell.value } : parseNumber(text);
    case "money":
      return parseMoney(typeof cell.value === "number" ? String(cell.value) : text, unitOf(context.header));
    case "list":
      return { value: text.split(/[、,;，；\s]+/).filter((part) => part !== "") };
    default:
      return orUnknown(findChoice(type, text));
  }
}

function orUnknown(value: string | undefined): ParsedValue<string> {
  return value === undefined ? { issue: "choice_unknown" } : { value };
}

function parseName(text: string): ParsedValue<string> {
  const name = normalizePersonName(text);
  return /\d|[#@?？*]/.test(name) ? { value: name, issue: "name_unreadable" } : { value: name };
}

function parseIdNumber(cell: Cell, today: PlainDate): ParsedValue<string> {
  const isRounded =
    typeof cell.value === "number" && String(Math.trunc(cell.value)).length > DIGITS_EXCEL_KEEPS;
  if (isRounded || /^\d(\.\d+)?E\+\d+$/i.test(cell.text)) return { issue: "digits_lost" };
  const read = readIdNumber(cell.text, today);
  if (!read.ok) return { issue: read.issue };
  return read.convertedFrom15 ? { value: read.value, issue: "id_15_digits" } : { value: read.value };
}

function parsePhone(text: string): ParsedValue<string> {
  const candidates = text.split(/[、;,/]|\s{2,}/).filter((part) => /\d/.test(part));
  const reads = (candidates.length > 1 ? candidates : [text]).map((part) => readPhone(part));
  const good = reads.find((read) => read.ok);
  return good ? { value: good.value } : { issue: "phone_invalid" };
}

function unitOf(header: string): 1 | 10_000 {
  return header.includes("万元") ? 10_000 : 1;
}
