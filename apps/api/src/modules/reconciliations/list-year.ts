import type { ResponseOf } from "@rehab/schema/endpoint";
import type { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import { and, asc, eq, ne } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import { reconciliation } from "../../db/schema/reconciliation.ts";
import { readWeeklyChecks } from "../county-records/weekly-checks.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";
import { viewEntries } from "./view-reconciliation.ts";

type Year = ResponseOf<typeof reconciliationsEndpoints.year>;

/** The weeks of a year, checked or not, and the comparisons that were begun or finished. */
export const listYear = query<{ year: number }, Year>(async (context, { year }) => {
  const { tx, county } = context;
  const rows = await tx
    .select()
    .from(reconciliation)
    .where(
      and(
        eq(reconciliation.countyCode, county.code),
        eq(reconciliation.year, year),
        ne(reconciliation.state, "cancelled"),
      ),
    )
    .orderBy(asc(reconciliation.checkedOn), asc(reconciliation.id));
  return {
    weeklyChecks: await readWeeklyChecks(context, year),
    entries: await viewEntries(tx, rows as ReconciliationRow[]),
  };
});
