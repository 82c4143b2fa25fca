import { stationsEndpoints } from "@rehab/schema/stations";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { listStations } from "./queries.ts";

export const stationsRoutes: Route[] = [
  on(stationsEndpoints.list)(({ services, actor }) => listStations(services, actor)),
];
