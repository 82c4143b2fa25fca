import { workbenchEndpoints } from "@rehab/schema/workbench";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { countDuties } from "./count-duties.ts";
import { listDuties } from "./list-duties.ts";
import { makeSheet } from "./print-sheet.ts";
import { snoozeDuty, wakeDuty } from "./snooze-duty.ts";

export const workbenchRoutes: Route[] = [
  on(workbenchEndpoints.counts)(({ services, actor, query }) => countDuties(services, actor, query)),
  on(workbenchEndpoints.list)(({ services, actor, query }) => listDuties(services, actor, query)),
  on(workbenchEndpoints.snooze)(({ services, actor, body }) => snoozeDuty(services, actor, body)),
  on(workbenchEndpoints.wake)(({ services, actor, body }) => wakeDuty(services, actor, body)),
  on(workbenchEndpoints.sheet)(({ services, actor, body }) => makeSheet(services, actor, body)),
];
