import { codesOf } from "@rehab/domain/code-list";
import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import { DOCUMENT_KINDS, SERVICE_METHODS } from "@rehab/domain/handoff/document-service";
import { PACKET_ITEMS } from "@rehab/domain/handoff/no-show";
import { SUSPENSION_GROUNDS } from "@rehab/domain/supervision/case-event";
import { z } from "zod";
import { ApprovalState } from "./approvals.ts";
import { Day, Id, IdParams, Moment, PageQuery, PossibleAction, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { CaseState, Measure } from "./supervision.ts";

/** Text that may be left empty; an empty one is no text. */
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((text) => (text === "" ? null : text));
const requiredText = (max: number, error: string) => z.string().trim().min(1, error).max(max);

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
const Recorded = z.object({
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

export const PoliceAnswer = z.enum(["continue", "isolation"]);

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
      steps: z.array(
        z.object({ kind: z.enum(["trigger", "count", "roll", "stop"]), on: Day, note: z.string() }),
      ),
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

export const AttemptBody = z
  .strictObject({
    id: Id,
    happenedOn: Day,
    method: z.enum(codesOf(ATTEMPT_METHODS), "请选择方式"),
    outcome: z.enum(codesOf(ATTEMPT_OUTCOMES), "请选择结果"),
    promisedOn: Day.nullable().default(null),
    madeBy: requiredText(60, "请填写查找人"),
    content: optionalText(2000),
  })
  .refine((attempt) => (attempt.outcome === "promised") === (attempt.promisedOn !== null), {
    path: ["promisedOn"],
    error: "本人承诺报到的，填写承诺的日期；其他结果不填",
  })
  .refine((attempt) => attempt.promisedOn === null || attempt.promisedOn >= attempt.happenedOn, {
    path: ["promisedOn"],
    error: "承诺报到的日期不能早于查找日期",
  });

export const DocumentBody = z.strictObject({
  id: Id,
  kind: z.enum(["no_show_warning", "no_show_certificate"], "请选择文书"),
  number: requiredText(60, "请填写文号"),
  issuedOn: Day,
  issuedBy: requiredText(100, "请填写制发单位"),
  pages: z.number("请填写页数").int().min(1).max(99),
  note: optionalText(500),
});

export const ReceiptBody = z.strictObject({
  id: Id,
  servedOn: Day,
  method: z.enum(codesOf(SERVICE_METHODS), "请选择送达方式"),
  place: requiredText(200, "请填写送达地点"),
  receivedBy: optionalText(60),
  relation: optionalText(60),
  refusal: optionalText(500),
  witness: optionalText(100),
  servers: z.array(z.string().trim().min(1).max(60)).max(4),
  note: optionalText(500),
});

export const CustodyBody = z.strictObject({
  id: Id,
  from: Day,
  ground: z.enum(codesOf(SUSPENSION_GROUNDS), "请选择羁押种类"),
  proof: requiredText(200, "请填写证明材料的名称和文号"),
});

export const ReleaseBody = z.strictObject({
  id: Id,
  on: Day,
  proof: requiredText(200, "请填写证明材料的名称和文号"),
});

export const ReferralBody = z.strictObject({
  id: Id,
  letterNumber: requiredText(60, "请填写移交函文号"),
  organ: requiredText(100, "请填写接收的公安机关"),
  note: optionalText(2000),
});

export const ReferralReceiptBody = z.strictObject({
  id: Id,
  number: optionalText(60),
  issuedOn: Day,
  issuedBy: requiredText(100, "请填写签收单位和签收人"),
  pages: z.number("请填写页数").int().min(1).max(99),
});

export const AnswerBody = z
  .strictObject({
    id: Id,
    answer: PoliceAnswer,
    happenedOn: Day,
    number: optionalText(60),
    note: optionalText(2000),
  })
  .refine((answer) => answer.answer === "continue" || answer.number !== null, {
    path: ["number"],
    error: "请填写决定书文号",
  });

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
    body: z.strictObject({
      fact: z.enum(["attempt", "document", "receipt", "event"]),
      factId: Id,
      reason: requiredText(500, "请写明撤销的理由"),
    }),
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
