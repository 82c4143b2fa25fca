import type { ReconciliationKind } from "@rehab/domain/handoff/reconciliation-codes";
import { lastDayOfWeek, weeksInYear } from "@rehab/domain/time/iso-week";
import { addDays, plainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";

/** The week or month that a comparison is about. */
export interface Period {
  readonly kind: ReconciliationKind;
  readonly year: number;
  readonly week: number | null;
  readonly month: number | null;
}

export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** First and last day of a period; undefined where the year has no such week. */
export function findSpan({ year, week, month }: Period): Span | undefined {
  if (week !== null) {
    if (week > weeksInYear(year)) return undefined;
    const to = lastDayOfWeek({ year, week });
    return { from: addDays(to, -6), to };
  }
  const first = (number: number) =>
    plainDate(
      `${year + Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, "0")}-01`,
    );
  const at = month ?? 1;
  return { from: first(at), to: addDays(first(at + 1), -1) };
}

/** First and last day of a stored period, which exists. */
export function spanOf(period: Period): Span {
  const span = findSpan(period);
  if (span === undefined) throw new RangeError("a stored comparison of a week that its year does not have");
  return span;
}

/** 2021年第9周, 2021年11月. */
export function periodText({ year, week, month }: Period): string {
  return week === null ? `${year}年${month}月` : `${year}年第${week}周`;
}
