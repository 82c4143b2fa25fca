import { eq } from "drizzle-orm";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { annulling, eventObstacle, receiptObstacle } from "../matters/annulling.ts";
import { annulPaperOf } from "../matters/event-paper.ts";
import type { EventRow } from "../matters/rows.ts";
import { releaseAfter } from "./load-no-shows.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { noShowMatter } from "./no-show-matter.ts";

/**
 * Annuls an attempt, a paper, a receipt, a time in custody or an answer of the police. A time in custody goes with its
 * release, as the page shows them. A referral that two people made is not annulled: the answer of the police ends it, and
 * a decision on 强制隔离戒毒 goes with its answer.
 */
export const annulFact = annulling(noShowMatter, {
  rowsOf: ({ attempts, documents, receipts, events }) => ({
    attempt: attempts,
    document: documents.filter(({ kind }) => kind !== "isolation_order"),
    receipt: receipts.filter(({ documentId }) => documents.some(({ id }) => id === documentId)),
    event: events.filter((event) => isCustody(event) || isAnswer(event)),
  }),
  obstacle: (record, { fact, factId }, law) => {
    if (fact !== "event") return receiptObstacle(record.receipts, factId);
    const { history } = record.facts;
    const release = releaseWith(record, factId);
    const events = history.events.filter(({ id }) => id === undefined || id !== release?.id);
    return eventObstacle(factId, { ...history, events }, law);
  },
  withIt: async (context, record, { factId }, mark) => {
    const event = record.events.find(({ id }) => id === factId);
    if (event !== undefined) await annulPaperOf(context, event, mark);
    const release = releaseWith(record, factId);
    if (release !== undefined) {
      await context.tx.update(caseEvent).set(mark).where(eq(caseEvent.id, release.id));
    }
  },
});

function releaseWith({ events }: NoShowRecord, eventId: string): EventRow | undefined {
  const event = events.find(({ id, kind }) => id === eventId && kind === "suspended");
  return event && releaseAfter(events, event);
}

function isCustody({ kind }: EventRow): boolean {
  return kind === "suspended" || kind === "resumed";
}

function isAnswer({ details }: EventRow): boolean {
  return (details as { answer?: string } | null)?.answer !== undefined;
}
