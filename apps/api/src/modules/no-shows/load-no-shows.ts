import type { AttemptMethod, AttemptOutcome } from "@rehab/domain/handoff/contact-attempt";
import { isUnserved } from "@rehab/domain/handoff/document-service";
import type {
  DocumentKind,
  IssuedDocument,
  ServiceMethod,
  ServiceReceipt,
} from "@rehab/domain/handoff/document-service";
import type { NoShowFacts } from "@rehab/domain/handoff/no-show";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { approval, caseDocument, contactAttempt, serviceReceipt } from "../../db/schema/handoff.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import type { CaseRow } from "../enrollees/case-facts.ts";

export type AttemptRow = typeof contactAttempt.$inferSelect;
export type DocumentRow = typeof caseDocument.$inferSelect;
export type ReceiptRow = typeof serviceReceipt.$inferSelect;
export type EventRow = typeof caseEvent.$inferSelect;
export type ApprovalRecord = typeof approval.$inferSelect;

/** The present case of a person with all that was recorded about not reporting in, annulled records included. */
export interface NoShowRecord {
  readonly caseRecord: CaseRow;
  /** Without the annulled ones, in the form in which the domain reads them. */
  readonly facts: NoShowFacts;
  readonly attempts: readonly AttemptRow[];
  readonly documents: readonly DocumentRow[];
  readonly receipts: readonly ReceiptRow[];
  /** Custody, referral and the answers of the police. */
  readonly events: readonly EventRow[];
  /** Latest first. */
  readonly approvals: readonly ApprovalRecord[];
}

const eventKinds = ["suspended", "resumed", "no_show_referred", "no_show_dismissed", "terminated"];

/** The present cases of some people by person: a handful of statements, however many people. */
export async function loadNoShows(
  tx: ReadTx,
  enrolleeIds: readonly string[],
): Promise<Map<string, NoShowRecord>> {
  const ids = [...enrolleeIds];
  const latest = new Map((await loadCaseFacts(tx, ids)).map((facts) => [facts.enrolleeId, facts]));
  if (latest.size === 0) return new Map();
  const attempts = await tx
    .select()
    .from(contactAttempt)
    .where(inArray(contactAttempt.enrolleeId, ids))
    .orderBy(asc(contactAttempt.happenedOn), asc(contactAttempt.id));
  const documents = await tx
    .select()
    .from(caseDocument)
    .where(inArray(caseDocument.enrolleeId, ids))
    .orderBy(asc(caseDocument.issuedOn), asc(caseDocument.id));
  const receipts = await tx
    .select()
    .from(serviceReceipt)
    .where(inArray(serviceReceipt.enrolleeId, ids))
    .orderBy(asc(serviceReceipt.servedOn), asc(serviceReceipt.id));
  const events = await tx
    .select()
    .from(caseEvent)
    .where(and(inArray(caseEvent.enrolleeId, ids), inArray(caseEvent.kind, eventKinds)))
    .orderBy(asc(caseEvent.happenedOn), asc(caseEvent.id));
  const approvals = await tx
    .select()
    .from(approval)
    .where(and(inArray(approval.enrolleeId, ids), eq(approval.kind, "no_show_referral")))
    .orderBy(desc(approval.proposedAt), desc(approval.id));

  const records = [...latest].map(([enrolleeId, { record, history }]) => {
    const ofCase = <R extends { readonly caseId: string }>(rows: readonly R[]) =>
      rows.filter(({ caseId }) => caseId === record.id);
    const own = {
      attempts: ofCase(attempts),
      documents: ofCase(documents),
      receipts: ofCase(receipts),
      events: ofCase(events),
    };
    const facts: NoShowFacts = { history, ...factsOf(own) };
    return [enrolleeId, { caseRecord: record, facts, ...own, approvals: ofCase(approvals) }] as const;
  });
  return new Map(records);
}

/** A row that still holds. */
export function holds({ annulledAt }: { readonly annulledAt: Date | null }): boolean {
  return annulledAt === null;
}

export function hasOpenProposal({ approvals }: NoShowRecord): boolean {
  return approvals.some(({ state }) => state === "open");
}

export function unservedCount({ facts }: NoShowRecord): number {
  return facts.documents.filter(isUnserved).length;
}

/** What the form of a time in custody asks beside day and ground. */
export function proofOf({ details }: Pick<EventRow, "details">): string | null {
  return (details as { proof?: string } | null)?.proof ?? null;
}

/** A document with those of its receipts that hold. */
export function issuedDocumentOf(document: DocumentRow, receipts: readonly ReceiptRow[]): IssuedDocument {
  return {
    kind: document.kind as DocumentKind,
    number: document.number,
    issuedOn: document.issuedOn,
    receipts: receipts
      .filter((receipt) => receipt.documentId === document.id && holds(receipt))
      .map((receipt) => receiptOf(receipt, document.issuedOn)),
  };
}

function receiptOf(row: ReceiptRow, issuedOn: PlainDate): ServiceReceipt {
  const { servedOn, receivedBy, relation, refusal, witness, servers } = row;
  const method = row.method as ServiceMethod;
  return { method, issuedOn, servedOn, receivedBy, relation, refusal, witness, servers };
}

function factsOf(
  rows: Pick<NoShowRecord, "attempts" | "documents" | "receipts" | "events">,
): Omit<NoShowFacts, "history"> {
  const custody = rows.events.filter((event) => event.kind === "suspended" && holds(event));
  return {
    attempts: rows.attempts.filter(holds).map(({ happenedOn, method, outcome }) => ({
      on: happenedOn,
      method: method as AttemptMethod,
      outcome: outcome as AttemptOutcome,
    })),
    documents: rows.documents.filter(holds).map((document) => issuedDocumentOf(document, rows.receipts)),
    custodyProofs: new Map(custody.map((event) => [event.happenedOn, proofOf(event)])),
  };
}
