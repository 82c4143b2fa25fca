import type { BodyOf, ResponseOf } from "@rehab/schema/endpoint";
import type { transfersEndpoints } from "@rehab/schema/transfers";
import { eq } from "drizzle-orm";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { transfer } from "../../db/schema/handoff.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { getTransfer, openForStep, recordCaseEvent } from "./change-transfer.ts";
import { moveFile } from "./move-file.ts";

type Input = BodyOf<typeof transfersEndpoints.send> & { readonly id: string };
type Result = ResponseOf<typeof transfersEndpoints.send>;

/**
 * Sends the papers (戒毒条例 第二十二条). Within the county the file goes to the receiving station with them, which
 * then answers; to another county it stays here until that county's receipt.
 */
export const sendTransfer = useCase<Input, Result>("transfers.send", async (context, input) => {
  const { tx, audit, today, law } = context;
  const { id, version, sentOn, letterNumber, materials } = input;
  const { row } = await openForStep(context, { id, version, step: "send", materials });
  refuseFutureDay(sentOn, today, "/sentOn");
  refuseEarlierDay({ pointer: "/sentOn", day: sentOn }, row.requestedOn, "转送日期早于申请日期");

  const from = row.direction === "within" ? await moveFile(context, row, row) : null;
  await tx
    .update(transfer)
    .set({ sentOn, letterNumber, materials, version: version + 1 })
    .where(eq(transfer.id, id));
  const moved = from === null || row.toStationId === null ? row : { ...row, stationId: row.toStationId };
  await recordCaseEvent(context, moved, "transfer_sent", sentOn, {
    details: from === null ? null : { from },
  });
  if (from !== null) await recordCaseEvent(context, moved, "assigned", sentOn);
  await projectRegister(tx, [row.enrolleeId], { law, today });
  audit({
    action: "transfers.send",
    subjectType: "transfer",
    subjectId: id,
    saved: { id, version: version + 1 },
    change: { enrolleeId: row.enrolleeId, sentOn, materials, toStationId: row.toStationId },
  });
  return getTransfer(context, id);
});
