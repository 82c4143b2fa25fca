import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { caseDocument, contactAttempt, serviceReceipt } from "../../db/schema/handoff.ts";
import { holds } from "./load-no-shows.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { answerAfterWrite, getPerson } from "./open-person.ts";

type Body = BodyOf<typeof noShowsEndpoints.annul>;

interface Input {
  readonly id: string;
  readonly body: Body;
}

const tableOf = {
  attempt: contactAttempt,
  document: caseDocument,
  receipt: serviceReceipt,
  event: caseEvent,
} as const;

/**
 * Annuls what was recorded wrongly, with the reason; it stays on record. A referral that two people made is not
 * annulled: the answer of the police ends it. A document whose service is proven loses its receipt first.
 */
export const annulFact = useCase<Input, NoShowFile>("no-shows.annul", async (context, { id, body }) => {
  const { tx, audit, now, actor } = context;
  const { fact, factId, reason } = body;
  const { noShow } = await getPerson(tx, id);
  const row = rowsOf(noShow, fact).find((each) => each.id === factId);
  if (row === undefined) throw new ProblemError("not_found");
  requireAtStation(actor, "update", "CaseFile", row.stationId);
  const annulled = holds(row);
  if (annulled) {
    if (noShow.receipts.some((receipt) => receipt.documentId === factId && holds(receipt))) {
      throw new ProblemError("wrong_state", { detail: "请先撤销这份文书的送达回执" });
    }
    const table = tableOf[fact];
    await tx
      .update(table)
      .set({ annulledAt: now, annulledBy: actor.accountId, annulmentReason: reason })
      .where(eq(table.id, factId));
  }
  audit({
    action: "no-shows.annul",
    subjectType: {
      attempt: "contactAttempt",
      document: "caseDocument",
      receipt: "serviceReceipt",
      event: "caseEvent",
    }[fact],
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

function rowsOf({ attempts, documents, receipts, events }: NoShowRecord, fact: Body["fact"]) {
  const answered = (details: unknown) => (details as { answer?: string } | null)?.answer !== undefined;
  const annullable: Readonly<Record<Body["fact"], readonly AnnullableRow[]>> = {
    attempt: attempts,
    document: documents,
    receipt: receipts,
    event: events.filter(
      ({ kind, details }) => kind === "suspended" || kind === "resumed" || answered(details),
    ),
  };
  return annullable[fact];
}
