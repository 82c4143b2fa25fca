import { fundsExecution } from "@rehab/domain/indicators/funds";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { countyRecordsEndpoints } from "@rehab/schema/county-records";
import { and, between, eq, isNull } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import { fundBudget, fundExpense } from "../../db/schema/county-records.ts";

type FundYear = ResponseOf<typeof countyRecordsEndpoints.year>["fund"];

/** Budget and expenses of the earmarked fund up to a day of the year, by category. */
export async function readFundYear(
  { tx, county }: QueryContext,
  year: number,
  from: PlainDate,
  to: PlainDate,
): Promise<FundYear> {
  const [budget] = await tx
    .select({ amountFen: fundBudget.amountFen })
    .from(fundBudget)
    .where(
      and(eq(fundBudget.countyCode, county.code), eq(fundBudget.year, year), isNull(fundBudget.annulledAt)),
    );
  const expenses = await tx
    .select({ on: fundExpense.happenedOn, category: fundExpense.category, amountFen: fundExpense.amountFen })
    .from(fundExpense)
    .where(
      and(
        eq(fundExpense.countyCode, county.code),
        between(fundExpense.happenedOn, from, to),
        isNull(fundExpense.annulledAt),
      ),
    );
  const execution = fundsExecution(expenses, budget?.amountFen ?? 0, to);
  return {
    year,
    budgetFen: budget?.amountFen ?? null,
    spentFen: execution.spentFen,
    byCategory: Object.entries(execution.categories).map(([category, spentFen]) => ({
      category,
      spentFen,
      items: expenses.filter((expense) => expense.category === category).length,
    })),
  };
}
