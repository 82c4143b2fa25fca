import { leavesEndpoints } from "@rehab/schema/leaves";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { getLeaves } from "./leave-file.ts";
import { listLeaves } from "./list-leaves.ts";
import { sendWord } from "../matters/printing.ts";
import { printLeave } from "./print-leave.ts";
import { annulLeave, cancelLeave, checkReturn, decideLeave, extendLeave } from "./record-step.ts";
import { recordAbsence, reportLeave } from "./report-leave.ts";

export const leavesRoutes: Route[] = [
  on(leavesEndpoints.list)(({ services, actor, query }) => listLeaves(services, actor, query)),
  on(leavesEndpoints.ofPerson)(({ services, actor, params }) => getLeaves(services, actor, params)),
  on(leavesEndpoints.report)(({ services, actor, params, body }) =>
    reportLeave(services, actor, { enrolleeId: params.id, body }),
  ),
  on(leavesEndpoints.recordAbsence)(({ services, actor, params, body }) =>
    recordAbsence(services, actor, { enrolleeId: params.id, body }),
  ),
  on(leavesEndpoints.document)(async ({ services, actor, params, reply }) =>
    sendWord(reply, await printLeave(services, actor, params)),
  ),
  on(leavesEndpoints.decide)(({ services, actor, params, body }) =>
    decideLeave(services, actor, { leaveId: params.id, body }),
  ),
  on(leavesEndpoints.extend)(({ services, actor, params, body }) =>
    extendLeave(services, actor, { leaveId: params.id, body }),
  ),
  on(leavesEndpoints.checkReturn)(({ services, actor, params, body }) =>
    checkReturn(services, actor, { leaveId: params.id, body }),
  ),
  on(leavesEndpoints.cancel)(({ services, actor, params, body }) =>
    cancelLeave(services, actor, { leaveId: params.id, body }),
  ),
  on(leavesEndpoints.annul)(({ services, actor, params, body }) =>
    annulLeave(services, actor, { leaveId: params.id, body }),
  ),
];
