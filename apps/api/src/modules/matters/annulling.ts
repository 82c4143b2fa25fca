import type { Law } from "@rehab/domain/law/law";
import { canAnnul } from "@rehab/domain/supervision/can-happen";
import type { CaseHistory } from "@rehab/domain/supervision/case-history";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent, drugTest } from "../../db/schema/case-facts.ts";
import { caseDocument, contactAttempt, serviceReceipt } from "../../db/schema/handoff.ts";
import { breachRecord, testDelegation, testStep } from "../../db/schema/supervision.ts";
import { annulment, holds } from "../enrollees/annulment.ts";
import type { AnnullableRow } from "../enrollees/annulment.ts";
import { answerAfterWrite, lockMatter } from "./matter.ts";
import type { Matter } from "./matter.ts";
import type { ReceiptRow } from "./rows.ts";

const tables = {
  attempt: contactAttempt,
  document: caseDocument,
  receipt: serviceReceipt,
  event: caseEvent,
  record: breachRecord,
  test: drugTest,
  step: testStep,
  delegation: testDelegation,
} as const;

const subjects = {
  attempt: "contactAttempt",
  document: "caseDocument",
  receipt: "serviceReceipt",
  event: "caseEvent",
  record: "breachRecord",
  test: "drugTest",
  step: "testStep",
  delegation: "testDelegation",
} as const satisfies Record<keyof typeof tables, string>;

type Fact = keyof typeof tables;

export interface AnnulmentInput<K extends Fact> {
  readonly id: string;
  readonly body: { readonly fact: K; readonly factId: string; readonly reason: string };
}

interface Annulling<R, K extends Fact> {
  /** What this page annuls, by kind of fact; the rest is the business of other pages, or of two people. */
  readonly rowsOf: (record: R) => Readonly<Record<K, readonly AnnullableRow[]>>;
  /** Why a row that holds cannot be annulled now, in Chinese; undefined when it can. */
  readonly obstacle: (record: R, what: AnnulmentInput<K>["body"], law: Law) => string | undefined;
  /** Annuls what goes with a row. */
  readonly withIt?: (
    context: UseCaseContext,
    record: R,
    what: AnnulmentInput<K>["body"],
    mark: ReturnType<typeof annulment>,
  ) => Promise<void>;
}

/** The use case that annuls what was recorded wrongly, with the reason; it stays on record. */
export function annulling<R, F, K extends Fact>(
  matter: Matter<R, F>,
  { rowsOf, obstacle, withIt }: Annulling<R, K>,
) {
  const action = `${matter.name}.annul`;
  return useCase<AnnulmentInput<K>, F>(action, async (context, { id, body }) => {
    const { tx, audit, actor, law } = context;
    const { fact, factId, reason } = body;
    const record = await lockMatter(context, matter, id);
    const row = rowsOf(record)[fact].find((each) => each.id === factId);
    if (row === undefined) throw new ProblemError("not_found");
    requireAtStation(actor, "update", "CaseFile", row.stationId);
    const annulled = holds(row);
    if (annulled) {
      const detail = obstacle(record, body, law);
      if (detail !== undefined) throw new ProblemError("wrong_state", { detail });
      const mark = annulment(context, reason);
      const table: (typeof tables)[Fact] = tables[fact];
      await tx.update(table).set(mark).where(eq(table.id, factId));
      await withIt?.(context, record, body, mark);
    }
    audit({
      action,
      subjectType: subjects[fact],
      subjectId: factId,
      change: { enrolleeId: id, annulled },
      reason,
    });
    return answerAfterWrite(context, matter, id);
  });
}

/** A document whose service is proven loses its receipt first. */
export function receiptObstacle(receipts: readonly ReceiptRow[], documentId: string): string | undefined {
  const isServed = receipts.some((receipt) => receipt.documentId === documentId && holds(receipt));
  return isServed ? "请先撤销这份文书的送达回执" : undefined;
}

/** An event on which later ones rest goes after them. */
export function eventObstacle(eventId: string, history: CaseHistory, law: Law): string | undefined {
  const event = history.events.find(({ id }) => id === eventId);
  return event === undefined ? undefined : canAnnul(event, history, law)?.zh;
}
