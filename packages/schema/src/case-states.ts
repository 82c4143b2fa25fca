import { codesOf } from "@rehab/domain/code-list";
import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import { END_ITEMS } from "@rehab/domain/supervision/end-items";
import { z } from "zod";
import { ApprovalKind, ApprovalState } from "./approvals.ts";
import {
  CaseAnnulmentBody,
  CaseEventBody,
  EndAnnulmentBody,
  ReleaseBody,
  RoutinePaperBody,
  SearchBody,
  TerminationBody,
} from "./case-state-bodies.ts";
import { Day, Id, IdParams, Moment, PageQuery, PossibleAction, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { ReceiptBody } from "./no-show-bodies.ts";
import { AttemptView, DocumentView, Recorded } from "./no-shows.ts";
import { CaseState, ControlReason, Measure, RiskLevel } from "./supervision.ts";

const Since = z.object({ since: Day });

/** The state of a day, since when, and the rule behind it. */
const StateView = z.object({ state: CaseState, since: Day, citation: z.string(), says: z.string() });

/** A stretch of days in one state, with what began it. */
export const SpanView = z.object({
  state: CaseState,
  reason: ControlReason.nullable(),
  from: Day,
  /** The last day in it; null while it lasts. */
  to: Day.nullable(),
  days: z.number().int(),
  because: z.string(),
});

export const CaseEventView = Recorded.extend({
  kind: z.enum(codesOf(CASE_EVENT_KINDS)),
  happenedOn: Day,
  details: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Why it cannot be annulled; null when it can. */
  annulObstacle: z.string().nullable(),
  /** Whether the annulment is proposed, and confirmed by a second person. */
  annulledByTwo: z.boolean(),
});
export type CaseEventView = z.infer<typeof CaseEventView>;

export const EndItemView = z.object({
  code: z.enum(codesOf(END_ITEMS)),
  present: z.boolean(),
  because: z.string(),
});

/** How far the end of the term is prepared. */
export const EndView = z.object({
  endOn: Day,
  daysLeft: z.number().int(),
  expired: z.boolean(),
  reminder: z.number().int().nullable(),
  /** The last day for the police to tell the township. */
  noticeDueOn: Day,
  items: z.array(EndItemView),
  /** Windows of the plan without a test, which the 期满评估 has to explain. */
  missedWindows: z.number().int(),
  citation: z.string(),
  says: z.string(),
});
export type EndView = z.infer<typeof EndView>;

/** A release, a termination, or the annulment of one that somebody proposed. */
export const EndProposalView = z.object({
  id: Id,
  kind: ApprovalKind,
  state: ApprovalState,
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  proposedAt: Moment,
  proposedBy: z.string(),
  decidedAt: Moment.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  own: z.boolean(),
  version: z.number().int(),
});
export type EndProposalView = z.infer<typeof EndProposalView>;

/** The state of a person's present case: now, before, what lies over it, what can happen, and its end. */
export const CaseStateFile = z.object({
  enrolleeId: Id,
  measure: Measure,
  now: StateView.nullable(),
  overlays: z.object({
    dualControl: Since.nullable(),
    maintenance: Since.nullable(),
    hospital: Since.nullable(),
    /** Without a day when it was taken over from a list. */
    risk: z.object({ level: RiskLevel, since: Day.nullable() }).nullable(),
    leave: z.object({ from: Day, dueBack: Day, overdue: z.boolean() }).nullable(),
  }),
  spans: z.array(SpanView),
  /** Latest first, annulled ones included. */
  events: z.array(CaseEventView),
  documents: z.array(DocumentView),
  attempts: z.array(AttemptView),
  end: EndView.nullable(),
  proposals: z.array(EndProposalView),
  /** What to keep in mind before 强制隔离戒毒 ends the measure (禁毒法 第三十九条). */
  cautions: z.array(z.string()),
  actions: z.array(PossibleAction),
});
export type CaseStateFile = z.infer<typeof CaseStateFile>;

/** Somebody whose term ends soon, or has ended without a release. */
export const TermEndRow = z.object({
  id: Id,
  maskedName: z.string(),
  measure: Measure,
  state: CaseState,
  stationName: z.string(),
  caseworkerName: z.string().nullable(),
  endOn: Day,
  daysLeft: z.number().int(),
  /** What is not ready yet. */
  missing: z.array(z.enum(codesOf(END_ITEMS))),
  proposed: z.boolean(),
});
export type TermEndRow = z.infer<typeof TermEndRow>;

/** Everybody, those whose term is over, or those with at most so many days left. */
export const TermEndStep = z.union([z.enum(["all", "expired"]), z.string().regex(/^\d{1,3}$/u)]);
export type TermEndStep = z.infer<typeof TermEndStep>;

const FactParams = z.object({ id: Id, factId: Id });
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const caseStatesEndpoints = {
  get: endpoint({
    name: "case-states.get",
    summary: "State, history of states, overlays, end of the term and what can happen, with reasons",
    method: "GET",
    path: "/case-states/{id}",
    access: ["read", "CaseFile"],
    params: IdParams,
    response: CaseStateFile,
    problems: ["not_found"],
  }),
  record: endpoint({
    name: "case-states.record",
    summary: "Record what moves a case or lies over it, with its paper",
    method: "POST",
    path: "/case-states/{id}/events",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: CaseEventBody,
    response: CaseStateFile,
    problems: ["not_found", "wrong_state"],
  }),
  search: endpoint({
    name: "case-states.search",
    summary: "Record an attempt to reach somebody in the term",
    method: "POST",
    path: "/case-states/{id}/attempts",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: SearchBody,
    response: CaseStateFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordPaper: endpoint({
    name: "case-states.recordPaper",
    summary: "File an assessment or summary, or the letter that asks the police for the release notice",
    method: "POST",
    path: "/case-states/{id}/documents",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: RoutinePaperBody,
    response: CaseStateFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordService: endpoint({
    name: "case-states.recordService",
    summary: "Record the receipt of a notice's service; one with gaps is refused by its fields",
    method: "POST",
    path: "/case-states/{id}/documents/{factId}/receipts",
    access: ["create", "CaseFile"],
    params: FactParams,
    body: ReceiptBody,
    response: CaseStateFile,
    problems: ["not_found", "wrong_state"],
  }),
  annul: endpoint({
    name: "case-states.annul",
    summary: "Annul an event, a paper, a receipt or an attempt with the reason; what rests on it goes first",
    method: "POST",
    path: "/case-states/{id}/annulments",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: CaseAnnulmentBody,
    response: CaseStateFile,
    problems: ["not_found", "wrong_state"],
  }),
  proposeRelease: endpoint({
    name: "case-states.proposeRelease",
    summary: "Propose the release by the notice of the police; a second person confirms it",
    method: "POST",
    path: "/case-states/{id}/release",
    access: ["create", "Approval"],
    params: IdParams,
    body: ReleaseBody,
    response: CaseStateFile,
    problems: ["not_found", "wrong_state"],
  }),
  proposeTermination: endpoint({
    name: "case-states.proposeTermination",
    summary: "Propose the termination by a decision; a second person confirms it",
    method: "POST",
    path: "/case-states/{id}/termination",
    access: ["create", "Approval"],
    params: IdParams,
    body: TerminationBody,
    response: CaseStateFile,
    problems: ["not_found", "wrong_state"],
  }),
  proposeEndAnnulment: endpoint({
    name: "case-states.proposeEndAnnulment",
    summary: "Propose to annul a release or termination with the reason; a second person confirms it",
    method: "POST",
    path: "/case-states/{id}/end-annulment",
    access: ["create", "Approval"],
    params: IdParams,
    body: EndAnnulmentBody,
    response: CaseStateFile,
    problems: ["not_found", "wrong_state"],
  }),
  document: endpoint({
    name: "case-states.document",
    summary: "The letter that asks the police for the release notice, as Word (audited)",
    method: "POST",
    path: "/case-states/{id}/documents/{factId}/file",
    access: ["export", "CaseFile"],
    params: FactParams,
    file: word,
    problems: ["not_found", "wrong_state"],
  }),
  listEnds: endpoint({
    name: "case-states.listEnds",
    summary: "Whose term ends within the days of a reminder, or is over without a release; soonest first",
    method: "GET",
    path: "/term-ends",
    access: ["list", "CaseFile"],
    query: z.object({ step: TermEndStep.default("all"), stationId: Id.optional(), ...PageQuery.shape }),
    response: pageOf(TermEndRow).extend({
      /** Each step with its count, by the condition of its list. */
      steps: z.array(z.object({ step: TermEndStep, count: z.number().int() })),
    }),
    problems: [],
  }),
};
