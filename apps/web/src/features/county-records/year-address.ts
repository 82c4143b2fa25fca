import type { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { QueryOf } from "@rehab/schema/endpoint";
import { paths, withQuery } from "../../lib/paths.ts";

type Endpoints = typeof countyRecordsEndpoints;
type Asked = Omit<QueryOf<Endpoints["listFacts"]>, "cursor" | "limit">;
type WindowsAsked = Omit<QueryOf<Endpoints["listWindows"]>, "cursor" | "limit">;

/** The address of the list behind one number of a year's book. */
export function yearFactsAddress(year: number, asked: Asked): string {
  return withQuery(paths.countyRecordsFacts(year), { ...asked });
}

/** The address of the test windows behind one number of a year's book. */
export function yearWindowsAddress(year: number, asked: WindowsAsked): string {
  return withQuery(paths.countyRecordsWindows(year), { ...asked });
}

/** The address of a year's payments for one use, or of all of them; a use that has no name is kept as such. */
export function yearExpensesAddress(year: number, category: string | undefined): string {
  const all = paths.countyRecordsExpenses(year);
  return category === undefined ? all : `${all}?${new URLSearchParams({ category }).toString()}`;
}
