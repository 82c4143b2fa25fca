import {
  TRANSFER_STEPS,
  missingMaterials,
  stationAnswerOn,
  transferStateOn,
  waitingForReceipt,
  whyNotStep,
} from "@rehab/domain/handoff/transfer";
import type {
  FileContents,
  TransferDays,
  TransferDirection,
  TransferMaterial,
  TransferSituation,
  TransferStep,
} from "@rehab/domain/handoff/transfer";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import { standingOn } from "@rehab/domain/supervision/case-history";
import { reportDeadlineOf, stateOn } from "@rehab/domain/supervision/case-state";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Transfer } from "@rehab/schema/transfers";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "../../core/actor.ts";
import type { QueryContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import type { CaseFacts } from "../enrollees/case-facts.ts";
import type { NamedTransfer, TransferRow } from "./load-transfers.ts";

/** Transfers as the screen shows them, with what can be done next and why not. */
export async function viewTransfers(
  context: Pick<QueryContext, "tx" | "today" | "law" | "actor">,
  named: readonly NamedTransfer[],
): Promise<Transfer[]> {
  const { tx } = context;
  const cases = await loadCaseFacts(tx, [...new Set(named.map(({ row }) => row.enrolleeId))]);
  const byId = new Map(cases.map((facts) => [facts.caseId, facts]));
  const returned = await returnReasons(
    tx,
    named.map(({ row }) => row.caseId),
  );
  return named.flatMap((transfer) => {
    const facts = byId.get(transfer.row.caseId);
    return facts === undefined
      ? []
      : [viewOf(context, transfer, facts, returned.get(transfer.row.caseId) ?? null)];
  });
}

function viewOf(
  { today, law, actor }: Pick<QueryContext, "today" | "law" | "actor">,
  { row, name, stationName, toStationName }: NamedTransfer,
  facts: CaseFacts,
  returnedReason: string | null,
): Transfer {
  const { history } = facts;
  const standing = standingOn(history, today);
  const situation = situationOf(row, facts, today);
  const waiting = waitingForReceipt(daysOf(row), today, law);
  const isArriving = situation.state === "received" && standing.transferToReportOn !== undefined;
  return {
    id: row.id,
    version: row.version,
    enrolleeId: row.enrolleeId,
    caseId: row.caseId,
    maskedName: maskPersonName(name),
    measure: history.measure,
    caseState: stateOn(history, today, law)?.state ?? "ordered",
    stationId: row.stationId,
    stationName,
    direction: situation.direction,
    state: situation.state,
    otherPlace: row.otherPlace,
    toStationId: row.toStationId,
    toStationName,
    requestedOn: row.requestedOn,
    reason: row.reason,
    materials: materialsOf(row),
    missing: [...situation.missing],
    sentOn: row.sentOn,
    letterNumber: row.letterNumber,
    waitingDays: waiting?.days ?? null,
    isLate: waiting?.isLate ?? false,
    receiptOn: row.receiptOn,
    receiptNumber: row.receiptNumber,
    receivedBy: row.receivedBy,
    returnedReason: situation.answer === "returned" ? returnedReason : null,
    cancelledOn: row.cancelledOn,
    cancelReason: row.cancelReason,
    reportDueOn: isArriving ? (reportDeadlineOf(history, standing, law)?.date ?? null) : null,
    steps: stepsOf(actor, row, situation),
  };
}

export function daysOf(row: TransferRow): TransferDays {
  const { requestedOn, sentOn, receiptOn, cancelledOn } = row;
  return { direction: row.direction as TransferDirection, requestedOn, sentOn, receiptOn, cancelledOn };
}

export function materialsOf(row: Pick<TransferRow, "materials">): TransferMaterial[] {
  return row.materials as TransferMaterial[];
}

/** What decides about the next step of a transfer. */
export function situationOf(
  row: TransferRow,
  facts: CaseFacts,
  today: PlainDate,
  materials: readonly TransferMaterial[] = materialsOf(row),
): TransferSituation {
  return {
    direction: row.direction as TransferDirection,
    state: transferStateOn(daysOf(row), today) ?? "requested",
    missing: missingMaterials(materials, contentsOf(facts, row.requestedOn)),
    answer: row.sentOn === null ? "none" : stationAnswerOn(facts.history.events, row.sentOn, today),
  };
}

/** What the file held when the change was asked for. */
export function contentsOf({ history, tests, visits }: CaseFacts, on: PlainDate): FileContents {
  return {
    hasAgreement: standingOn(history, on).agreementSignedOn !== undefined,
    hasTests: tests.length > 0,
    hasVisits: visits.length > 0,
  };
}

const stepWords: Readonly<Record<TransferStep, string>> = {
  send: "县内变更由局里转送",
  receive: "",
  acknowledge: "由接收的工作站办理",
  return: "由接收的工作站办理",
  cancel: "已送到接收工作站，由局里撤销",
};

/** Which steps the actor can take now; where not, why. */
function stepsOf(actor: Actor, row: TransferRow, situation: TransferSituation): Transfer["steps"] {
  return TRANSFER_STEPS.map(({ code: step }) => {
    const reason = mayTakeStep(actor, row, step) ? (whyNotStep(step, situation) ?? null) : stepWords[step];
    return { step, allowed: reason === null, reason };
  });
}

/**
 * Who takes which step: a change within the county is sent on, and called off once it was sent, by the bureau; the
 * receiving station answers it. All others are the station's or the bureau's.
 */
export function mayTakeStep(actor: Actor, row: TransferRow, step: TransferStep): boolean {
  const isBureau = actor.ability.can("create", "Handoff");
  const isWithin = row.direction === "within";
  if (step === "acknowledge" || step === "return") {
    return actor.scope.kind === "station" && actor.scope.stationId === row.toStationId;
  }
  if (isWithin && (step === "send" || row.sentOn !== null)) return isBureau;
  return true;
}

async function returnReasons(tx: ReadTx, caseIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ caseId: caseEvent.caseId, reason: caseEvent.reason })
    .from(caseEvent)
    .where(
      and(
        sql`${caseEvent.caseId} = any(${sql.param([...caseIds])}::uuid[])`,
        eq(caseEvent.kind, "station_returned"),
        isNull(caseEvent.annulledAt),
      ),
    )
    .orderBy(asc(caseEvent.happenedOn), asc(caseEvent.id));
  return new Map(rows.map(({ caseId, reason }) => [caseId, reason ?? ""]));
}
