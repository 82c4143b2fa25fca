import type { RegisterRow, RegisterSort } from "@rehab/schema/enrollees";
import { and, asc, desc, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Column, SQL } from "drizzle-orm";
import type { z } from "zod";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { literalLimit, preparedInForms } from "../../db/prepared.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { findTerm } from "./find-term.ts";
import { registerConditions, registerValues } from "./register-filter.ts";
import type { Filter, RegisterValues, Standing } from "./register-filter.ts";
import { selectRegisterLines, toRegisterRow } from "./register-row.ts";
import type { RegisterLine } from "./register-row.ts";
import { openCursor, sealCursor } from "./sealed-cursor.ts";

type Sort = z.output<typeof RegisterSort>;

interface Order {
  readonly sort: Sort;
  readonly direction: "asc" | "desc";
}

export interface ListInput extends Filter, Order {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface RegisterPage {
  rows: RegisterRow[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
}

interface PageForm extends Order {
  readonly standing: Standing;
  /** Part of the statement: a plan that does not know how few rows are wanted is made for many. */
  readonly limit: number;
}

interface PageValues extends RegisterValues {
  /** What the last row before the page was sorted by; a row that has no such value stands at the end. */
  readonly afterValue: string | undefined;
  readonly afterId: string | undefined;
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
  const { tx, cipher } = context;
  const { sort, direction, standing, limit, cursor } = input;
  const term = await findTerm(context, input.q);
  if (term === "nobody") return { rows: [], nextCursor: null, total: { count: 0, exact: true } };
  const values = registerValues(context, input, term);

  const [afterValue, afterId] = openCursor(cursor, 2, cipher) ?? [];
  const lines = await selectPage(
    tx,
    { sort, direction, standing, limit: limit + 1 },
    { ...values, afterValue: afterValue ?? undefined, afterId: afterId ?? undefined },
  );
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  const isWhole = cursor === undefined && lines.length <= limit;
  const count = isWhole ? lines.length : await countUpTo(context, standing, values);
  return {
    rows: page.map((line) => toRegisterRow(line, cipher)),
    nextCursor: lines.length > limit && last !== undefined ? cursorAfter(last, sort, context) : null,
    total: { count: Math.min(count, countLimit), exact: count <= countLimit },
  };
});

const selectPage = preparedInForms("register_page", (tx, form: PageForm, values: PageValues) => {
  const sortColumn = sortColumns[form.sort];
  const direction = form.direction === "asc" ? asc : desc;
  const byColumn = form.sort === "name" ? direction(sortColumn) : sql`${direction(sortColumn)} nulls last`;
  return selectRegisterLines(tx)
    .where(and(registerConditions(tx, form.standing, values), isAfter(form, values, sortColumn)))
    .orderBy(byColumn, direction(registerEntry.enrolleeId))
    .limit(literalLimit(form.limit));
});

const selectCount = preparedInForms("register_count", (tx, standing: Standing, values: RegisterValues) => {
  const counted = tx
    .select({ one: sql`1`.as("one") })
    .from(registerEntry)
    .where(registerConditions(tx, standing, values))
    .limit(literalLimit(countLimit + 1))
    .as("counted");
  return tx.select({ count: sql<number>`count(*)::int` }).from(counted);
});

async function countUpTo({ tx }: QueryContext, standing: Standing, values: RegisterValues): Promise<number> {
  const [total] = await selectCount(tx, standing, values);
  return total?.count ?? 0;
}

/** Rows after the cursor; rows without a value to sort by stand at the end. */
function isAfter(
  { sort, direction }: Order,
  { afterValue, afterId }: PageValues,
  sortColumn: Column,
): SQL | undefined {
  if (afterId === undefined) return undefined;
  const beyond = direction === "asc" ? gt : lt;
  const beyondId = beyond(registerEntry.enrolleeId, afterId);
  if (afterValue === undefined) return and(isNull(sortColumn), beyondId);
  if (sort === "name") {
    const operator = sql.raw(direction === "asc" ? ">" : "<");
    return sql`(${sortColumn}, ${registerEntry.enrolleeId}) ${operator} (${afterValue}, ${afterId})`;
  }
  return or(
    and(isNotNull(sortColumn), or(beyond(sortColumn, afterValue), and(eq(sortColumn, afterValue), beyondId))),
    isNull(sortColumn),
  );
}

function cursorAfter(line: RegisterLine, sort: Sort, { cipher }: QueryContext): string {
  return sealCursor([sort === "name" ? line.nameSort : line[sort], line.id], cipher);
}
