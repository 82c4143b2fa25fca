import type { PlainDate } from "@rehab/domain/time/plain-date";
import { yearOf } from "@rehab/domain/time/plain-date";
import type { RowDraft } from "./row-draft.ts";

/** Holds a row whose day has not come yet. */
export function holdFutureDay(
  draft: RowDraft,
  field: string,
  day: PlainDate | null | undefined,
  today: PlainDate,
): void {
  if (day !== null && day !== undefined && day > today) draft.hold("future_date", field);
}

/**
 * Holds a row of a yearly ledger whose day has not come yet, or lies after the ledger's year: a ledger that is
 * imported years later must not hide a typing error.
 */
export function holdDayBeyondLedger(
  draft: RowDraft,
  field: string,
  day: PlainDate | undefined,
  today: PlainDate,
): void {
  if (day === undefined) return;
  const { ledgerYear } = draft.source.file;
  if (day > today) draft.hold("future_date", field);
  else if (ledgerYear !== null && yearOf(day) > ledgerYear)
    draft.hold("future_date", field, ["accept", "correct"]);
}
