import { z } from "zod";
import { AgreementDetails, NoticeDetails, PlanDetails, ReportInDetails } from "./case-event-details.ts";
import { Day, Id, IdParams } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { HandoffFile, SupportRole } from "./handoffs.ts";

const access = ["create", "CaseFile"] as const;
const step = { id: Id, happenedOn: Day };
const note = z.string().trim().max(500).nullable();

/** The steps of a case from the report-in to the plan. Each is a fact: recorded once, annulled with a reason. */
export const intakeEndpoints = {
  reportIn: endpoint({
    name: "intake.reportIn",
    summary: "Record that the person came to report in, late or not",
    method: "POST",
    path: "/cases/{id}/report-in",
    access,
    params: IdParams,
    body: z.strictObject({ ...step, ...ReportInDetails.shape, note }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  giveNotice: endpoint({
    name: "intake.giveNotice",
    summary: "Record that rights and duties were told",
    method: "POST",
    path: "/cases/{id}/notice",
    access,
    params: IdParams,
    body: z.strictObject({ ...step, ...NoticeDetails.shape, note }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  signAgreement: endpoint({
    name: "intake.signAgreement",
    summary: "Record the signed agreement",
    method: "POST",
    path: "/cases/{id}/agreement",
    access,
    params: IdParams,
    body: z.strictObject({ ...step, ...AgreementDetails.shape, note }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  formTeam: endpoint({
    name: "intake.formTeam",
    summary: "Declare the support team formed, with the roles that nobody fills",
    method: "POST",
    path: "/cases/{id}/team",
    access,
    params: IdParams,
    body: z.strictObject({ ...step, note }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  makePlan: endpoint({
    name: "intake.makePlan",
    summary: "Record the plan with its goals and measures",
    method: "POST",
    path: "/cases/{id}/plan",
    access,
    params: IdParams,
    body: z.strictObject({ ...step, ...PlanDetails.shape, note }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  addMember: endpoint({
    name: "intake.addMember",
    summary: "Add a member of the support team",
    method: "POST",
    path: "/cases/{id}/team/members",
    access,
    params: IdParams,
    body: z.strictObject({
      id: Id,
      role: SupportRole,
      name: z.string().trim().min(1, "请填写姓名").max(40),
      organ: z.string().trim().max(100).nullable(),
      phone: z.string().trim().max(30).nullable(),
      fromOn: Day,
    }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  endMember: endpoint({
    name: "intake.endMember",
    summary: "Record the first day on which a member no longer belongs to the team",
    method: "POST",
    path: "/team-members/{id}/end",
    access,
    params: IdParams,
    body: z.strictObject({ untilOn: Day }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  annul: endpoint({
    name: "intake.annul",
    summary: "Annul a step that was recorded wrongly, with the reason",
    method: "POST",
    path: "/case-events/{id}/annulment",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({ reason: z.string().trim().min(2, "请写明撤销理由").max(500) }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
};
