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

/** 禁毒法 第三十三条, 第四十八条: three years, or at most three. */
const longestTermMonths = 36;

/** What a row says of the order itself. Holds the row where the clock could not start from it. */
export function readOrder(draft: RowDraft, cells: OrderCells, { today }: PlanContext): Order {
  const receivedOn = draft.required(cells.receivedOn, "receivedOn", "missing_receipt_date");
  holdFutureDay(draft, "receivedOn", receivedOn, today);
  const decidedOn = draft.optionalDay(cells.decidedOn, "decidedOn");
  const isReversed = decidedOn !== null && receivedOn !== undefined && decidedOn > receivedOn;
  if (isReversed) draft.hold("received_before_order", "receivedOn");
  const measure = cells.measure?.value ?? findMeasureOfOrder(cells.orderNumber?.value ?? "");
  if (measure === undefined) draft.hold("measure_unknown", "measure");
  return {
    measure,
    orderedOn: isReversed ? null : decidedOn,
    receivedOn,
    termMonths: readTerm(draft, cells.termYears),
  };
}

function readTerm(draft: RowDraft, cell: OrderCells["termYears"]): number {
  const years = draft.optional(cell, "termYears");
  if (years === null) return longestTermMonths;
  const months = Math.round(years * 12);
  if (months >= 1 && months <= longestTermMonths) return months;
  draft.hold("term_invalid", "termYears");
  return longestTermMonths;
}
