import { annulling, eventObstacle, receiptObstacle } from "../matters/annulling.ts";
import { annulPaperOf } from "../matters/event-paper.ts";
import { breachMatter } from "./breach-matter.ts";
import { answerOf } from "./load-breaches.ts";

/**
 * Annuls a breach, a paper, a receipt or an answer of the police. A referral that two people made is not annulled: the
 * answer of the police ends it, and a decision on 强制隔离戒毒 goes with its answer.
 */
export const annulFact = annulling(breachMatter, {
  rowsOf: ({ records, documents, receipts, answers }) => ({
    record: records,
    document: documents.filter(({ kind }) => kind !== "isolation_order"),
    receipt: receipts.filter(({ documentId }) => documents.some(({ id }) => id === documentId)),
    event: answers.filter((event) => answerOf(event) !== undefined),
  }),
  obstacle: ({ receipts, facts }, { fact, factId }, law) =>
    fact === "event" ? eventObstacle(factId, facts.history, law) : receiptObstacle(receipts, factId),
  withIt: async (context, { answers }, { factId }, mark) => {
    const event = answers.find(({ id }) => id === factId);
    if (event !== undefined) await annulPaperOf(context, event, mark);
  },
});
