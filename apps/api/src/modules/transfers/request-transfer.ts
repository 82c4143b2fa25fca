import { whyNoTransfer } from "@rehab/domain/handoff/transfer";
import { stateOn } from "@rehab/domain/supervision/case-state";
import type { BodyOf, ResponseOf } from "@rehab/schema/endpoint";
import type { transfersEndpoints } from "@rehab/schema/transfers";
import { and, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { station, township } from "../../db/schema/county.ts";
import { caseRecord } from "../../db/schema/enrollee.ts";
import { transfer } from "../../db/schema/handoff.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { getTransfer, recordCaseEvent } from "./change-transfer.ts";

type Input = BodyOf<typeof transfersEndpoints.request>;
type Result = ResponseOf<typeof transfersEndpoints.request>;

/** Asks for a change of the place of execution: the case stands in 变更执行地中 until the receiver has it. */
export const requestTransfer = useCase<Input, Result>("transfers.request", async (context, input) => {
  const { tx, audit, actor, now, today, law } = context;
  const [record] = await tx
    .select()
    .from(caseRecord)
    .where(and(eq(caseRecord.id, input.caseId), isNull(caseRecord.annulledAt)));
  if (record === undefined) throw new ProblemError("not_found");
  const { enrolleeId, stationId, countyCode } = record;
  const change = { enrolleeId, direction: input.direction, toStationId: input.toStationId };
  const event = { action: "transfers.request", subjectType: "transfer", subjectId: input.id, change };

  const [already] = await tx.select({ id: transfer.id }).from(transfer).where(eq(transfer.id, input.id));
  if (already === undefined) {
    refuseFutureDay(input.requestedOn, today, "/requestedOn");
    const facts = (await loadCaseFacts(tx, [enrolleeId])).find(({ caseId }) => caseId === input.caseId);
    const state = facts && stateOn(facts.history, today, law)?.state;
    const whyNot = state === undefined ? "案件还没有开始" : whyNoTransfer(state);
    if (whyNot !== undefined) throw new ProblemError("wrong_state", { detail: whyNot });
    const reported = facts?.history.events.find(({ kind }) => kind === "reported")?.on;
    refuseEarlierDay({ pointer: "/requestedOn", day: input.requestedOn }, reported, "申请日期早于报到日期");

    const { id, caseId, direction, requestedOn, reason, materials } = input;
    const place = await destinationOf(context, input, stationId);
    await tx.insert(transfer).values({
      id,
      countyCode,
      stationId,
      enrolleeId,
      caseId,
      direction,
      requestedOn,
      reason,
      materials,
      ...place,
      recordedAt: now,
      recordedBy: actor.accountId,
    });
    await recordCaseEvent(context, { ...record, caseId }, "transfer_started", requestedOn, { reason });
    await projectRegister(tx, [enrolleeId], { law, today });
  }
  audit(already === undefined ? event : { ...event, change: { again: true } });
  return getTransfer(context, input.id);
});

interface Destination {
  readonly otherPlace: string;
  readonly toStationId: string | null;
  readonly toTownshipId: string | null;
}

/** Where the case goes. Throws `invalid_input` for a station or township that cannot receive it. */
async function destinationOf(
  { tx }: UseCaseContext,
  { direction, otherPlace, toStationId, toTownshipId }: Input,
  fromStationId: string,
): Promise<Destination> {
  if (direction === "out" || toStationId === null) {
    return { otherPlace, toStationId: null, toTownshipId: null };
  }
  if (toStationId === fromStationId) throw refusal("/toStationId", "案件已经在这个工作站");
  const [to] = await tx.select({ name: station.name }).from(station).where(eq(station.id, toStationId));
  if (to === undefined) throw refusal("/toStationId", "没有这个工作站");
  if (toTownshipId === null) return { otherPlace: to.name, toStationId, toTownshipId };
  const [place] = await tx
    .select({ name: township.name })
    .from(township)
    .where(and(eq(township.id, toTownshipId), eq(township.stationId, toStationId)));
  if (place === undefined) throw refusal("/toTownshipId", "该乡镇不在这个工作站的服务范围内");
  return { otherPlace: place.name, toStationId, toTownshipId };
}

function refusal(pointer: string, detail: string): ProblemError {
  return new ProblemError("invalid_input", { errors: [{ pointer, detail }] });
}
