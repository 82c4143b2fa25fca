import type { Law } from "@rehab/domain/law/law";
import { canAnnul } from "@rehab/domain/supervision/can-happen";
import type { BreachFile, breachesEndpoints } from "@rehab/schema/breaches";
import type { BodyOf } from "@rehab/schema/endpoint";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { caseDocument, serviceReceipt } from "../../db/schema/handoff.ts";
import { breachRecord } from "../../db/schema/supervision.ts";
import { holds } from "../no-shows/load-no-shows.ts";
import { answerOf } from "./load-breaches.ts";
import type { BreachCase } from "./load-breaches.ts";
import { answerAfterWrite, getPerson } from "./open-person.ts";

type Body = BodyOf<typeof breachesEndpoints.annul>;

interface Input {
  readonly id: string;
  readonly body: Body;
}

const tableOf = {
  record: breachRecord,
  document: caseDocument,
  receipt: serviceReceipt,
  event: caseEvent,
} as const;

const subjectOf = {
  record: "breachRecord",
  document: "caseDocument",
  receipt: "serviceReceipt",
  event: "caseEvent",
} as const;

/**
 * Annuls what was recorded wrongly, with the reason; it stays on record. A referral that two people made is not
 * annulled: the answer of the police ends it. A document whose service is proven loses its receipt first, a decision on
 * 强制隔离戒毒 goes with its answer.
 */
export const annulFact = useCase<Input, BreachFile>("breaches.annul", async (context, { id, body }) => {
  const { tx, audit, now, actor, law } = context;
  const { fact, factId, reason } = body;
  const { breach } = await getPerson(tx, id);
  const row = rowsOf(breach, fact).find((each) => each.id === factId);
  if (row === undefined) throw new ProblemError("not_found");
  requireAtStation(actor, "update", "CaseFile", row.stationId);
  const annulled = holds(row);
  if (annulled) {
    if (breach.receipts.some((receipt) => receipt.documentId === factId && holds(receipt))) {
      throw new ProblemError("wrong_state", { detail: "请先撤销这份文书的送达回执" });
    }
    if (fact === "event") requireAnnullable(breach, factId, law);
    const mark = { annulledAt: now, annulledBy: actor.accountId, annulmentReason: reason };
    const table = tableOf[fact];
    await tx.update(table).set(mark).where(eq(table.id, factId));
    for (const paper of fact === "event" ? decisionsOf(breach, factId) : []) {
      await tx.update(caseDocument).set(mark).where(eq(caseDocument.id, paper.id));
    }
  }
  audit({
    action: "breaches.annul",
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

function rowsOf(breach: BreachCase, fact: Body["fact"]): readonly AnnullableRow[] {
  const annullable: Readonly<Record<Body["fact"], readonly AnnullableRow[]>> = {
    record: breach.records,
    document: breach.documents.filter(({ kind }) => kind !== "isolation_order"),
    receipt: breach.receipts.filter(({ documentId }) =>
      breach.documents.some((each) => each.id === documentId),
    ),
    event: breach.answers.filter((event) => answerOf(event) !== undefined),
  };
  return annullable[fact];
}

/** Refuses to take back an answer on which later events rest. */
function requireAnnullable({ answers, facts }: BreachCase, eventId: string, law: Law): void {
  const row = answers.find(({ id }) => id === eventId);
  const event = facts.history.events.find(({ kind, on }) => kind === row?.kind && on === row.happenedOn);
  const obstacle = event && canAnnul(event, facts.history, law);
  if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle.zh });
}

/** The decisions that went on file with an answer. */
function decisionsOf({ answers, documents }: BreachCase, eventId: string) {
  const event = answers.find((each) => each.id === eventId);
  return documents.filter(
    (each) =>
      each.kind === "isolation_order" &&
      holds(each) &&
      each.issuedOn === event?.happenedOn &&
      each.number === event.reason,
  );
}
