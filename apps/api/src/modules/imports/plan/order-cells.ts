import type { Law } from "@rehab/domain/law/law";
import { termLengthFault, termLengthOn } from "@rehab/domain/law/term-length";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ParsedCell } from "@rehab/spreadsheet/parse-form";
import { findMeasureOfOrder } from "@rehab/spreadsheet/values/order-number";
import { holdFutureDay } from "./check-day.ts";
import type { PlanContext } from "./plan-context.ts";
import type { RowDraft } from "./row-draft.ts";

/** The columns about an order that register and hand-off list share. */
export interface OrderCells {
  readonly orderNumber?: ParsedCell<string>;
  readonly measure?: ParsedCell<Measure>;
  readonly decidedOn?: ParsedCell<PlainDate>;
  readonly receivedOn?: ParsedCell<PlainDate>;
  readonly termYears?: ParsedCell<number>;
}

export interface Order {
  readonly measure: Measure | undefined;
  readonly orderedOn: PlainDate | null;
  readonly receivedOn: PlainDate | undefined;
  readonly termMonths: number;
}

/** What a row says of the order itself. Holds the row where the clock could not start from it. */
export function readOrder(draft: RowDraft, cells: OrderCells, { today, law }: PlanContext): Order {
  const receivedOn = draft.required(cells.receivedOn, "receivedOn", "missing_receipt_date");
  holdFutureDay(draft, "receivedOn", receivedOn, today);
  const decidedOn = draft.optionalDay(cells.decidedOn, "decidedOn");
  const isReversed = decidedOn !== null && receivedOn !== undefined && decidedOn > receivedOn;
  if (isReversed) draft.hold("received_before_order", "receivedOn");
  const measure = cells.measure?.value ?? findMeasureOfOrder(cells.orderNumber?.value ?? "");
  if (measure === undefined) draft.hold("measure_unknown", "measure");
  const orderedOn = isReversed ? null : decidedOn;
  // an order without a day was made by the day on which it was received; without that the row is held anyway
  const lawOf = { measure: measure ?? "community_detox", on: orderedOn ?? receivedOn ?? today, law };
  return { measure, orderedOn, receivedOn, termMonths: readTerm(draft, cells.termYears, lawOf) };
}

/** The length that the order sets (rules T3 and T4), and where it says none, the one of the law of its day. */
function readTerm(
  draft: RowDraft,
  cell: OrderCells["termYears"],
  { measure, on, law }: { readonly measure: Measure; readonly on: PlainDate; readonly law: Law },
): number {
  const years = draft.optional(cell, "termYears");
  const lawful = termLengthOn(measure, on, law).months;
  if (years === null) return lawful;
  const months = Math.round(years * 12);
  if (termLengthFault(measure, months, on, law) === undefined) return months;
  draft.hold("term_invalid", "termYears");
  return lawful;
}
