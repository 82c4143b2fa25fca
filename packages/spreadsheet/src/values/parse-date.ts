import { type PlainDate, isPlainDate } from "@rehab/domain/time/plain-date";

import { dateOfSerial } from "../excel-serial.ts";
import type { Cell, DateSystem } from "../workbook.ts";
import type { ParsedValue } from "./cell-issue.ts";

// A bare number in a date column is a serial only between 1930 and 2099.
const FIRST_BARE_SERIAL = 10_959;
const LAST_BARE_SERIAL = 73_050;

const TIME_OF_DAY =
  /(?<=[\d日号])[T\s]*(上午|下午|凌晨|晚上|早上|中午)?\s*\d{1,2}\s*[:时点][\d\s:时点分秒.]*Z?$/;
const WEEKDAY = /[(\s]*(星期|周|礼拜)[一二三四五六日天]\)?$/;
const FULL = /^(\d{4})\s*[-./年、。,]\s*(\d{1,2})\s*[-./月、。,]\s*(\d{1,2})\s*[日号]?\s*[.。]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(\s?(\d{6}|\d{4}))?$/;
const INCOMPLETE = [
  /^\d{4}\s*([-./年、]\s*\d{0,2}\s*月?)?(份|度)?$/,
  /^(19|20)\d{2}(0[1-9]|1[0-2])$/,
  /^\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?$/,
  /^\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?$/,
];
const CHINESE_DIGITS = "〇一二三四五六七八九";

/** The day of a cell: a date cell, a bare Excel serial, or any spelling that parseDateText reads. */
export function parseDate(cell: Cell, dateSystem: DateSystem): ParsedValue<PlainDate> {
  const { value } = cell;
  if (typeof value !== "number") return parseDateText(cell.text, dateSystem);
  if (cell.isDate === true) return dayOrImpossible(dateOfSerial(value, dateSystem));
  return parseDateText(String(value), dateSystem);
}

/**
 * A day as offices write it: `2021.3.5`, `2021-03-05`, `2021/3/5`, `20210305`, `2021年3月5日`, full width,
 * in Chinese numerals, with a time of day or a weekday behind it, or the digits of an Excel serial.
 * A two-digit year is incomplete, not guessed.
 */
export function parseDateText(raw: string, dateSystem: DateSystem = 1900): ParsedValue<PlainDate> {
  const text = arabicDigits(raw.normalize("NFKC").replaceAll(/\p{Dash_Punctuation}|−/gu, "-"))
    .trim()
    .replace(WEEKDAY, "")
    .replace(TIME_OF_DAY, "")
    .trim();
  const full = FULL.exec(text) ?? COMPACT.exec(text);
  if (full) return dayOf(full[1] ?? "", full[2] ?? "", full[3] ?? "");
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const serial = Number(text);
    const isPlausible = serial >= FIRST_BARE_SERIAL && serial <= LAST_BARE_SERIAL;
    return isPlausible ? dayOrImpossible(dateOfSerial(serial, dateSystem)) : { issue: "date_unreadable" };
  }
  return { issue: INCOMPLETE.some((pattern) => pattern.test(text)) ? "date_incomplete" : "date_unreadable" };
}

function dayOf(year: string, month: string, day: string): ParsedValue<PlainDate> {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isPlausible = year >= "1900" && year < "2100";
  return isPlausible && isPlainDate(text) ? { value: text } : { issue: "date_impossible" };
}

function dayOrImpossible(day: PlainDate | undefined): ParsedValue<PlainDate> {
  return day === undefined ? { issue: "date_impossible" } : { value: day };
}

/** 二〇二一年三月二十五日 → 2021年3月25日. */
function arabicDigits(text: string): string {
  if (!/[〇零○一二三四五六七八九]\s*年/.test(text)) return text;
  return text
    .replaceAll(/[零○]/g, "〇")
    .replaceAll(/([一二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) => {
      return String(
        (tens === "" ? 1 : CHINESE_DIGITS.indexOf(tens)) * 10 + CHINESE_DIGITS.indexOf(ones || "〇"),
      );
    })
    .replaceAll(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
}
