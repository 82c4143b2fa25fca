import { noShowsEndpoints } from "@rehab/schema/no-shows";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { sendWord } from "../matters/printing.ts";
import { annulFact } from "./annul-fact.ts";
import { listNoShows } from "./list-no-shows.ts";
import { getNoShow } from "./no-show-matter.ts";
import { printDocument, printReferralLetter } from "./print-document.ts";
import { recordAnswer } from "./record-answer.ts";
import { recordAttempt } from "./record-attempt.ts";
import { endCustody, recordCustody } from "./record-custody.ts";
import { issueDocument, recordService } from "./record-papers.ts";
import { proposeReferral, recordReferralReceipt } from "./refer-no-show.ts";

export const noShowsRoutes: Route[] = [
  on(noShowsEndpoints.list)(({ services, actor, query }) => listNoShows(services, actor, query)),
  on(noShowsEndpoints.get)(({ services, actor, params }) => getNoShow(services, actor, params)),
  on(noShowsEndpoints.recordAttempt)(({ services, actor, params, body }) =>
    recordAttempt(services, actor, { ...params, body }),
  ),
  on(noShowsEndpoints.issueDocument)(({ services, actor, params, body }) =>
    issueDocument(services, actor, { ...params, body }),
  ),
  on(noShowsEndpoints.recordService)(({ services, actor, params, body }) =>
    recordService(services, actor, { ...params, body }),
  ),
  on(noShowsEndpoints.recordCustody)(({ services, actor, params, body }) =>
    recordCustody(services, actor, { ...params, body }),
  ),
  on(noShowsEndpoints.endCustody)(({ services, actor, params, body }) =>
    endCustody(services, actor, { ...params, body }),
  ),
  on(noShowsEndpoints.annul)(({ services, actor, params, body }) =>
    annulFact(services, actor, { ...params, body }),
  ),
  on(noShowsEndpoints.proposeReferral)(({ services, actor, params, body }) =>
    proposeReferral(services, actor, { ...params, body }),
  ),
  on(noShowsEndpoints.recordReferralReceipt)(({ services, actor, params, body }) =>
    recordReferralReceipt(services, actor, { ...params, body }),
  ),
  on(noShowsEndpoints.recordAnswer)(({ services, actor, params, body }) =>
    recordAnswer(services, actor, { ...params, body }),
  ),
  on(noShowsEndpoints.document)(async ({ services, actor, params, reply }) =>
    sendWord(reply, await printDocument(services, actor, params)),
  ),
  on(noShowsEndpoints.referralLetter)(async ({ services, actor, params, reply }) =>
    sendWord(reply, await printReferralLetter(services, actor, params)),
  ),
];
