import { intakeEndpoints } from "@rehab/schema/intake";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { annulStep } from "./annul-step.ts";
import { addMember, endMember } from "./change-team.ts";
import { formTeam, giveNotice, makePlan, reportIn, signAgreement } from "./record-intake.ts";

export const intakeRoutes: Route[] = [
  on(intakeEndpoints.reportIn)(({ services, actor, params, body }) =>
    reportIn(services, actor, { ...body, caseId: params.id }),
  ),
  on(intakeEndpoints.giveNotice)(({ services, actor, params, body }) =>
    giveNotice(services, actor, { ...body, caseId: params.id }),
  ),
  on(intakeEndpoints.signAgreement)(({ services, actor, params, body }) =>
    signAgreement(services, actor, { ...body, caseId: params.id }),
  ),
  on(intakeEndpoints.formTeam)(({ services, actor, params, body }) =>
    formTeam(services, actor, { ...body, caseId: params.id }),
  ),
  on(intakeEndpoints.makePlan)(({ services, actor, params, body }) =>
    makePlan(services, actor, { ...body, caseId: params.id }),
  ),
  on(intakeEndpoints.addMember)(({ services, actor, params, body }) =>
    addMember(services, actor, { ...body, caseId: params.id }),
  ),
  on(intakeEndpoints.endMember)(({ services, actor, params, body }) =>
    endMember(services, actor, { ...params, ...body }),
  ),
  on(intakeEndpoints.annul)(({ services, actor, params, body }) =>
    annulStep(services, actor, { ...params, ...body }),
  ),
];
