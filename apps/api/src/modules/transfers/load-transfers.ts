import { lateReceiptSpans } from "@rehab/domain/handoff/transfer";
import type { TransferDirection, TransferState } from "@rehab/domain/handoff/transfer";
import { and, asc, desc, eq, gte, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { transfer } from "../../db/schema/handoff.ts";

export type TransferRow = typeof transfer.$inferSelect;

/** A transfer with the names that stand beside it. */
export interface NamedTransfer {
  readonly row: TransferRow;
  readonly name: string;
  readonly idNumberCipher: Buffer | null;
  readonly stationName: string;
  readonly toStationName: string | null;
}

export interface TransferListFilter {
  readonly direction?: TransferDirection | undefined;
  readonly state?: TransferState | undefined;
  readonly late?: boolean | undefined;
}

/** The transfers that some condition asks for: what waits longest first, then what is closed, latest first. */
export async function loadTransfers(tx: ReadTx, condition: SQL | undefined): Promise<NamedTransfer[]> {
  return tx
    .select({
      row: transfer,
      name: enrollee.name,
      idNumberCipher: enrollee.idNumberCipher,
      stationName: station.name,
      toStationName: sql<
        string | null
      >`(select receiving.name from ${station} receiving where receiving.id = ${transfer.toStationId})`,
    })
    .from(transfer)
    .innerJoin(enrollee, eq(enrollee.id, transfer.enrolleeId))
    .innerJoin(station, eq(station.id, transfer.stationId))
    .where(and(isNull(transfer.annulledAt), condition))
    .orderBy(
      asc(sql`${transfer.receiptOn} is not null or ${transfer.cancelledOn} is not null`),
      asc(sql`case when ${transfer.receiptOn} is null and ${transfer.cancelledOn} is null
        then coalesce(${transfer.sentOn}, ${transfer.requestedOn}) end`),
      desc(sql`coalesce(${transfer.receiptOn}, ${transfer.cancelledOn})`),
      asc(transfer.id),
    );
}

/** The rows that the actor may see and the filter asks for. */
export function transferConditions(
  context: Pick<QueryContext, "actor" | "county" | "today" | "law">,
  { direction, state, late }: TransferListFilter,
): SQL | undefined {
  const { actor, county } = context;
  return and(
    eq(transfer.countyCode, county.code),
    actor.scope.kind === "station" ? eq(transfer.stationId, actor.scope.stationId) : undefined,
    direction === undefined ? undefined : eq(transfer.direction, direction),
    state === undefined ? undefined : stateCondition(state),
    late === true ? isLateOn(context) : undefined,
  );
}

/** The same division as the domain's `transferStateOn` makes of today: no recorded day lies in the future. */
export function stateCondition(state: TransferState): SQL | undefined {
  const isOpen = and(isNull(transfer.cancelledOn), isNull(transfer.receiptOn));
  switch (state) {
    case "cancelled":
      return isNotNull(transfer.cancelledOn);
    case "received":
      return and(isNull(transfer.cancelledOn), isNotNull(transfer.receiptOn));
    case "sent":
      return and(isOpen, isNotNull(transfer.sentOn));
    case "requested":
      return and(isOpen, isNull(transfer.sentOn));
  }
}

/** The same transfers as the domain's `isReceiptLate` names. */
export function isLateOn({ today, law }: Pick<QueryContext, "today" | "law">): SQL | undefined {
  const spans = lateReceiptSpans(today, law).map(({ from, to }) =>
    and(from === undefined ? undefined : gte(transfer.sentOn, from), lte(transfer.sentOn, to)),
  );
  return and(stateCondition("sent"), or(sql`false`, ...spans));
}
