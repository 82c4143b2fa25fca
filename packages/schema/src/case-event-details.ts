import { codesOf } from "@rehab/domain/code-list";
import { PLAN_MEASURES } from "@rehab/domain/handoff/plan-measure";
import { SUPPORT_ROLES } from "@rehab/domain/handoff/support-team";
import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import { RISK_FACTORS, RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { z } from "zod";
import { Id } from "./common.ts";

const line = (message: string) => z.string().trim().min(1, message).max(100);
const optionalLine = z.string().trim().max(100).nullable();

/** Who came to report in, with whom, and what the person showed and brought. */
export const ReportInDetails = z.strictObject({
  receivedBy: line("请填写接待人"),
  identityShown: line("请填写出示的证件"),
  accompaniedBy: optionalLine,
  papersBrought: optionalLine,
});
export type ReportInDetails = z.infer<typeof ReportInDetails>;

/** 告知书: who told rights and duties. */
export const NoticeDetails = z.strictObject({
  givenBy: line("请填写告知人"),
  number: optionalLine,
});
export type NoticeDetails = z.infer<typeof NoticeDetails>;

/** 协议书: the two parties beside the person (戒毒条例 第十六条); a new one at every new place of execution. */
export const AgreementDetails = z.strictObject({
  number: optionalLine,
  townshipParty: line("请填写乡（镇）、街道的签订人"),
  stationParty: line("请填写工作站的签订人"),
});
export type AgreementDetails = z.infer<typeof AgreementDetails>;

/** The team as it was declared: roles that 戒毒条例 第十七条 names and that nobody filled on the day. */
export const TeamDetails = z.strictObject({
  members: z.number().int(),
  missingRoles: z.array(z.enum(codesOf(SUPPORT_ROLES))),
});
export type TeamDetails = z.infer<typeof TeamDetails>;

/** 计划书: goals and the measures of 戒毒条例 第十八条. */
export const PlanDetails = z.strictObject({
  goals: z.string().trim().min(2, "请填写计划目标").max(1000),
  measures: z.array(z.enum(codesOf(PLAN_MEASURES))).min(1, "请至少选择一项措施"),
});
export type PlanDetails = z.infer<typeof PlanDetails>;

/** The paper that was filed with the event, if there is one. */
const paperId = Id.nullable().default(null);

/** 中止、恢复执行: what the police or the place of custody gave as proof. */
export const CustodyDetails = z.object({ proof: z.string(), paperId });

/** 脱管: the attempts that failed. */
export const LostContactDetails = z.object({ attemptIds: z.array(Id), paperId });

/** 找回: how the person came back into contact. */
export const FoundDetails = z.object({ how: z.string(), by: z.string() });

/** 双向管控: with whom the person is watched. */
export const DualControlDetails = z.object({ partner: z.string() });

/** 药物维持治疗: where. */
export const MaintenanceDetails = z.object({ clinic: z.string() });

/** 住院、出院: where, and the paper of the hospital. */
export const HospitalDetails = z.object({ hospital: z.string(), proof: z.string() });

/** A level that a caseworker confirmed, what it rests on, and the one before it. */
export const RiskDetails = z.object({
  level: z.enum(codesOf(RISK_LEVELS)),
  factors: z.array(z.enum(codesOf(RISK_FACTORS))),
  basis: z.string(),
  before: z.enum(codesOf(RISK_LEVELS)).nullable(),
});
export type RiskDetails = z.infer<typeof RiskDetails>;

export const DeathDetails = z.object({ paperId });

/** 解除、终止: the paper of the police, and the two people who carried it out. */
export const EndDetails = z.object({
  number: z.string(),
  organ: z.string(),
  decidedOn: z.string(),
  proposedBy: Id,
  confirmedBy: Id.nullable(),
  paperId,
});

/** What the form of each kind of event asks; kinds that are missing here ask nothing beside day, reason and note. */
export const caseEventDetails = {
  reported: ReportInDetails,
  transfer_reported: ReportInDetails,
  notice_given: NoticeDetails,
  agreement_signed: AgreementDetails,
  team_formed: TeamDetails,
  plan_made: PlanDetails,
  suspended: CustodyDetails,
  resumed: CustodyDetails,
  lost_contact: LostContactDetails,
  found: FoundDetails,
  dual_control_started: DualControlDetails,
  dual_control_ended: DualControlDetails,
  maintenance_started: MaintenanceDetails,
  maintenance_ended: MaintenanceDetails,
  hospitalised: HospitalDetails,
  discharged: HospitalDetails,
  risk_set: RiskDetails,
  died: DeathDetails,
  released: EndDetails,
  terminated: EndDetails,
} as const satisfies Partial<Record<CaseEventKind, z.ZodType>>;
