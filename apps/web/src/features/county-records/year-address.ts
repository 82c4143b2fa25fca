import type { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { QueryOf } from "@rehab/schema/endpoint";
import { paths, withQuery } from "../../lib/paths.ts";

type Asked = Omit<QueryOf<typeof countyRecordsEndpoints.listFacts>, "cursor" | "limit">;

/** The address of the list behind one number of a year's book. */
export function yearFactsAddress(year: number, asked: Asked): string {
  return withQuery(paths.countyRecordsFacts(year), { ...asked });
}
