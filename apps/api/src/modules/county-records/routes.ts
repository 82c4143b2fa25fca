import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { getYear } from "./year-summary.ts";

export const countyRecordsRoutes: Route[] = [
  on(countyRecordsEndpoints.year)(({ services, actor, params }) => getYear(services, actor, params)),
];
