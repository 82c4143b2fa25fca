import { approvalsEndpoints } from "@rehab/schema/approvals";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { decideApproval, withdrawApproval } from "./decide-approval.ts";
import { listApprovals } from "./list-approvals.ts";

export const approvalsRoutes: Route[] = [
  on(approvalsEndpoints.list)(({ services, actor, query }) => listApprovals(services, actor, query)),
  on(approvalsEndpoints.decide)(({ services, actor, params, body }) =>
    decideApproval(services, actor, { ...params, ...body }),
  ),
  on(approvalsEndpoints.withdraw)(({ services, actor, params, body }) =>
    withdrawApproval(services, actor, { ...params, ...body }),
  ),
];
