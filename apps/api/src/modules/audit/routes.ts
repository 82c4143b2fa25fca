import { auditEndpoints } from "@rehab/schema/audit";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { listAuditEntries } from "./queries.ts";

export const auditRoutes: Route[] = [
  on(auditEndpoints.list)(({ services, actor, query }) => listAuditEntries(services, actor, query)),
];
