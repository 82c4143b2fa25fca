import type { BodyOf, ResponseOf } from "@rehab/schema/endpoint";
import type { transfersEndpoints } from "@rehab/schema/transfers";
import { eq } from "drizzle-orm";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { transfer } from "../../db/schema/handoff.ts";
import { requirePossibleEvent } from "../case-states/require-possible-event.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { getTransfer, openForStep, recordCaseEvent } from "./change-transfer.ts";

type Input = BodyOf<typeof transfersEndpoints.recordReceipt> & { readonly id: string };
type Result = ResponseOf<typeof transfersEndpoints.recordReceipt>;

/** The receiver's receipt ends the case here, from its day on; nothing else does. */
export const recordReceipt = useCase<Input, Result>("transfers.recordReceipt", async (context, input) => {
  const { tx, audit, today, law } = context;
  const { id, version, receiptOn, receiptNumber, receivedBy } = input;
  const { row, facts } = await openForStep(context, { id, version, step: "receive" });
  refuseFutureDay(receiptOn, today, "/receiptOn");
  refuseEarlierDay({ pointer: "/receiptOn", day: receiptOn }, row.sentOn, "回执日期早于转送日期");
  requirePossibleEvent({ kind: "transferred_out", on: receiptOn }, facts.history, law);

  await tx
    .update(transfer)
    .set({ receiptOn, receiptNumber, receivedBy, version: version + 1 })
    .where(eq(transfer.id, id));
  await recordCaseEvent(context, row, "transferred_out", receiptOn, { note: row.otherPlace });
  await projectRegister(tx, [row.enrolleeId], { law, today });
  audit({
    action: "transfers.recordReceipt",
    subjectType: "transfer",
    subjectId: id,
    saved: { id, version: version + 1 },
    change: { enrolleeId: row.enrolleeId, receiptOn },
  });
  return getTransfer(context, id);
});
