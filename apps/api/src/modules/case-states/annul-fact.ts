import type { CaseStateFile, caseStatesEndpoints } from "@rehab/schema/case-states";
import { RiskDetails } from "@rehab/schema/case-event-details";
import type { BodyOf } from "@rehab/schema/endpoint";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { caseDocument, contactAttempt, serviceReceipt } from "../../db/schema/handoff.ts";
import { holds } from "../no-shows/load-no-shows.ts";
import type { EventRow } from "../no-shows/load-no-shows.ts";
import type { StatePerson } from "./load-states.ts";
import { answerAfterWrite, lockStatePerson } from "./open-person.ts";
import { annulObstacle } from "./state-file.ts";

type Body = BodyOf<typeof caseStatesEndpoints.annul>;

interface Input {
  readonly id: string;
  readonly body: Body;
}

const tableOf = {
  event: caseEvent,
  document: caseDocument,
  receipt: serviceReceipt,
  attempt: contactAttempt,
} as const;

const subjectOf = {
  event: "caseEvent",
  document: "caseDocument",
  receipt: "serviceReceipt",
  attempt: "contactAttempt",
} as const;

/** The papers that are filed here by themselves; others go with the event that they prove. */
const ownPapers: ReadonlySet<string> = new Set([
  "end_assessment",
  "annual_assessment",
  "half_year_summary",
  "release_request",
]);

/**
 * Annuls what was recorded wrongly, with the reason; it stays on record. An event goes with its paper, and not before
 * what was recorded after it and rests on it. What two people did, one does not undo.
 */
export const annulFact = useCase<Input, CaseStateFile>("case-states.annul", async (context, { id, body }) => {
  const { tx, audit, now, actor, law } = context;
  const { fact, factId, reason } = body;
  const person = await lockStatePerson(context, id);
  const row = rowsOf(person, fact).find((each) => each.id === factId);
  if (row === undefined) throw new ProblemError("not_found");
  requireAtStation(actor, "update", "CaseFile", row.stationId);
  const annulled = holds(row);
  if (annulled) {
    const obstacle =
      fact === "event"
        ? annulObstacle(row as EventRow, person.facts.history, law)
        : obstacleTo(person, fact, factId);
    if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
    const mark = { annulledAt: now, annulledBy: actor.accountId, annulmentReason: reason };
    const table = tableOf[fact];
    await tx.update(table).set(mark).where(eq(table.id, factId));
    if (fact === "event") await withIt(context, person, row as EventRow, mark);
  }
  audit({
    action: "case-states.annul",
    subjectType: subjectOf[fact],
    subjectId: factId,
    change: { enrolleeId: id, annulled },
    reason,
  });
  return answerAfterWrite(context, id);
});

interface AnnullableRow {
  readonly id: string;
  readonly stationId: string;
  readonly annulledAt: Date | null;
}

function rowsOf(person: StatePerson, fact: Body["fact"]): readonly AnnullableRow[] {
  const rows: Readonly<Record<Body["fact"], readonly AnnullableRow[]>> = {
    event: person.events,
    document: person.documents.filter(({ kind }) => ownPapers.has(kind)),
    receipt: person.receipts,
    attempt: person.attempts,
  };
  return rows[fact];
}

function obstacleTo(person: StatePerson, fact: Body["fact"], factId: string): string | undefined {
  if (fact !== "attempt") return undefined;
  const isEvidence = person.events.some(
    (event) =>
      event.kind === "lost_contact" &&
      holds(event) &&
      (event.details as { attemptIds?: string[] } | null)?.attemptIds?.includes(factId) === true,
  );
  return isEvidence ? "脱管以这次查找为依据，请先撤销脱管" : undefined;
}

/** What goes with an event: its paper, and the risk level back to the one before it when it was the only one. */
async function withIt(
  { tx }: UseCaseContext,
  person: StatePerson,
  event: EventRow,
  mark: { annulledAt: Date; annulledBy: string | null; annulmentReason: string },
): Promise<void> {
  const paperId = (event.details as { paperId?: string | null } | null)?.paperId;
  if (typeof paperId === "string") {
    await tx.update(caseDocument).set(mark).where(eq(caseDocument.id, paperId));
  }
  if (event.kind !== "risk_set") return;
  const isOnly = !person.events.some(
    (other) => other.kind === "risk_set" && other.id !== event.id && holds(other),
  );
  const before = RiskDetails.safeParse(event.details).data?.before ?? null;
  if (isOnly) await tx.update(enrollee).set({ riskLevel: before }).where(eq(enrollee.id, person.id));
}
