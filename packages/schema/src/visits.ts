import { codesOf } from "@rehab/domain/code-list";
import { GOAL_RESULTS, HELP_KINDS, HELP_OUTCOMES } from "@rehab/domain/help/help";
import { VISIT_METHODS } from "@rehab/domain/visit/visit";
import { z } from "zod";
import { Day, Id, IdParams, Moment, PossibleAction } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { RiskLevel } from "./supervision.ts";

const Count = z.number().int();
const line = (message: string) => z.string().trim().min(1, message).max(100);
const optionalLine = z.string().trim().max(100).nullable();
const optionalText = z.string().trim().max(12_000).nullable();

export const VisitMethod = z.enum(codesOf(VISIT_METHODS));
export const HelpKind = z.enum(codesOf(HELP_KINDS));
export const HelpOutcome = z.enum(codesOf(HELP_OUTCOMES));
export const GoalResult = z.enum(codesOf(GOAL_RESULTS));

/** The sections of the paper form 走访记录 beside its head. */
export const VisitDetails = z.strictObject({
  /** Who was spoken with, when it was not the person alone. */
  respondent: optionalLine,
  relation: optionalLine,
  family: optionalText,
  work: optionalText,
  difficulties: optionalText,
  suggestions: optionalText,
  outcome: optionalText,
  secondVisitor: optionalLine,
});
export type VisitDetails = z.infer<typeof VisitDetails>;

/** What the form of a visit, talk or call asks. */
export const VisitBody = z.strictObject({
  id: Id,
  happenedOn: Day,
  method: VisitMethod,
  place: optionalLine,
  interviewer: line("请填写走访人（谈话人）"),
  /** A code of the list, or the caseworker's own words. */
  stateOfMind: line("请选择或者写明思想状况"),
  content: z.string().trim().min(2, "请写明走访谈话内容").max(12_000),
  nextOn: Day.nullable(),
  details: VisitDetails,
});
export type VisitBody = z.infer<typeof VisitBody>;

const recorded = {
  id: Id,
  happenedOn: Day,
  recordedAt: Moment,
  recordedBy: z.string().nullable(),
  /** The reason of an annulment; null for a record that holds. */
  annulled: z.string().nullable(),
};

export const VisitView = z.object({
  ...recorded,
  method: VisitMethod,
  /** From 1 to 5. */
  strength: Count,
  place: z.string().nullable(),
  interviewer: z.string().nullable(),
  stateOfMind: z.string().nullable(),
  content: z.string().nullable(),
  nextOn: Day.nullable(),
  note: z.string().nullable(),
  details: VisitDetails.nullable(),
});
export type VisitView = z.infer<typeof VisitView>;

export const HelpView = z.object({
  ...recorded,
  kind: HelpKind,
  helper: z.string(),
  content: z.string(),
  outcome: HelpOutcome,
  outcomeOn: Day.nullable(),
  outcomeNote: z.string().nullable(),
  version: Count,
});
export type HelpView = z.infer<typeof HelpView>;

export const GoalView = z.object({
  id: Id,
  goal: z.string(),
  responsible: z.string(),
  setOn: Day,
  dueOn: Day,
  overdue: z.boolean(),
  closedOn: Day.nullable(),
  result: GoalResult.nullable(),
  resultNote: z.string().nullable(),
  annulled: z.string().nullable(),
  version: Count,
});
export type GoalView = z.infer<typeof GoalView>;

/** Everything of a person's visits, help and goals. */
export const ContactFile = z.object({
  enrolleeId: Id,
  caseId: Id,
  riskLevel: RiskLevel.nullable(),
  /** The day by which the person is to be met again, and why; null while nobody is to be met. */
  next: z.object({ dueOn: Day, overdue: z.boolean(), citation: z.string(), says: z.string() }).nullable(),
  /** The day that the form proposes for a visit today. */
  proposedOn: Day,
  visits: z.array(VisitView),
  help: z.array(HelpView),
  goals: z.array(GoalView),
  actions: z.array(PossibleAction),
});
export type ContactFile = z.infer<typeof ContactFile>;

export const ContactKind = z.enum(["visit", "help", "goal"]);

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const stale = ["not_found", "wrong_state", "stale_version"] as const;

export const visitsEndpoints = {
  ofPerson: endpoint({
    name: "visits.ofPerson",
    summary: "Visits, talks, help and goals of a person",
    method: "GET",
    path: "/enrollees/{id}/contacts",
    access: ["read", "CaseFile"],
    params: IdParams,
    response: ContactFile,
    problems: ["not_found"],
  }),
  record: endpoint({
    name: "visits.record",
    summary: "Record a visit, talk or call",
    method: "POST",
    path: "/enrollees/{id}/visits",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: VisitBody,
    response: ContactFile,
    problems: ["not_found", "wrong_state"],
  }),
  document: endpoint({
    name: "visits.document",
    summary: "走访记录表 or 谈话记录表 of a visit, as Word (audited)",
    method: "POST",
    path: "/visits/{id}/file",
    access: ["export", "CaseFile"],
    params: IdParams,
    file: word,
    problems: ["not_found", "wrong_state"],
  }),
  recordHelp: endpoint({
    name: "visits.recordHelp",
    summary: "Record help that a person was given",
    method: "POST",
    path: "/enrollees/{id}/help",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: z.strictObject({
      id: Id,
      kind: HelpKind,
      happenedOn: Day,
      helper: line("请填写帮扶人"),
      content: z.string().trim().min(2, "请写明帮扶内容").max(4000),
      outcome: HelpOutcome,
    }),
    response: ContactFile,
    problems: ["not_found", "wrong_state"],
  }),
  settleHelp: endpoint({
    name: "visits.settleHelp",
    summary: "Record what came of help",
    method: "POST",
    path: "/help/{id}/outcome",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({
      version: Count,
      outcome: HelpOutcome,
      outcomeOn: Day,
      outcomeNote: optionalText,
    }),
    response: ContactFile,
    problems: stale,
  }),
  addGoal: endpoint({
    name: "visits.addGoal",
    summary: "Add a goal to a person's plan",
    method: "POST",
    path: "/enrollees/{id}/goals",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: z.strictObject({
      id: Id,
      goal: z.string().trim().min(2, "请写明目标").max(1000),
      responsible: line("请填写责任人"),
      setOn: Day,
      dueOn: Day,
    }),
    response: ContactFile,
    problems: ["not_found", "wrong_state"],
  }),
  closeGoal: endpoint({
    name: "visits.closeGoal",
    summary: "Record how a goal was closed",
    method: "POST",
    path: "/goals/{id}/result",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({
      version: Count,
      closedOn: Day,
      result: GoalResult,
      resultNote: optionalText,
    }),
    response: ContactFile,
    problems: stale,
  }),
  annul: endpoint({
    name: "visits.annul",
    summary: "Annul a visit, help or goal that was recorded wrongly",
    method: "POST",
    path: "/contacts/{id}/annulment",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({
      kind: ContactKind,
      reason: z.string().trim().min(2, "请写明撤销的理由").max(500),
    }),
    response: ContactFile,
    problems: ["not_found", "wrong_state"],
  }),
};
