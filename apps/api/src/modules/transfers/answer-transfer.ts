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

type Taken = BodyOf<typeof transfersEndpoints.acknowledge> & { readonly id: string };
type Returned = BodyOf<typeof transfersEndpoints.returnToSender> & { readonly id: string };
type Result = ResponseOf<typeof transfersEndpoints.acknowledge>;

/**
 * The receiving station takes the case over: the place of execution changes on that day, and the person's fifteen
 * days begin (戒毒条例 第二十二条).
 */
export const acknowledgeTransfer = useCase<Taken, Result>("transfers.acknowledge", async (context, input) => {
  const { tx, audit, actor, today, law } = context;
  const { id, version, acknowledgedOn } = input;
  const { row, facts } = await openForStep(context, { id, version, step: "acknowledge" });
  refuseFutureDay(acknowledgedOn, today, "/acknowledgedOn");
  refuseEarlierDay({ pointer: "/acknowledgedOn", day: acknowledgedOn }, row.sentOn, "接收日期早于转送日期");
  requirePossibleEvent({ kind: "transferred_within", on: acknowledgedOn }, facts.history, law);

  await tx
    .update(transfer)
    .set({ receiptOn: acknowledgedOn, receivedBy: actor.name, version: version + 1 })
    .where(eq(transfer.id, id));
  await recordCaseEvent(context, row, "transferred_within", acknowledgedOn, { note: row.otherPlace });
  // After the change: what the former station acknowledged no longer counts.
  await recordCaseEvent(context, row, "acknowledged", acknowledgedOn);
  await projectRegister(tx, [row.enrolleeId], { law, today });
  audit({
    action: "transfers.acknowledge",
    subjectType: "transfer",
    subjectId: id,
    saved: { id, version: version + 1 },
    change: { enrolleeId: row.enrolleeId, acknowledgedOn },
  });
  return getTransfer(context, id);
});

/** The receiving station sends the case back; the bureau then calls the change off, or settles it otherwise. */
export const returnTransfer = useCase<Returned, Result>(
  "transfers.returnToSender",
  async (context, input) => {
    const { tx, audit, today, law } = context;
    const { id, version, returnedOn, reason } = input;
    const { row } = await openForStep(context, { id, version, step: "return" });
    refuseFutureDay(returnedOn, today, "/returnedOn");
    refuseEarlierDay({ pointer: "/returnedOn", day: returnedOn }, row.sentOn, "退回日期早于转送日期");

    await tx
      .update(transfer)
      .set({ version: version + 1 })
      .where(eq(transfer.id, id));
    await recordCaseEvent(context, row, "station_returned", returnedOn, { reason });
    await projectRegister(tx, [row.enrolleeId], { law, today });
    audit({
      action: "transfers.returnToSender",
      subjectType: "transfer",
      subjectId: id,
      saved: { id, version: version + 1 },
      change: { enrolleeId: row.enrolleeId, returnedOn },
    });
    return getTransfer(context, id);
  },
);
