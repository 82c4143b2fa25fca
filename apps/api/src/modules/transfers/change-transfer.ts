import { whyNotStep } from "@rehab/domain/handoff/transfer";
import type { TransferMaterial, TransferStep } from "@rehab/domain/handoff/transfer";
import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Transfer } from "@rehab/schema/transfers";
import { and, eq, isNull } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { staleVersion } from "../../core/stale-version.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { transfer } from "../../db/schema/handoff.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import type { CaseFacts } from "../enrollees/case-facts.ts";
import { loadTransfers } from "./load-transfers.ts";
import type { TransferRow } from "./load-transfers.ts";
import { mayTakeStep, situationOf, viewTransfers } from "./view-transfers.ts";

export interface OpenTransfer {
  readonly row: TransferRow;
  readonly facts: CaseFacts;
}

interface StepInput {
  readonly id: string;
  readonly version: number;
  readonly step: TransferStep;
  /** The papers as they will be, where the step changes them. */
  readonly materials?: readonly TransferMaterial[];
}

/**
 * A transfer that is about to take a step, locked. Throws `not_found`, `stale_version`, `forbidden` for somebody who
 * does not take this step, and `wrong_state` with the reason why nobody can.
 */
export async function openForStep(
  context: UseCaseContext,
  { id, version, step, materials }: StepInput,
): Promise<OpenTransfer> {
  const { tx, today, actor } = context;
  const [row] = await tx
    .select()
    .from(transfer)
    .where(and(eq(transfer.id, id), isNull(transfer.annulledAt)))
    .for("update");
  if (row === undefined) throw new ProblemError("not_found");
  if (row.version !== version) throw await staleVersion(context, { ...row, subjectId: id });
  if (!mayTakeStep(actor, row, step)) throw new ProblemError("forbidden");
  const facts = (await loadCaseFacts(tx, [row.enrolleeId])).find(({ caseId }) => caseId === row.caseId);
  if (facts === undefined) throw new ProblemError("not_found");
  const whyNot = whyNotStep(step, situationOf(row, facts, today, materials));
  if (whyNot !== undefined) throw new ProblemError("wrong_state", { detail: whyNot });
  return { row, facts };
}

interface EventText {
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
}

/** Records what happened to the case of a transfer; events of one day stand in the order of the calls. */
export async function recordCaseEvent(
  { tx, actor, now }: UseCaseContext,
  {
    countyCode,
    stationId,
    enrolleeId,
    caseId,
  }: Pick<TransferRow, "countyCode" | "stationId" | "enrolleeId" | "caseId">,
  kind: CaseEventKind,
  happenedOn: PlainDate,
  { reason = null, note = null, details = null }: EventText = {},
): Promise<void> {
  await tx.insert(caseEvent).values({
    id: newId(),
    countyCode,
    stationId,
    enrolleeId,
    caseId,
    kind,
    happenedOn,
    reason,
    note,
    details,
    recordedAt: now,
    recordedBy: actor.accountId,
  });
}

/** One transfer as the screen shows it. Throws `not_found`. */
export async function getTransfer(
  context: Pick<QueryContext, "tx" | "today" | "law" | "actor">,
  id: string,
): Promise<{ transfer: Transfer }> {
  const [shown] = await viewTransfers(context, await loadTransfers(context.tx, eq(transfer.id, id)));
  if (shown === undefined) throw new ProblemError("not_found");
  return { transfer: shown };
}
