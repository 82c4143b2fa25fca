import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { listYearExpenses } from "./fund-year.ts";
import { listYearFacts } from "./year-facts.ts";
import { getYear } from "./year-summary.ts";
import { listYearWindows } from "./year-windows.ts";

export const countyRecordsRoutes: Route[] = [
  on(countyRecordsEndpoints.year)(({ services, actor, params }) => getYear(services, actor, params)),
  on(countyRecordsEndpoints.listFacts)(({ services, actor, params, query }) =>
    listYearFacts(services, actor, { ...params, ...query }),
  ),
  on(countyRecordsEndpoints.listWindows)(({ services, actor, params, query }) =>
    listYearWindows(services, actor, { ...params, ...query }),
  ),
  on(countyRecordsEndpoints.listExpenses)(({ services, actor, params, query }) =>
    listYearExpenses(services, actor, { ...params, ...query }),
  ),
];
