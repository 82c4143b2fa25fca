import { annulling, eventObstacle, receiptObstacle } from "../matters/annulling.ts";
import { annulPaperOf } from "../matters/event-paper.ts";
import type { EventRow } from "../matters/rows.ts";
import { noShowMatter } from "./no-show-matter.ts";

/**
 * Annuls an attempt, a paper, a receipt, a time in custody or an answer of the police. A referral that two people made
 * is not annulled: the answer of the police ends it, and a decision on 强制隔离戒毒 goes with its answer.
 */
export const annulFact = annulling(noShowMatter, {
  rowsOf: ({ attempts, documents, receipts, events }) => ({
    attempt: attempts,
    document: documents.filter(({ kind }) => kind !== "isolation_order"),
    receipt: receipts.filter(({ documentId }) => documents.some(({ id }) => id === documentId)),
    event: events.filter((event) => isCustody(event) || isAnswer(event)),
  }),
  obstacle: ({ receipts, facts }, { fact, factId }, law) =>
    fact === "event" ? eventObstacle(factId, facts.history, law) : receiptObstacle(receipts, factId),
  withIt: async (context, { events }, { factId }, mark) => {
    const event = events.find(({ id }) => id === factId);
    if (event !== undefined) await annulPaperOf(context, event, mark);
  },
});

function isCustody({ kind }: EventRow): boolean {
  return kind === "suspended" || kind === "resumed";
}

function isAnswer({ details }: EventRow): boolean {
  return (details as { answer?: string } | null)?.answer !== undefined;
}
