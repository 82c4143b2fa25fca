import type { PlainDate } from "../time/plain-date.ts";

/** One payment from the earmarked funds, in fen (hundredths of a yuan). */
export interface Payment {
  readonly on: PlainDate;
  readonly amountFen: number;
  /** Absent while nobody has put the payment under a heading. */
  readonly category?: string;
}

/** Funds spent against the year's budget, in fen: only the screen divides and rounds. */
export interface FundsExecution {
  readonly asOf: PlainDate;
  readonly budgetFen: number;
  readonly spentFen: number;
  /** Spent beyond the budget; 0 when within it. */
  readonly overspentFen: number;
  readonly uncategorisedFen: number;
  readonly categories: Readonly<Record<string, number>>;
}

/** Sums the payments from the first of the day's year up to the day. Throws a RangeError unless amounts are whole fen. */
export function fundsExecution(
  payments: readonly Payment[],
  budgetFen: number,
  asOf: PlainDate,
): FundsExecution {
  const categories: Record<string, number> = {};
  let spentFen = 0;
  let uncategorisedFen = 0;
  for (const { on, amountFen, category } of payments) {
    if (!Number.isSafeInteger(amountFen)) throw new RangeError(`not a whole number of fen: ${amountFen}`);
    if (on > asOf || on.slice(0, 4) !== asOf.slice(0, 4)) continue;
    spentFen += amountFen;
    if (category === undefined) uncategorisedFen += amountFen;
    else categories[category] = (categories[category] ?? 0) + amountFen;
  }
  const overspentFen = Math.max(0, spentFen - budgetFen);
  return { asOf, budgetFen, spentFen, overspentFen, uncategorisedFen, categories };
}
