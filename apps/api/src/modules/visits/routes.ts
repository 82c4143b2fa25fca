import { visitsEndpoints } from "@rehab/schema/visits";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { getContacts } from "./contact-file.ts";
import { sendWord } from "../matters/printing.ts";
import { printVisit } from "./print-visit.ts";
import { addGoal, recordHelp, recordVisit } from "./record-contact.ts";
import { annulContact, closeGoal, settleHelp } from "./settle-contact.ts";

export const visitsRoutes: Route[] = [
  on(visitsEndpoints.ofPerson)(({ services, actor, params }) => getContacts(services, actor, params)),
  on(visitsEndpoints.record)(({ services, actor, params, body }) =>
    recordVisit(services, actor, { enrolleeId: params.id, body }),
  ),
  on(visitsEndpoints.document)(async ({ services, actor, params, reply }) =>
    sendWord(reply, await printVisit(services, actor, params)),
  ),
  on(visitsEndpoints.recordHelp)(({ services, actor, params, body }) =>
    recordHelp(services, actor, { enrolleeId: params.id, body }),
  ),
  on(visitsEndpoints.settleHelp)(({ services, actor, params, body }) =>
    settleHelp(services, actor, { ...params, ...body }),
  ),
  on(visitsEndpoints.addGoal)(({ services, actor, params, body }) =>
    addGoal(services, actor, { enrolleeId: params.id, body }),
  ),
  on(visitsEndpoints.closeGoal)(({ services, actor, params, body }) =>
    closeGoal(services, actor, { ...params, ...body }),
  ),
  on(visitsEndpoints.annul)(({ services, actor, params, body }) =>
    annulContact(services, actor, { ...params, ...body }),
  ),
];
