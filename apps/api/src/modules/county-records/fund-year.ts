import { fundsExecution } from "@rehab/domain/indicators/funds";
import type { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { ParamsOf, QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { and, between, desc, eq, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { fundBudget, fundExpense } from "../../db/schema/county-records.ts";
import { daysOfYear } from "./year-facts.ts";

type FundYear = ResponseOf<typeof countyRecordsEndpoints.year>["fund"];
type Endpoint = typeof countyRecordsEndpoints.listExpenses;
type Input = ParamsOf<Endpoint> & QueryOf<Endpoint>;
type Page = ResponseOf<Endpoint>;

/** The payments of a year that count: the sums and the list behind them ask this, and nothing else. */
function expensesOf(context: QueryContext, year: number): SQL | undefined {
  const { from, to } = daysOfYear(context, year);
  return and(
    eq(fundExpense.countyCode, context.county.code),
    between(fundExpense.happenedOn, from, to),
    isNull(fundExpense.annulledAt),
  );
}

/** Budget and expenses of the earmarked fund up to a day of the year, by category. */
export async function readFundYear(context: QueryContext, year: number): Promise<FundYear> {
  const { tx, county } = context;
  const [budget] = await tx
    .select({ amountFen: fundBudget.amountFen })
    .from(fundBudget)
    .where(
      and(eq(fundBudget.countyCode, county.code), eq(fundBudget.year, year), isNull(fundBudget.annulledAt)),
    );
  const expenses = await tx
    .select({ on: fundExpense.happenedOn, category: fundExpense.category, amountFen: fundExpense.amountFen })
    .from(fundExpense)
    .where(expensesOf(context, year));
  const execution = fundsExecution(expenses, budget?.amountFen ?? 0, daysOfYear(context, year).to);
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

/** Exactly the payments behind one number of the fund, the latest first. */
export const listYearExpenses = query<Input, Page>(async (context, { year, category, cursor, limit }) => {
  const { tx } = context;
  const counted = and(
    expensesOf(context, year),
    category === undefined ? undefined : eq(fundExpense.category, category),
  );
  const [total] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      // money stays far below what a number holds exactly
      spentFen: sql<number>`coalesce(sum(${fundExpense.amountFen}), 0)::float8`,
    })
    .from(fundExpense)
    .where(counted);
  const [on, id] = decodeCursor(cursor, 2);
  const { happenedOn, summary, amountFen, voucher, handledBy, note } = fundExpense;
  const found = await tx
    .select({
      id: fundExpense.id,
      on: happenedOn,
      category: fundExpense.category,
      summary,
      amountFen,
      voucher,
      handledBy,
      note,
    })
    .from(fundExpense)
    .where(
      and(
        counted,
        on === undefined || id === undefined
          ? undefined
          : sql`(${happenedOn}, ${fundExpense.id}) < (${on}::date, ${id}::uuid)`,
      ),
    )
    .orderBy(desc(happenedOn), desc(fundExpense.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    nextCursor: found.length > limit && last !== undefined ? encodeCursor([last.on, last.id]) : null,
    total: { count: total?.count ?? 0, exact: true },
    spentFen: total?.spentFen ?? 0,
  };
});
