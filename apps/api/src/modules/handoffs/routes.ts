import { handoffsEndpoints } from "@rehab/schema/handoffs";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { acknowledge, returnToBureau, returnToPolice } from "./answer-assignment.ts";
import { assignCaseworker } from "./assign-caseworker.ts";
import { getHandoff } from "./handoff-file.ts";
import { checkIdentity, completeIdentity } from "./identity.ts";
import { countHandoffs, listHandoffs } from "./list-handoffs.ts";
import { reassign } from "./reassign.ts";
import { listStationLoads } from "./station-loads.ts";
import { updateHandoff } from "./update-handoff.ts";

export const handoffsRoutes: Route[] = [
  on(handoffsEndpoints.list)(({ services, actor, query }) => listHandoffs(services, actor, query)),
  on(handoffsEndpoints.counts)(({ services, actor, query }) => countHandoffs(services, actor, query)),
  on(handoffsEndpoints.loads)(({ services, actor }) => listStationLoads(services, actor)),
  on(handoffsEndpoints.get)(({ services, actor, params }) => getHandoff(services, actor, params)),
  on(handoffsEndpoints.update)(({ services, actor, params, body }) =>
    updateHandoff(services, actor, { ...body, caseId: params.id }),
  ),
  on(handoffsEndpoints.reassign)(({ services, actor, params, body }) =>
    reassign(services, actor, { ...body, caseId: params.id }),
  ),
  on(handoffsEndpoints.acknowledge)(({ services, actor, params, body }) =>
    acknowledge(services, actor, { ...body, caseId: params.id }),
  ),
  on(handoffsEndpoints.returnToBureau)(({ services, actor, params, body }) =>
    returnToBureau(services, actor, { ...body, caseId: params.id }),
  ),
  on(handoffsEndpoints.returnToPolice)(({ services, actor, params, body }) =>
    returnToPolice(services, actor, { ...body, caseId: params.id }),
  ),
  on(handoffsEndpoints.checkIdentity)(({ services, actor, params, body }) =>
    checkIdentity(services, actor, { ...body, enrolleeId: params.id }),
  ),
  on(handoffsEndpoints.completeIdentity)(({ services, actor, params, body }) =>
    completeIdentity(services, actor, { ...body, enrolleeId: params.id }),
  ),
  on(handoffsEndpoints.assignCaseworker)(({ services, actor, params, body }) =>
    assignCaseworker(services, actor, { ...body, enrolleeId: params.id }),
  ),
];
