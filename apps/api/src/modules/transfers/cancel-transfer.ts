import type { BodyOf, ResponseOf } from "@rehab/schema/endpoint";
import type { transfersEndpoints } from "@rehab/schema/transfers";
import { and, desc, eq, isNull } from "drizzle-orm";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { transfer } from "../../db/schema/handoff.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { getTransfer, openForStep, recordCaseEvent } from "./change-transfer.ts";
import type { TransferRow } from "./load-transfers.ts";
import { putFile } from "./move-file.ts";
import type { FilePlace } from "./move-file.ts";

type Input = BodyOf<typeof transfersEndpoints.cancel> & { readonly id: string };
type Result = ResponseOf<typeof transfersEndpoints.cancel>;

/** Calls a change off. A case that was sent to another station of the county goes back to where it was. */
export const cancelTransfer = useCase<Input, Result>("transfers.cancel", async (context, input) => {
  const { tx, audit, today, law } = context;
  const { id, version, cancelledOn, reason } = input;
  const { row } = await openForStep(context, { id, version, step: "cancel" });
  const sinceOn = row.sentOn ?? row.requestedOn;
  refuseFutureDay(cancelledOn, today, "/cancelledOn");
  refuseEarlierDay({ pointer: "/cancelledOn", day: cancelledOn }, sinceOn, "撤销日期早于申请或转送日期");

  const from =
    row.direction === "within" && row.sentOn !== null ? await formerPlace(context, row) : undefined;
  if (from !== undefined) await putFile(context, row.enrolleeId, from);
  await tx
    .update(transfer)
    .set({ cancelledOn, cancelReason: reason, version: version + 1 })
    .where(eq(transfer.id, id));
  const place = from === undefined ? row : { ...row, stationId: from.stationId };
  await recordCaseEvent(context, place, "transfer_cancelled", cancelledOn, { reason });
  // The file is where it was acknowledged long ago.
  if (from !== undefined) {
    await recordCaseEvent(context, place, "assigned", cancelledOn);
    await recordCaseEvent(context, place, "acknowledged", cancelledOn);
  }
  await projectRegister(tx, [row.enrolleeId], { law, today });
  audit({
    action: "transfers.cancel",
    subjectType: "transfer",
    subjectId: id,
    saved: { id, version: version + 1 },
    change: { enrolleeId: row.enrolleeId, cancelledOn, ...(from && { backTo: from.stationId }) },
  });
  return getTransfer(context, id);
});

/** Where the file was kept before it was sent. */
async function formerPlace({ tx }: UseCaseContext, row: TransferRow): Promise<FilePlace> {
  const [sent] = await tx
    .select({ details: caseEvent.details })
    .from(caseEvent)
    .where(
      and(
        eq(caseEvent.caseId, row.caseId),
        eq(caseEvent.kind, "transfer_sent"),
        isNull(caseEvent.annulledAt),
      ),
    )
    .orderBy(desc(caseEvent.id))
    .limit(1);
  const from = (sent?.details as { readonly from?: FilePlace } | null | undefined)?.from;
  if (from === undefined) throw new Error("a change within the county was sent from nowhere");
  return from;
}
