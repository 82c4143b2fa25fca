import { zhOf } from "@rehab/domain/code-list";
import { LIST_WARNINGS } from "@rehab/domain/handoff/reconciliation-codes";
import type { ListWarning } from "@rehab/domain/handoff/reconciliation-codes";
import { isoWeekOf } from "@rehab/domain/time/iso-week";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ParsedForm } from "@rehab/spreadsheet/parse-form";
import { findCountyIn } from "@rehab/spreadsheet/values/address";
import { spanOf } from "./period.ts";
import type { Period } from "./period.ts";

type HandoffForm = Extract<ParsedForm, { kind: "handoff_list" }>;

export interface FoundWarning {
  readonly code: ListWarning;
  /** Chinese, with the figures of this list and no value of a person. */
  readonly text: string;
}

export interface Expectation {
  readonly period: Period;
  readonly checkedOn: PlainDate;
  readonly countyName: string;
}

/** What the paper itself says against being the list that is expected. */
export function warningsOf(form: HandoffForm, expected: Expectation): FoundWarning[] {
  return [
    ...otherPeriod(form, expected),
    ...otherCounty(form, expected.countyName),
    ...missingRows(form),
    ...nothingSaid(form),
  ];
}

export function warning(code: ListWarning, more: string): FoundWarning {
  return { code, text: `${zhOf(LIST_WARNINGS, code)}：${more}` };
}

function otherPeriod({ recognition, rows }: HandoffForm, { period, checkedOn }: Expectation): FoundWarning[] {
  const { year, week, checkedOn: day, asOf } = recognition.facts;
  const { from, to } = spanOf(period);
  const isOutside = (on: PlainDate | undefined) => on !== undefined && (on < from || on > to);
  if (
    period.week !== null &&
    week !== undefined &&
    (week !== period.week || (year ?? period.year) !== period.year)
  ) {
    return [warning("other_period", `名单写的是${year ?? period.year}年第${week}周`)];
  }
  const told = day ?? asOf;
  if (isOutside(told)) {
    const weekOfDay = isoWeekOf(told ?? checkedOn);
    const named = period.week === null ? "" : `（${weekOfDay.year}年第${weekOfDay.week}周）`;
    return [warning("other_period", `名单写的日期是${told}${named}`)];
  }
  if (period.week !== null && day !== undefined && day !== checkedOn) {
    return [warning("other_period", `名单写的核对日期是${day}，本次填写的是${checkedOn}`)];
  }
  const handedOff = rows.flatMap(({ cells }) => cells.handedOffOn?.value ?? []);
  const outside = handedOff.filter(isOutside).length;
  if (period.week === null || outside * 2 <= rows.length) return [];
  return [warning("other_period", `${rows.length}行中有${outside}行的移交日期不在本周`)];
}

const OFFICE = /([\p{Script=Han}]{2,16}?(?:自治县|县|市|区|旗))(?:公安局|公安分局|司法局|禁毒)/u;

function otherCounty({ recognition, rows }: HandoffForm, countyName: string): FoundWarning[] {
  const office = OFFICE.exec(recognition.title.normalize("NFKC"))?.[1];
  const named = office === undefined ? undefined : findCountyIn(office);
  if (named !== undefined && named !== countyName) return [warning("other_county", `名单标题写的是${named}`)];
  const counties = rows.flatMap(({ cells }) => {
    const texts = [cells.township?.value, cells.residence?.value, cells.registeredAddress?.value];
    return texts.flatMap((text) => (text === undefined ? [] : (findCountyIn(text) ?? []))).slice(0, 1);
  });
  const elsewhere = counties.filter((county) => county !== countyName).length;
  if (elsewhere === 0 || elsewhere * 2 <= rows.length) return [];
  return [warning("other_county", `${rows.length}行中有${elsewhere}行的住址不在${countyName}`)];
}

const TOLD = /(?:共计?|合计|总计|新增|移交)[^\d。；;]{0,12}(\d{1,5})\s*(?:人|名)/gu;

function missingRows({ recognition, rows }: HandoffForm): FoundWarning[] {
  const texts = [recognition.title, ...recognition.rows.footRows.map(({ text }) => text)];
  const told = Math.max(
    0,
    ...texts.flatMap((text) => [...text.normalize("NFKC").matchAll(TOLD)].map(([, count]) => Number(count))),
  );
  const numbers = rows.flatMap(({ cells, sequence }) => (cells.sequence?.raw === "" ? [] : sequence));
  const last = Math.max(0, ...numbers);
  return [
    ...(told > rows.length ? [warning("fewer_rows", `名单写明${told}人，实际只有${rows.length}行`)] : []),
    ...(last > rows.length ? [warning("sequence_gaps", `序号编到${last}，实际只有${rows.length}行`)] : []),
  ];
}

function nothingSaid({ recognition, rows }: HandoffForm): FoundWarning[] {
  if (rows.length > 0 || recognition.rows.isZeroList) return [];
  return [warning("nothing_said", "请确认名单是否完整")];
}
