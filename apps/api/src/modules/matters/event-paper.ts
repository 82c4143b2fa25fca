import type { PlainDate } from "@rehab/domain/time/plain-date";
import { and, eq, isNull } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import type { annulment } from "../enrollees/annulment.ts";
import { factOf } from "../enrollees/present-case.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import type { EventRow } from "./rows.ts";

/**
 * Files the decision on 强制隔离戒毒 with which the police answered a referral; with it the measure ends. Returns the id
 * that the details of the event keep as `paperId`.
 */
export async function fileIsolationOrder(
  context: UseCaseContext,
  ofCase: Pick<SupervisedCase, "stationId" | "enrolleeId" | "caseId">,
  order: { readonly number: string | null; readonly issuedOn: PlainDate; readonly issuedBy: string | null },
): Promise<string> {
  const id = newId();
  await context.tx
    .insert(caseDocument)
    .values({ ...factOf(context, ofCase), ...order, id, kind: "isolation_order" });
  return id;
}

/** Annuls the paper that was filed with an event; there may be none. */
export async function annulPaperOf(
  { tx }: UseCaseContext,
  { details }: Pick<EventRow, "details">,
  mark: ReturnType<typeof annulment>,
): Promise<void> {
  const paperId = (details as { paperId?: string | null } | null)?.paperId;
  if (typeof paperId !== "string") return;
  await tx
    .update(caseDocument)
    .set(mark)
    .where(and(eq(caseDocument.id, paperId), isNull(caseDocument.annulledAt)));
}
