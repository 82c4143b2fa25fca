import type { RegisterRow, RegisterSort } from "@rehab/schema/enrollees";
import { and, asc, desc, eq, exists, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Column, SQL } from "drizzle-orm";
import type { z } from "zod";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { enrolleeSearchKey } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { registerConditions, termConditions } from "./register-filter.ts";
import type { Filter } from "./register-filter.ts";
import { selectRegisterLines, toRegisterRow } from "./register-row.ts";
import type { RegisterLine } from "./register-row.ts";
import { openCursor, sealCursor } from "./sealed-cursor.ts";
import { searchTermsOf } from "./search-terms.ts";
import type { SearchTerm } from "./search-terms.ts";

type Sort = z.output<typeof RegisterSort>;

export interface ListInput extends Filter {
  readonly sort: Sort;
  readonly direction: "asc" | "desc";
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface RegisterPage {
  rows: RegisterRow[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
}

/** Counting stops here, so that a page of a province's register costs what a county's does. */
const countLimit = 1000;

const sortColumns: Record<Sort, Column> = {
  name: registerEntry.nameSort,
  reportDueOn: registerEntry.reportDueOn,
  termEndOn: registerEntry.termEndOn,
  lastInPersonOn: registerEntry.lastInPersonOn,
};

/** One page of the register: filtered, searched, sorted; rows and count by the same conditions. */
export const listRegister = query<ListInput, RegisterPage>(async (context, input) => {
  const term = await findTerm(context, input.q);
  if (term === "nobody") return { rows: [], nextCursor: null, total: { count: 0, exact: true } };
  const conditions = and(
    registerConditions(context, input),
    term === undefined ? undefined : isFound(context, term),
  );

  const lines = await selectPage(context, input, conditions);
  const page = lines.slice(0, input.limit);
  const last = page.at(-1);
  const isWhole = input.cursor === undefined && lines.length <= input.limit;
  const count = isWhole ? lines.length : await countUpTo(context, conditions);
  return {
    rows: page.map((line) => toRegisterRow(line, context.cipher)),
    nextCursor:
      lines.length > input.limit && last !== undefined ? cursorAfter(last, input.sort, context) : null,
    total: { count: Math.min(count, countLimit), exact: count <= countLimit },
  };
});

/** The first reading of what was typed that finds anybody; the only one, where there is no other. */
export async function findTerm(
  context: QueryContext,
  text: string | undefined,
): Promise<SearchTerm | "nobody" | undefined> {
  if (text === undefined || text === "") return undefined;
  const terms = searchTermsOf(text, context.cipher);
  if (terms.length === 1) return terms[0];
  for (const term of terms) {
    const hit = await context.tx
      .select({ one: sql`1` })
      .from(enrolleeSearchKey)
      .where(termConditions(context, term))
      .limit(1);
    if (hit.length > 0) return term;
  }
  return "nobody";
}

/** Whether a register line is found by a term. */
export function isFound(context: QueryContext, term: SearchTerm): SQL {
  return exists(
    context.tx
      .select({ one: sql`1` })
      .from(enrolleeSearchKey)
      .where(and(eq(enrolleeSearchKey.enrolleeId, registerEntry.enrolleeId), termConditions(context, term))),
  );
}

function selectPage(context: QueryContext, input: ListInput, conditions: SQL | undefined) {
  const sortColumn = sortColumns[input.sort];
  const direction = input.direction === "asc" ? asc : desc;
  const order = input.sort === "name" ? direction(sortColumn) : sql`${direction(sortColumn)} nulls last`;
  return selectRegisterLines(context.tx)
    .where(and(conditions, afterCursor(context, input, sortColumn)))
    .orderBy(order, direction(registerEntry.enrolleeId))
    .limit(input.limit + 1);
}

async function countUpTo({ tx }: QueryContext, conditions: SQL | undefined): Promise<number> {
  const counted = tx
    .select({ one: sql`1`.as("one") })
    .from(registerEntry)
    .where(conditions)
    .limit(countLimit + 1)
    .as("counted");
  const [total] = await tx.select({ count: sql<number>`count(*)::int` }).from(counted);
  return total?.count ?? 0;
}

/** Rows after the cursor; rows without a value to sort by stand at the end. */
function afterCursor(context: QueryContext, input: ListInput, sortColumn: Column): SQL | undefined {
  const values = openCursor(input.cursor, 2, context.cipher);
  if (values === undefined) return undefined;
  const [sortValue, enrolleeId] = values as [string | null, string];
  const beyond = input.direction === "asc" ? gt : lt;
  const beyondId = beyond(registerEntry.enrolleeId, enrolleeId);
  if (sortValue === null) return and(isNull(sortColumn), beyondId);
  if (input.sort === "name") {
    const operator = sql.raw(input.direction === "asc" ? ">" : "<");
    return sql`(${sortColumn}, ${registerEntry.enrolleeId}) ${operator} (${sortValue}, ${enrolleeId})`;
  }
  return or(
    and(isNotNull(sortColumn), or(beyond(sortColumn, sortValue), and(eq(sortColumn, sortValue), beyondId))),
    isNull(sortColumn),
  );
}

function cursorAfter(line: RegisterLine, sort: Sort, { cipher }: QueryContext): string {
  return sealCursor([sort === "name" ? line.nameSort : line[sort], line.id], cipher);
}
