import { RiskDetails } from "@rehab/schema/case-event-details";
import { eq } from "drizzle-orm";
import { enrollee } from "../../db/schema/enrollee.ts";
import { holds } from "../enrollees/annulment.ts";
import { annulling, receiptObstacle } from "../matters/annulling.ts";
import { annulPaperOf } from "../matters/event-paper.ts";
import type { EventRow } from "../matters/rows.ts";
import type { StatePerson } from "./load-states.ts";
import { annulObstacle } from "./state-file.ts";
import { stateMatter } from "./state-matter.ts";

/** The papers that are filed here by themselves; others go with the event that they prove. */
const ownPapers: ReadonlySet<string> = new Set([
  "end_assessment",
  "annual_assessment",
  "half_year_summary",
  "release_request",
]);

/**
 * Annuls an event with its paper, and not before what was recorded after it and rests on it; an assessment, a receipt
 * or an attempt. What two people did, one does not undo.
 */
export const annulFact = annulling(stateMatter, {
  rowsOf: ({ events, documents, receipts, attempts }) => ({
    event: events,
    document: documents.filter(({ kind }) => ownPapers.has(kind)),
    receipt: receipts,
    attempt: attempts,
  }),
  obstacle: (person, { fact, factId }, law) => {
    if (fact === "document") return receiptObstacle(person.receipts, factId);
    if (fact === "attempt") return evidenceObstacle(person, factId);
    const event = fact === "event" ? eventOf(person, factId) : undefined;
    return event && annulObstacle(event, person.facts.history, law);
  },
  withIt: async (context, person, { factId }, mark) => {
    const event = eventOf(person, factId);
    if (event === undefined) return;
    await annulPaperOf(context, event, mark);
    const before = levelBefore(person, event);
    if (before !== undefined) {
      await context.tx.update(enrollee).set({ riskLevel: before }).where(eq(enrollee.id, person.id));
    }
  },
});

function eventOf({ events }: StatePerson, id: string): EventRow | undefined {
  return events.find((event) => event.id === id);
}

function evidenceObstacle({ events }: StatePerson, attemptId: string): string | undefined {
  const isEvidence = events.some(
    (event) =>
      event.kind === "lost_contact" &&
      holds(event) &&
      (event.details as { attemptIds?: string[] } | null)?.attemptIds?.includes(attemptId) === true,
  );
  return isEvidence ? "脱管以这次查找为依据，请先撤销脱管" : undefined;
}

/** The risk level before the only one that was set here; undefined where another one stands. */
function levelBefore({ events }: StatePerson, event: EventRow): string | null | undefined {
  if (event.kind !== "risk_set") return undefined;
  const others = events.filter((other) => other.kind === "risk_set" && other.id !== event.id);
  return others.some(holds) ? undefined : (RiskDetails.safeParse(event.details).data?.before ?? null);
}
