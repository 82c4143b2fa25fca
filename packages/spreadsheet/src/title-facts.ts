import type { PlainDate } from "@rehab/domain/time/plain-date";

import { parseDateText } from "./values/parse-date.ts";

/** What a title, sheet name or file name says about the whole paper. */
export interface TitleFacts {
  readonly year?: number;
  /** Number of the weekly check within the year, as the police count them. */
  readonly week?: number;
  /** The day of the weekly check. */
  readonly checkedOn?: PlainDate;
  /** 截至: the day on which a register holds. */
  readonly asOf?: PlainDate;
  /** Yuan. */
  readonly budget?: number;
  readonly station?: string;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const DATE = "(\\d{4}\\s*[-./年]\\s*\\d{1,2}\\s*[-./月]\\s*\\d{1,2}\\s*日?|\\d{8})";
const CHECKED_ON = new RegExp(`(?:核对|移交|交接|衔接)(?:日期|时间)?[:：]?\\s*${DATE}`);
const AS_OF = new RegExp(`截[至止]到?(?:日期|时间)?[:：]?\\s*${DATE}`);
const ANY_DATE = new RegExp(DATE);
const STATION = /(?:^|[-—_\s(])([\p{Script=Han}]{2,20}?(?:中心站|工作站))(?!及|和|与|、|人员)/u;

/** Facts of the texts, an earlier text before a later one: title, sheet name, file name. */
export function readTitleFacts(texts: readonly string[]): TitleFacts {
  const facts: Writable<TitleFacts> = {};
  for (const text of texts.map((raw) => raw.normalize("NFKC"))) {
    const year = findNumber(/(20\d{2})\s*年/, text);
    const week = findNumber(/第\s*(\d{1,2})\s*周/, text);
    const checkedOn =
      findDate(CHECKED_ON, text) ?? (week === undefined ? undefined : findDate(ANY_DATE, text));
    const asOf = findDate(AS_OF, text) ?? (/花名册|名册/.test(text) ? findDate(ANY_DATE, text) : undefined);
    const budget = findBudget(text);
    const station = STATION.exec(text)?.[1];
    if (year !== undefined) facts.year ??= year;
    if (week !== undefined) facts.week ??= week;
    if (checkedOn !== undefined) facts.checkedOn ??= checkedOn;
    if (asOf !== undefined) facts.asOf ??= asOf;
    if (budget !== undefined) facts.budget ??= budget;
    if (station !== undefined) facts.station ??= station;
  }
  return facts;
}

function findNumber(pattern: RegExp, text: string): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

function findDate(pattern: RegExp, text: string): PlainDate | undefined {
  return parseDateText(pattern.exec(text)?.[1] ?? "").value;
}

function findBudget(text: string): number | undefined {
  const found = /预算\D{0,6}?([\d,]+(?:\.\d+)?)\s*(万)?\s*元/.exec(text);
  if (found?.[1] === undefined) return undefined;
  return Number(found[1].replaceAll(",", "")) * (found[2] === undefined ? 1 : 10_000);
}
