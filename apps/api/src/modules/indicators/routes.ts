import { indicatorsEndpoints } from "@rehab/schema/indicators";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { getControlRate } from "./control-rate.ts";
import { listControlRatePeople } from "./control-rate-people.ts";
import { getControlRateTrend } from "./control-rate-trend.ts";

export const indicatorsRoutes: Route[] = [
  on(indicatorsEndpoints.controlRate)(({ services, actor, query }) => getControlRate(services, actor, query)),
  on(indicatorsEndpoints.controlRatePeople)(({ services, actor, query }) =>
    listControlRatePeople(services, actor, query),
  ),
  on(indicatorsEndpoints.controlRateTrend)(({ services, actor, query }) =>
    getControlRateTrend(services, actor, query),
  ),
];
