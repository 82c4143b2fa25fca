import { breachesEndpoints } from "@rehab/schema/breaches";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { sendWord } from "../matters/printing.ts";
import { annulFact } from "./annul-fact.ts";
import { listBreaches } from "./list-breaches.ts";
import { getBreach } from "./breach-matter.ts";
import { printDocument, printReferralLetter } from "./print-document.ts";
import { recordAnswer } from "./record-answer.ts";
import { recordBreach } from "./record-breach.ts";
import { issueDocument, recordService } from "./record-papers.ts";
import { proposeReferral, recordReferralReceipt } from "./refer-breach.ts";

export const breachesRoutes: Route[] = [
  on(breachesEndpoints.list)(({ services, actor, query }) => listBreaches(services, actor, query)),
  on(breachesEndpoints.get)(({ services, actor, params }) => getBreach(services, actor, params)),
  on(breachesEndpoints.recordBreach)(({ services, actor, params, body }) =>
    recordBreach(services, actor, { ...params, body }),
  ),
  on(breachesEndpoints.issueDocument)(({ services, actor, params, body }) =>
    issueDocument(services, actor, { ...params, body }),
  ),
  on(breachesEndpoints.recordService)(({ services, actor, params, body }) =>
    recordService(services, actor, { ...params, body }),
  ),
  on(breachesEndpoints.annul)(({ services, actor, params, body }) =>
    annulFact(services, actor, { ...params, body }),
  ),
  on(breachesEndpoints.proposeReferral)(({ services, actor, params, body }) =>
    proposeReferral(services, actor, { ...params, body }),
  ),
  on(breachesEndpoints.recordReferralReceipt)(({ services, actor, params, body }) =>
    recordReferralReceipt(services, actor, { ...params, body }),
  ),
  on(breachesEndpoints.recordAnswer)(({ services, actor, params, body }) =>
    recordAnswer(services, actor, { ...params, body }),
  ),
  on(breachesEndpoints.document)(async ({ services, actor, params, reply }) =>
    sendWord(reply, await printDocument(services, actor, params)),
  ),
  on(breachesEndpoints.referralLetter)(async ({ services, actor, params, reply }) =>
    sendWord(reply, await printReferralLetter(services, actor, params)),
  ),
];
