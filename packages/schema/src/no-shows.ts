import { codesOf } from "@rehab/domain/code-list";
import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import { DOCUMENT_KINDS, SERVICE_METHODS } from "@rehab/domain/handoff/document-service";
import { PACKET_ITEMS } from "@rehab/domain/handoff/no-show";
import { z } from "zod";
import { ApprovalState } from "./approvals.ts";
import { Day, Id, IdParams, Moment, PageQuery, PossibleAction, pageOf } from "./common.ts";
import { DeadlineStep } from "./deadline.ts";
import { endpoint } from "./endpoint.ts";
import {
  AnnulmentBody,
  AnswerBody,
  AttemptBody,
  CustodyBody,
  DocumentBody,
  PoliceAnswer,
  ReceiptBody,
  ReferralBody,
  ReferralReceiptBody,
  ReleaseBody,
} from "./no-show-bodies.ts";
import { CaseState, Measure } from "./supervision.ts";

export const PacketItemView = z.object({
  code: z.enum(codesOf(PACKET_ITEMS)),
  present: z.boolean(),
  because: z.string(),
});

/** Which part of the queue: all, or those at one step. */
export const NoShowStep = z.enum(["all", "not_referred", "unserved", "proposed", "referred", "receipt_open"]);

/** Somebody who did not report in time. */
export const NoShowRow = z.object({
  id: Id,
  maskedName: z.string(),
  measure: Measure,
  state: CaseState,
  stationName: z.string(),
  townshipName: z.string().nullable(),
  caseworkerName: z.string().nullable(),
  reportDueOn: Day.nullable(),
  daysOver: z.number().int(),
  attempts: z.number().int(),
  lastAttempt: z
    .object({
      on: Day,
      method: z.enum(codesOf(ATTEMPT_METHODS)),
      outcome: z.enum(codesOf(ATTEMPT_OUTCOMES)),
      promisedOn: Day.nullable(),
    })
    .nullable(),
  /** Parts of the packet that are still missing. */
  missing: z.array(z.enum(codesOf(PACKET_ITEMS))),
  /** Documents that wait for their service. */
  unserved: z.number().int(),
  proposed: z.boolean(),
  referredOn: Day.nullable(),
  referralClosed: z.boolean(),
});
export type NoShowRow = z.infer<typeof NoShowRow>;

/** By whom and when something was recorded, and why it no longer holds. */
export const Recorded = z.object({
  id: Id,
  recordedAt: Moment,
  recordedBy: z.string().nullable(),
  annulled: z.object({ reason: z.string(), at: Moment }).nullable(),
});

export const AttemptView = Recorded.extend({
  happenedOn: Day,
  method: z.enum(codesOf(ATTEMPT_METHODS)),
  outcome: z.enum(codesOf(ATTEMPT_OUTCOMES)),
  promisedOn: Day.nullable(),
  madeBy: z.string(),
  content: z.string().nullable(),
});
export type AttemptView = z.infer<typeof AttemptView>;

export const ReceiptView = Recorded.extend({
  servedOn: Day,
  method: z.enum(codesOf(SERVICE_METHODS)),
  place: z.string().nullable(),
  receivedBy: z.string().nullable(),
  relation: z.string().nullable(),
  refusal: z.string().nullable(),
  witness: z.string().nullable(),
  servers: z.array(z.string()),
  note: z.string().nullable(),
});
export type ReceiptView = z.infer<typeof ReceiptView>;

export const DocumentView = Recorded.extend({
  kind: z.enum(codesOf(DOCUMENT_KINDS)),
  number: z.string().nullable(),
  issuedOn: Day,
  issuedBy: z.string().nullable(),
  addressee: z.string().nullable(),
  pages: z.number().int().nullable(),
  note: z.string().nullable(),
  needsService: z.boolean(),
  unserved: z.boolean(),
  printable: z.boolean(),
  receipts: z.array(ReceiptView),
});
export type DocumentView = z.infer<typeof DocumentView>;

/** A time in custody. */
export const CustodyView = Recorded.extend({
  from: Day,
  ground: z.string().nullable(),
  proof: z.string().nullable(),
  releasedOn: Day.nullable(),
  releaseProof: z.string().nullable(),
});
export type CustodyView = z.infer<typeof CustodyView>;

export const ReferralView = z.object({
  id: Id,
  state: ApprovalState,
  letterNumber: z.string(),
  organ: z.string(),
  note: z.string().nullable(),
  proposedAt: Moment,
  proposedBy: z.string(),
  decidedAt: Moment.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  own: z.boolean(),
  version: z.number().int(),
});
export type ReferralView = z.infer<typeof ReferralView>;

export const AnswerView = Recorded.extend({
  answer: PoliceAnswer,
  happenedOn: Day,
  number: z.string().nullable(),
  note: z.string().nullable(),
});
export type AnswerView = z.infer<typeof AnswerView>;

