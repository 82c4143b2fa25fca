import type { BreachKind } from "@rehab/domain/breach/breach-record";
import type { ApprovalKind } from "@rehab/domain/supervision/approval";
import type { DutyKind } from "@rehab/domain/supervision/duty";
import type { RiskLevel } from "@rehab/domain/supervision/risk-level";
import type { SupervisionFacts } from "@rehab/domain/supervision/supervision-facts";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { ReadTx } from "../../db/client.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { approval, caseDocument, serviceReceipt } from "../../db/schema/handoff.ts";
import { breachRecord, dutySnooze, planGoal, testDelegation } from "../../db/schema/supervision.ts";
import { issuedDocumentOf } from "../matters/rows.ts";
import { loadCaseFacts } from "./case-facts.ts";
import type { CaseFacts } from "./case-facts.ts";

/** One case with everything that supervision asks for. */
export type SupervisedCase = CaseFacts & SupervisionFacts;

/** The cases of some people, first case first: a dozen statements at once, however many people. */
export async function loadSupervisionFacts(
  tx: ReadTx,
  enrolleeIds: readonly string[],
): Promise<SupervisedCase[]> {
  const ids = [...enrolleeIds];
  if (ids.length === 0) return [];
  const asked = ({ enrolleeId, annulledAt }: Record<"enrolleeId" | "annulledAt", PgColumn>) =>
    and(inArray(enrolleeId, ids), isNull(annulledAt));
  const [cases, people, documents, receipts, goals, delegations, breaches, snoozes, approvals] =
    await Promise.all([
      loadCaseFacts(tx, ids),
      tx
        .select({ id: enrollee.id, riskLevel: enrollee.riskLevel })
        .from(enrollee)
        .where(inArray(enrollee.id, ids)),
      tx
        .select()
        .from(caseDocument)
        .where(asked(caseDocument))
        .orderBy(asc(caseDocument.issuedOn), asc(caseDocument.id)),
      tx.select().from(serviceReceipt).where(asked(serviceReceipt)),
      tx.select().from(planGoal).where(asked(planGoal)),
      tx.select().from(testDelegation).where(asked(testDelegation)),
      tx.select().from(breachRecord).where(asked(breachRecord)),
      tx.select().from(dutySnooze).where(asked(dutySnooze)),
      tx
        .select({
          caseId: approval.caseId,
          kind: approval.kind,
          testId: sql<string | null>`${approval.proposal} ->> 'testId'`,
        })
        .from(approval)
        .where(and(inArray(approval.enrolleeId, ids), eq(approval.state, "open"))),
    ]);

  // a level that was confirmed here stands before one that was taken over from a list
  const riskOf = new Map(people.map(({ id, riskLevel }) => [id, riskLevel]));
  for (const { enrolleeId, history } of cases) {
    const confirmed = history.events.findLast(({ kind }) => kind === "risk_set")?.riskLevel;
    if (confirmed !== undefined) riskOf.set(enrolleeId, confirmed);
  }
  const receiptsOf = Map.groupBy(receipts, ({ documentId }) => documentId);
  const documentsOf = byCase(documents);
  const goalsOf = byCase(goals);
  const delegationsOf = byCase(delegations);
  const breachesOf = byCase(breaches);
  const snoozesOf = byCase(snoozes);
  const approvalsOf = byCase(approvals);
  return cases.map((facts) => ({
    ...facts,
    documents: documentsOf(facts).map((document) => ({
      id: document.id,
      ...issuedDocumentOf(document, receiptsOf.get(document.id) ?? []),
    })),
    goals: goalsOf(facts).map(({ id, setOn, dueOn, closedOn }) => ({
      id,
      setOn,
      dueOn,
      closedOn: closedOn ?? undefined,
    })),
    delegations: delegationsOf(facts).map((row) => ({
      id: row.id,
      requestedOn: row.requestedOn,
      wantedFrom: row.wantedFrom,
      wantedTo: row.wantedTo,
      receiptOn: row.receiptOn ?? undefined,
      cancelledOn: row.cancelledOn ?? undefined,
    })),
    breaches: breachesOf(facts).map(({ kind, happenedOn }) => ({ kind: kind as BreachKind, on: happenedOn })),
    openApprovals: approvalsOf(facts).map(({ kind, testId }) => ({
      kind: kind as ApprovalKind,
      testId: testId ?? undefined,
    })),
    snoozes: snoozesOf(facts).map(({ kind, subject, until }) => ({ kind: kind as DutyKind, subject, until })),
    riskLevel: (riskOf.get(facts.enrolleeId) ?? undefined) as RiskLevel | undefined,
  }));
}

function byCase<R extends { readonly caseId: string }>(rows: readonly R[]) {
  const grouped = Map.groupBy(rows, ({ caseId }) => caseId);
  return ({ caseId }: CaseFacts): readonly R[] => grouped.get(caseId) ?? [];
}
