import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { TransferIn } from "@rehab/schema/new-handoff";
import type { z } from "zod";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import type { FieldError } from "../../core/problem-error.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { transfer } from "../../db/schema/handoff.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import type { PlannedRow } from "../imports/plan/planned-row.ts";

type Told = z.output<typeof TransferIn>;

/** Refuses days of a case from elsewhere that cannot have followed each other. Throws `invalid_input`. */
export function refuseTransferDays(told: Told, receivedOn: PlainDate, today: PlainDate): void {
  const { reportedOn, changedOn, suspensions } = told;
  refuseFutureDay(changedOn, today, "/transfer/changedOn");
  refuseFutureDay(reportedOn, today, "/transfer/reportedOn");
  const errors: FieldError[] = [];
  if (reportedOn < receivedOn)
    errors.push({ pointer: "/transfer/reportedOn", detail: "报到日期早于送达日期" });
  if (changedOn < reportedOn)
    errors.push({ pointer: "/transfer/changedOn", detail: "变更日期早于原报到日期" });
  for (const [index, { from, resumedOn }] of suspensions.entries()) {
    const pointer = `/transfer/suspensions/${index}/resumedOn`;
    if (resumedOn <= from) errors.push({ pointer, detail: "恢复日期应晚于中止日期" });
    else if (resumedOn > changedOn) errors.push({ pointer, detail: "恢复日期晚于变更日期" });
  }
  if (errors.length > 0) throw new ProblemError("invalid_input", { errors });
}

interface Arrival extends Told {
  /** The id of the event of arrival: made before those of the steps that follow it on the same day. */
  readonly arrivalId: string;
  readonly planned: PlannedRow;
}

/**
 * What a case brings from the county that carried it before: the first report-in, from which the term runs on, the
 * times in which it stood still, and the day of the change. Part of the hand-off's transaction.
 */
export async function recordTransferIn(context: UseCaseContext, arrival: Arrival): Promise<void> {
  const { tx, actor, now, county, law, today } = context;
  const { planned, arrivalId, reportedOn, changedOn, suspensions, otherPlace, reason } = arrival;
  const opened = planned.writes.find((write) => write.op === "add_case");
  if (opened === undefined) throw new Error("a transfer in opened no case");
  const provenance = {
    recordedAt: now,
    recordedBy: actor.accountId,
    batchId: planned.source.batchId,
    importRowId: planned.source.id,
  };
  const ofCase = {
    countyCode: county.code,
    stationId: opened.person.fields.stationId,
    enrolleeId: opened.person.id,
    caseId: opened.id,
    ...provenance,
  };
  const details = { elsewhere: true };
  const note = `在原执行地：${otherPlace}`;
  await tx.insert(caseEvent).values([
    { id: newId(), ...ofCase, kind: "reported", happenedOn: reportedOn, note, details },
    ...suspensions.flatMap(({ from, resumedOn, ground }) => [
      { id: newId(), ...ofCase, kind: "suspended", happenedOn: from, ground, note, details },
      { id: newId(), ...ofCase, kind: "resumed", happenedOn: resumedOn, note, details },
    ]),
    { id: arrivalId, ...ofCase, kind: "transferred_in", happenedOn: changedOn, reason, note },
  ]);
  await tx.insert(transfer).values({
    id: newId(),
    ...ofCase,
    direction: "in",
    otherPlace,
    toStationId: ofCase.stationId,
    toTownshipId: opened.person.fields.townshipId,
    requestedOn: changedOn,
    reason,
    materials: arrival.materials,
    sentOn: changedOn,
    letterNumber: arrival.letterNumber,
    receiptOn: changedOn,
    receivedBy: actor.name,
  });
  await projectRegister(tx, [ofCase.enrolleeId], { law, today });
}