/** Everything about one person's not reporting in. */
export const NoShowFile = z.object({
  enrolleeId: Id,
  measure: Measure,
  state: CaseState,
  deadline: z
    .object({
      date: Day,
      citation: z.string(),
      says: z.string(),
      steps: z.array(DeadlineStep),
      unknownYears: z.array(z.number().int()),
      daysOver: z.number().int(),
    })
    .nullable(),
  attempts: z.array(AttemptView),
  documents: z.array(DocumentView),
  custody: z.array(CustodyView),
  packet: z.object({
    items: z.array(PacketItemView),
    canRefer: z.boolean(),
    sentence: z.string(),
    citation: z.string(),
    referredOn: Day.nullable(),
    referralClosed: z.boolean(),
  }),
  /** Latest proposal first. */
  referrals: z.array(ReferralView),
  answers: z.array(AnswerView),
  cautions: z.array(z.string()),
  actions: z.array(PossibleAction),
});
export type NoShowFile = z.infer<typeof NoShowFile>;

const FactParams = z.object({ id: Id, factId: Id });
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const noShowsEndpoints = {
  list: endpoint({
    name: "no-shows.list",
    summary: "Everybody who did not report in time, longest overdue first",
    method: "GET",
    path: "/no-shows",
    access: ["list", "CaseFile"],
    query: z.object({ step: NoShowStep.default("all"), stationId: Id.optional(), ...PageQuery.shape }),
    response: pageOf(NoShowRow),
    problems: [],
  }),
  get: endpoint({
    name: "no-shows.get",
    summary: "One person's deadline, attempts, documents, packet, referral and answers",
    method: "GET",
    path: "/no-shows/{id}",
    access: ["read", "CaseFile"],
    params: IdParams,
    response: NoShowFile,
    problems: ["not_found"],
  }),
  recordAttempt: endpoint({
    name: "no-shows.recordAttempt",
    summary: "Record an attempt to reach the person",
    method: "POST",
    path: "/no-shows/{id}/attempts",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: AttemptBody,
    response: NoShowFile,
    problems: ["not_found", "wrong_state"],
  }),
  issueDocument: endpoint({
    name: "no-shows.issueDocument",
    summary: "Record a warning or certificate with its number",
    method: "POST",
    path: "/no-shows/{id}/documents",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: DocumentBody,
    response: NoShowFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordService: endpoint({
    name: "no-shows.recordService",
    summary: "Record the receipt of a document's service; one with gaps is refused by its fields",
    method: "POST",
    path: "/no-shows/{id}/documents/{factId}/receipts",
    access: ["create", "CaseFile"],
    params: FactParams,
    body: ReceiptBody,
    response: NoShowFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordCustody: endpoint({
    name: "no-shows.recordCustody",
    summary: "Record that the person is in custody, with its proof: the deadline stops",
    method: "POST",
    path: "/no-shows/{id}/custody",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: CustodyBody,
    response: NoShowFile,
    problems: ["not_found", "wrong_state"],
  }),
  endCustody: endpoint({
    name: "no-shows.endCustody",
    summary: "Record the release from custody: the deadline is counted anew",
    method: "POST",
    path: "/no-shows/{id}/custody-end",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: ReleaseBody,
    response: NoShowFile,
    problems: ["not_found", "wrong_state"],
  }),
  annul: endpoint({
    name: "no-shows.annul",
    summary: "Annul an attempt, a document, a receipt, a time in custody or an answer, with the reason",
    method: "POST",
    path: "/no-shows/{id}/annulments",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: AnnulmentBody,
    response: NoShowFile,
    problems: ["not_found", "wrong_state"],
  }),
  proposeReferral: endpoint({
    name: "no-shows.proposeReferral",
    summary: "Propose the referral to the police; a second person confirms it",
    method: "POST",
    path: "/no-shows/{id}/referral",
    access: ["create", "Approval"],
    params: IdParams,
    body: ReferralBody,
    response: NoShowFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordReferralReceipt: endpoint({
    name: "no-shows.recordReferralReceipt",
    summary: "Record that the police signed for the referral",
    method: "POST",
    path: "/no-shows/{id}/referral-receipt",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: ReferralReceiptBody,
    response: NoShowFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordAnswer: endpoint({
    name: "no-shows.recordAnswer",
    summary: "Record what the police decided",
    method: "POST",
    path: "/no-shows/{id}/answers",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: AnswerBody,
    response: NoShowFile,
    problems: ["not_found", "wrong_state"],
  }),
  document: endpoint({
    name: "no-shows.document",
    summary: "A warning with its receipt of service, or a certificate, as Word (audited)",
    method: "POST",
    path: "/no-shows/{id}/documents/{factId}/file",
    access: ["export", "CaseFile"],
    params: FactParams,
    file: word,
    problems: ["not_found", "wrong_state"],
  }),
  referralLetter: endpoint({
    name: "no-shows.referralLetter",
    summary: "The letter of a referral with its receipt for the police, as Word (audited)",
    method: "POST",
    path: "/no-shows/{id}/referrals/{factId}/file",
    access: ["export", "CaseFile"],
    params: FactParams,
    file: word,
    problems: ["not_found", "wrong_state"],
  }),
};
