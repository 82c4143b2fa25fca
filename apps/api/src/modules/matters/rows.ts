import { isUnserved } from "@rehab/domain/handoff/document-service";
import type {
  DocumentKind,
  IssuedDocument,
  ServiceMethod,
  ServiceReceipt,
} from "@rehab/domain/handoff/document-service";
import type { ApprovalKind } from "@rehab/domain/supervision/approval";
import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { and, asc, desc, inArray, isNull } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { approval, caseDocument, contactAttempt, serviceReceipt } from "../../db/schema/handoff.ts";
import { holds } from "../enrollees/annulment.ts";

export type AttemptRow = typeof contactAttempt.$inferSelect;
export type DocumentRow = typeof caseDocument.$inferSelect;
export type ReceiptRow = typeof serviceReceipt.$inferSelect;
export type EventRow = typeof caseEvent.$inferSelect;
export type ApprovalRecord = typeof approval.$inferSelect;

/** What the loading of a matter needs: which case stands depends on the day. */
export type Reading = Pick<QueryContext, "today"> & { readonly tx: ReadTx };

/** A person in sight, as far as a matter asks. */
export interface MatterPerson {
  readonly id: string;
  readonly sex: "male" | "female" | null;
  readonly birthDate: PlainDate | null;
  readonly riskLevel: string | null;
}

/** The people in sight among these. */
export async function selectPeople(tx: ReadTx, ids: string[]): Promise<MatterPerson[]> {
  const rows = await tx
    .select({
      id: enrollee.id,
      sex: enrollee.sex,
      birthDate: enrollee.birthDate,
      riskLevel: enrollee.riskLevel,
    })
    .from(enrollee)
    .where(and(inArray(enrollee.id, ids), isNull(enrollee.annulledAt)));
  return rows.map((row) => ({ ...row, sex: row.sex as MatterPerson["sex"] }));
}

// Annulled rows are among all of these: they stay in sight, struck through.

/** How people were sought, the earliest first. */
export function selectAttempts(tx: ReadTx, ids: string[]): Promise<AttemptRow[]> {
  return tx
    .select()
    .from(contactAttempt)
    .where(inArray(contactAttempt.enrolleeId, ids))
    .orderBy(asc(contactAttempt.happenedOn), asc(contactAttempt.id));
}

/** Papers of people, the earliest first. */
export function selectDocuments(
  tx: ReadTx,
  ids: string[],
  kinds?: readonly DocumentKind[],
): Promise<DocumentRow[]> {
  return tx
    .select()
    .from(caseDocument)
    .where(
      and(
        inArray(caseDocument.enrolleeId, ids),
        kinds === undefined ? undefined : inArray(caseDocument.kind, [...kinds]),
      ),
    )
    .orderBy(asc(caseDocument.issuedOn), asc(caseDocument.id));
}

/** The receipts of all their papers, the earliest first. */
export function selectReceipts(tx: ReadTx, ids: string[]): Promise<ReceiptRow[]> {
  return tx
    .select()
    .from(serviceReceipt)
    .where(inArray(serviceReceipt.enrolleeId, ids))
    .orderBy(asc(serviceReceipt.servedOn), asc(serviceReceipt.id));
}

/** Events of cases in the order in which they happened; of one day, in that of recording. */
export function selectEvents(
  tx: ReadTx,
  ids: string[],
  kinds?: readonly CaseEventKind[],
): Promise<EventRow[]> {
  return tx
    .select()
    .from(caseEvent)
    .where(
      and(
        inArray(caseEvent.enrolleeId, ids),
        kinds === undefined ? undefined : inArray(caseEvent.kind, [...kinds]),
      ),
    )
    .orderBy(asc(caseEvent.happenedOn), asc(caseEvent.recordedAt), asc(caseEvent.id));
}

/** Proposals to a second person, latest first. */
export function selectApprovals(
  tx: ReadTx,
  ids: string[],
  kinds: readonly ApprovalKind[],
): Promise<ApprovalRecord[]> {
  return tx
    .select()
    .from(approval)
    .where(and(inArray(approval.enrolleeId, ids), inArray(approval.kind, [...kinds])))
    .orderBy(desc(approval.proposedAt), desc(approval.id));
}

/** The proposal among these that waits for its second person. */
export function openProposalAmong(approvals: readonly ApprovalRecord[]): ApprovalRecord | undefined {
  return approvals.find(({ state }) => state === "open");
}

/** How many of these papers wait for their service. */
export function unservedCount(documents: readonly IssuedDocument[]): number {
  return documents.filter(isUnserved).length;
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

/** Picks the rows of one case. */
export function rowsOf(caseId: string) {
  return <R extends { readonly caseId: string }>(rows: readonly R[]): R[] =>
    rows.filter((row) => row.caseId === caseId);
}
