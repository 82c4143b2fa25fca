import { BREACH_DOCUMENTS } from "@rehab/domain/breach/breach-actions";
import { isUnserved } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { approval, caseDocument, serviceReceipt } from "../../db/schema/handoff.ts";
import { breachRecord } from "../../db/schema/supervision.ts";
import { loadSupervisionFacts } from "../enrollees/supervision-facts.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import type { ApprovalRecord, DocumentRow, EventRow, ReceiptRow } from "../no-shows/load-no-shows.ts";

type BreachRecordRow = typeof breachRecord.$inferSelect;

/** The present case of a person with all that was recorded about breaches, annulled records included. */
export interface BreachCase {
  /** Without the annulled ones, in the form in which the domain reads them. */
  readonly facts: SupervisedCase;
  readonly records: readonly BreachRecordRow[];
  readonly documents: readonly DocumentRow[];
  readonly receipts: readonly ReceiptRow[];
  /** What the police answered. */
  readonly answers: readonly EventRow[];
  /** Latest first. */
  readonly approvals: readonly ApprovalRecord[];
}

/** The papers of the matter: what is issued in its course, and what comes back from the police. */
const paperKinds: readonly DocumentKind[] = [...BREACH_DOCUMENTS, "referral_receipt", "isolation_order"];

/** The present cases of some people by person: a handful of statements, however many people. */
export async function loadBreaches(
  tx: ReadTx,
  enrolleeIds: readonly string[],
): Promise<Map<string, BreachCase>> {
  const ids = [...enrolleeIds];
  const latest = new Map((await loadSupervisionFacts(tx, ids)).map((facts) => [facts.enrolleeId, facts]));
  if (latest.size === 0) return new Map();
  const records = await tx
    .select()
    .from(breachRecord)
    .where(inArray(breachRecord.enrolleeId, ids))
    .orderBy(asc(breachRecord.happenedOn), asc(breachRecord.id));
  const documents = await tx
    .select()
    .from(caseDocument)
    .where(and(inArray(caseDocument.enrolleeId, ids), inArray(caseDocument.kind, [...paperKinds])))
    .orderBy(asc(caseDocument.issuedOn), asc(caseDocument.id));
  const receipts = await tx
    .select()
    .from(serviceReceipt)
    .where(inArray(serviceReceipt.enrolleeId, ids))
    .orderBy(asc(serviceReceipt.servedOn), asc(serviceReceipt.id));
  const answers = await tx
    .select()
    .from(caseEvent)
    .where(
      and(inArray(caseEvent.enrolleeId, ids), inArray(caseEvent.kind, ["breach_dismissed", "terminated"])),
    )
    .orderBy(asc(caseEvent.happenedOn), asc(caseEvent.id));
  const approvals = await tx
    .select()
    .from(approval)
    .where(and(inArray(approval.enrolleeId, ids), eq(approval.kind, "breach_referral")))
    .orderBy(desc(approval.proposedAt), desc(approval.id));
  return new Map(
    [...latest].map(([enrolleeId, facts]) => {
      const ofCase = <R extends { readonly caseId: string }>(rows: readonly R[]) =>
        rows.filter(({ caseId }) => caseId === facts.caseId);
      const own = {
        records: ofCase(records),
        documents: ofCase(documents),
        receipts: ofCase(receipts),
        answers: ofCase(answers),
        approvals: ofCase(approvals),
      };
      return [enrolleeId, { facts, ...own }] as const;
    }),
  );
}

export function hasOpenProposal({ approvals }: BreachCase): boolean {
  return approvals.some(({ state }) => state === "open");
}

/** Papers of the matter that wait for their service. */
export function unservedCount({ facts }: BreachCase): number {
  return facts.documents.filter((each) => paperKinds.includes(each.kind) && isUnserved(each)).length;
}

/** What the details of an event say that the police answered a referral with. */
export interface AnswerDetails {
  readonly breachAnswer: "corrected" | "continue" | "isolation" | "other";
  readonly number: string | null;
  readonly organ: string | null;
}

/** The answer that an event holds; undefined for one that has another reason. */
export function answerOf({ details }: Pick<EventRow, "details">): AnswerDetails | undefined {
  const read = details as AnswerDetails | null;
  return read?.breachAnswer === undefined ? undefined : read;
}
