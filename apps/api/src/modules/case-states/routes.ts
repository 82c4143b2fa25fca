import { caseStatesEndpoints } from "@rehab/schema/case-states";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { annulFact } from "./annul-fact.ts";
import { sendWord } from "../matters/printing.ts";
import { proposeEndAnnulment } from "./end-annulment.ts";
import { listTermEnds } from "./list-term-ends.ts";
import { getStates } from "./state-matter.ts";
import { proposeRelease, proposeTermination } from "./propose-end.ts";
import { printDocument } from "./print-document.ts";
import { recordEvent } from "./record-event.ts";
import { recordPaper, recordSearch, recordService } from "./record-papers.ts";

export const caseStatesRoutes: Route[] = [
  on(caseStatesEndpoints.get)(({ services, actor, params }) => getStates(services, actor, params)),
  on(caseStatesEndpoints.record)(({ services, actor, params, body }) =>
    recordEvent(services, actor, { ...params, body }),
  ),
  on(caseStatesEndpoints.search)(({ services, actor, params, body }) =>
    recordSearch(services, actor, { ...params, body }),
  ),
  on(caseStatesEndpoints.recordPaper)(({ services, actor, params, body }) =>
    recordPaper(services, actor, { ...params, body }),
  ),
  on(caseStatesEndpoints.recordService)(({ services, actor, params, body }) =>
    recordService(services, actor, { ...params, body }),
  ),
  on(caseStatesEndpoints.annul)(({ services, actor, params, body }) =>
    annulFact(services, actor, { ...params, body }),
  ),
  on(caseStatesEndpoints.proposeRelease)(({ services, actor, params, body }) =>
    proposeRelease(services, actor, { ...params, body }),
  ),
  on(caseStatesEndpoints.proposeTermination)(({ services, actor, params, body }) =>
    proposeTermination(services, actor, { ...params, body }),
  ),
  on(caseStatesEndpoints.proposeEndAnnulment)(({ services, actor, params, body }) =>
    proposeEndAnnulment(services, actor, { ...params, body }),
  ),
  on(caseStatesEndpoints.document)(async ({ services, actor, params, reply }) =>
    sendWord(reply, await printDocument(services, actor, params)),
  ),
  on(caseStatesEndpoints.listEnds)(({ services, actor, query }) => listTermEnds(services, actor, query)),
];
