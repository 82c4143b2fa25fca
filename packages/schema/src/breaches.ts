import { BREACH_DOCUMENTS } from "@rehab/domain/breach/breach-actions";
import { BREACH_EVIDENCE_KINDS } from "@rehab/domain/breach/breach-counters";
import { BREACH_LEVELS } from "@rehab/domain/breach/breach-ladder";
import { BREACH_PACKET_ITEMS } from "@rehab/domain/breach/breach-packet";
import { BREACH_KINDS } from "@rehab/domain/breach/breach-record";
import { codesOf } from "@rehab/domain/code-list";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import { z } from "zod";
import {
  BreachAnnulmentBody,
  BreachAnswer,
  BreachAnswerBody,
  BreachBody,
  BreachDocumentBody,
} from "./breach-bodies.ts";
import { Day, Id, IdParams, PageQuery, PossibleAction, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { ReceiptBody, ReferralBody, ReferralReceiptBody } from "./no-show-bodies.ts";
import { DocumentView, Recorded, ReferralView } from "./no-shows.ts";
import { CaseState, Measure } from "./supervision.ts";

/** Which part of the list: everybody, or those with whom one thing is to be done. */
export const BreachStep = z.enum([
  "all",
  "to_warn",
  "to_serve",
  "ready",
  "proposed",
  "receipt_open",
  "answer_open",
]);

const Counter = z.object({
  ground: z.enum(["refusals", "departures", "absence_days"]),
  count: z.number().int(),
  threshold: z.number().int(),
});

const NextStep = z.object({
  action: z.enum(["issue", "serve", "refer"]),
  document: z.enum(codesOf(DOCUMENT_KINDS)).nullable(),
  because: z.string(),
  citation: z.string(),
  says: z.string(),
  dueOn: Day.nullable(),
});

/** Somebody with a breach on record, and how near the numbers of the law. */
export const BreachRow = z.object({
  id: Id,
  maskedName: z.string(),
  measure: Measure,
  state: CaseState,
  stationName: z.string(),
  caseworkerName: z.string().nullable(),
  level: z.enum(codesOf(BREACH_LEVELS)),
  counters: z.array(Counter),
  /** Refused and missed tests that do not count: nobody was called in writing, or there was a good reason. */
  uncounted: z.number().int(),
  next: NextStep.nullable(),
  unserved: z.number().int(),
  canRefer: z.boolean(),
  proposed: z.boolean(),
  /** The referral that the police have not answered. */
  referredOn: Day.nullable(),
  referralClosed: z.boolean(),
});
export type BreachRow = z.infer<typeof BreachRow>;

export const EvidenceView = z.object({
  kind: z.enum(codesOf(BREACH_EVIDENCE_KINDS)),
  on: Day,
  to: Day,
  days: z.number().int(),
  counts: z.boolean(),
  because: z.string(),
});

export const BreachRecordView = Recorded.extend({
  kind: z.enum(codesOf(BREACH_KINDS)),
  happenedOn: Day,
  evidence: z.string(),
  note: z.string().nullable(),
});
export type BreachRecordView = z.infer<typeof BreachRecordView>;

export const BreachAnswerView = Recorded.extend({
  answer: BreachAnswer,
  happenedOn: Day,
  number: z.string().nullable(),
  organ: z.string().nullable(),
  note: z.string().nullable(),
});
export type BreachAnswerView = z.infer<typeof BreachAnswerView>;

/** Everything about one person's breaches of the agreement. */
export const BreachFile = z.object({
  enrolleeId: Id,
  measure: Measure,
  state: CaseState,
  level: z.enum(codesOf(BREACH_LEVELS)),
  /** Who says when a breach is serious, and in which words. */
  rule: z.object({ citation: z.string(), says: z.string() }),
  counters: z.array(Counter.extend({ reachedOn: Day.nullable(), items: z.array(EvidenceView) })),
  records: z.array(BreachRecordView),
  rungs: z.array(
    z.object({
      level: z.enum(codesOf(BREACH_LEVELS)),
      document: z.enum(codesOf(DOCUMENT_KINDS)),
      reached: z.boolean(),
      issuedOn: Day.nullable(),
      number: z.string().nullable(),
      servedOn: Day.nullable(),
    }),
  ),
  next: NextStep.nullable(),
  documents: z.array(DocumentView),
  /** Which documents can be issued now, and why the rest cannot. */
  issuable: z.array(
    z.object({ kind: z.enum(BREACH_DOCUMENTS), obstacle: z.string().nullable(), from: Day.nullable() }),
  ),
  packet: z.object({
    items: z.array(
      z.object({ code: z.enum(codesOf(BREACH_PACKET_ITEMS)), present: z.boolean(), because: z.string() }),
    ),
    canRefer: z.boolean(),
    sentence: z.string(),
    citation: z.string(),
    referredOn: Day.nullable(),
    referralClosed: z.boolean(),
    awaitsAnswer: z.boolean(),
  }),
  /** What the law lets follow. */
  consequence: z.object({ citation: z.string(), says: z.string() }),
  cautions: z.array(z.string()),
  /** Latest proposal first. */
  referrals: z.array(ReferralView),
  answers: z.array(BreachAnswerView),
  /** Positive results stand in the tests and are no breach that is counted. */
  positives: z.object({ count: z.number().int(), informed: z.number().int() }),
  actions: z.array(PossibleAction),
});
export type BreachFile = z.infer<typeof BreachFile>;

const FactParams = z.object({ id: Id, factId: Id });
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const breachesEndpoints = {
  list: endpoint({
    name: "breaches.list",
    summary: "Everybody with a breach on record, nearest to the numbers of the law first",
    method: "GET",
    path: "/breaches",
    access: ["list", "CaseFile"],
    query: z.object({ step: BreachStep.default("all"), stationId: Id.optional(), ...PageQuery.shape }),
    response: pageOf(BreachRow),
    problems: [],
  }),
  get: endpoint({
    name: "breaches.get",
    summary: "One person's counters with their evidence, documents, packet, referrals and answers",
    method: "GET",
    path: "/breaches/{id}",
    access: ["read", "CaseFile"],
    params: IdParams,
    response: BreachFile,
    problems: ["not_found"],
  }),
  recordBreach: endpoint({
    name: "breaches.recordBreach",
    summary: "Record a breach that no other book holds",
    method: "POST",
    path: "/breaches/{id}/records",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: BreachBody,
    response: BreachFile,
    problems: ["not_found", "wrong_state"],
  }),
  issueDocument: endpoint({
    name: "breaches.issueDocument",
    summary: "Record a call to a test, an admonition, a warning, a notice or a certificate with its number",
    method: "POST",
    path: "/breaches/{id}/documents",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: BreachDocumentBody,
    response: BreachFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordService: endpoint({
    name: "breaches.recordService",
    summary: "Record the receipt of a document's service; one with gaps is refused by its fields",
    method: "POST",
    path: "/breaches/{id}/documents/{factId}/receipts",
    access: ["create", "CaseFile"],
    params: FactParams,
    body: ReceiptBody,
    response: BreachFile,
    problems: ["not_found", "wrong_state"],
  }),
  annul: endpoint({
    name: "breaches.annul",
    summary: "Annul a breach, a document, a receipt or an answer, with the reason",
    method: "POST",
    path: "/breaches/{id}/annulments",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: BreachAnnulmentBody,
    response: BreachFile,
    problems: ["not_found", "wrong_state"],
  }),
  proposeReferral: endpoint({
    name: "breaches.proposeReferral",
    summary: "Propose the referral to the police; a second person confirms it",
    method: "POST",
    path: "/breaches/{id}/referral",
    access: ["create", "Approval"],
    params: IdParams,
    body: ReferralBody,
    response: BreachFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordReferralReceipt: endpoint({
    name: "breaches.recordReferralReceipt",
    summary: "Record that the police signed for the referral",
    method: "POST",
    path: "/breaches/{id}/referral-receipt",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: ReferralReceiptBody,
    response: BreachFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordAnswer: endpoint({
    name: "breaches.recordAnswer",
    summary: "Record what the police decided",
    method: "POST",
    path: "/breaches/{id}/answers",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: BreachAnswerBody,
    response: BreachFile,
    problems: ["not_found", "wrong_state"],
  }),
  document: endpoint({
    name: "breaches.document",
    summary: "A document, with its receipt of service where it is served, as Word (audited)",
    method: "POST",
    path: "/breaches/{id}/documents/{factId}/file",
    access: ["export", "CaseFile"],
    params: FactParams,
    file: word,
    problems: ["not_found", "wrong_state"],
  }),
  referralLetter: endpoint({
    name: "breaches.referralLetter",
    summary: "The letter of a referral with its receipt for the police, as Word (audited)",
    method: "POST",
    path: "/breaches/{id}/referrals/{factId}/file",
    access: ["export", "CaseFile"],
    params: FactParams,
    file: word,
    problems: ["not_found", "wrong_state"],
  }),
};
