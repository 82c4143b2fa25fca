import type { ParsedValue } from "./cell-issue.ts";

const AMOUNT = /^[约近]?[¥$]?(-?\d+(?:\.\d+)?)(亿|万)?余?(\D{0,3})$/;
const SMALL_NUMERALS = "零一二三四五六七八九十";

/** A count with or without its unit: `1,500`, `约1500人`, `3年`, `三年`. */
export function parseNumber(raw: string): ParsedValue<number> {
  const numeral = /^([一二两三四五六七八九十])(个?[年月天日人次])?$/.exec(raw.trim())?.[1];
  if (numeral !== undefined) return { value: numeral === "两" ? 2 : SMALL_NUMERALS.indexOf(numeral) };
  return parseAmount(raw);
}

/** Yuan, rounded to cents: `12,800.50`, `￥300`, `1.5万元`. `unit` is what one means in the column: 10,000 under `（万元）`. */
export function parseMoney(raw: string, unit: 1 | 10_000): ParsedValue<number> {
  const hasOwnUnit = /[万元]/.test(raw);
  const parsed = parseAmount(raw);
  if (parsed.value === undefined) return parsed;
  const yuan = parsed.value * (hasOwnUnit ? 1 : unit);
  return { value: Math.round(yuan * 100) / 100 };
}

function parseAmount(raw: string): ParsedValue<number> {
  const text = raw.normalize("NFKC").replaceAll(/[\s,]/g, "");
  const found = AMOUNT.exec(text);
  if (found?.[1] === undefined || /[\d.]/.test(found[3] ?? "")) return { issue: "number_unreadable" };
  const factor = found[2] === "万" ? 10_000 : found[2] === "亿" ? 100_000_000 : 1;
  return { value: Math.round(Number(found[1]) * factor * 1e6) / 1e6 };
}
