import { staffEndpoints } from "@rehab/schema/staff";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { listStaff } from "./queries.ts";

export const staffRoutes: Route[] = [
  on(staffEndpoints.list)(({ services, actor }) => listStaff(services, actor)),
];
