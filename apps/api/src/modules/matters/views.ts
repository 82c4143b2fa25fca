import { isUnserved, needsService } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import type { AttemptView, DocumentView, ReceiptView, ReferralView } from "@rehab/schema/no-shows";
import type { ReadTx } from "../../db/client.ts";
import { account } from "../../db/schema/account.ts";
import { holds } from "../enrollees/annulment.ts";
import { issuedDocumentOf } from "./rows.ts";
import type { ApprovalRecord, AttemptRow, DocumentRow, ReceiptRow } from "./rows.ts";

export type NameOf = (accountId: string | null) => string | null;

/** The names of everybody with an account, for whoever recorded or decided something. */
export async function loadAccountNames(tx: ReadTx): Promise<NameOf> {
  const rows = await tx.select({ id: account.id, name: account.displayName }).from(account);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

interface Recorded {
  readonly id: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly annulledAt: Date | null;
  readonly annulmentReason: string | null;
}

/** By whom and when something was recorded, and why it no longer holds. */
export function recorded(row: Recorded, nameOf: NameOf) {
  return {
    id: row.id,
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: nameOf(row.recordedBy),
    annulled:
      row.annulledAt === null
        ? null
        : { reason: row.annulmentReason ?? "", at: row.annulledAt.toISOString() },
  };
}

/** By whom and when something was put to a second person, and what became of it. */
export function proposed(row: ApprovalRecord, nameOf: NameOf, ownId: string | null) {
  return {
    id: row.id,
    state: row.state as ReferralView["state"],
    proposedAt: row.proposedAt.toISOString(),
    proposedBy: nameOf(row.proposedBy) ?? "",
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: nameOf(row.decidedBy),
    reason: row.reason,
    own: row.proposedBy === ownId,
    version: row.version,
  };
}

/** An attempt to reach somebody. */
export function attemptView(row: AttemptRow, nameOf: NameOf): AttemptView {
  const { happenedOn, method, outcome, promisedOn, madeBy, content } = row;
  return {
    ...recorded(row, nameOf),
    happenedOn,
    method: method as AttemptView["method"],
    outcome: outcome as AttemptView["outcome"],
    promisedOn,
    madeBy,
    content,
  };
}

/** A document with its receipts; `printableHere` says which kinds the page that shows it can print. */
export function documentView(
  row: DocumentRow,
  receipts: readonly ReceiptRow[],
  nameOf: NameOf,
  printableHere: (kind: DocumentKind) => boolean,
): DocumentView {
  const kind = row.kind as DocumentKind;
  const { number, issuedOn, issuedBy, addressee, pages, note } = row;
  return {
    ...recorded(row, nameOf),
    kind,
    number,
    issuedOn,
    issuedBy,
    addressee,
    pages,
    note,
    needsService: needsService(kind),
    unserved: holds(row) && isUnserved(issuedDocumentOf(row, receipts)),
    printable: holds(row) && printableHere(kind),
    receipts: receipts
      .filter(({ documentId }) => documentId === row.id)
      .map((receipt) => receiptView(receipt, nameOf)),
  };
}

function receiptView(row: ReceiptRow, nameOf: NameOf): ReceiptView {
  const { servedOn, place, receivedBy, relation, refusal, witness, servers, note } = row;
  return {
    ...recorded(row, nameOf),
    servedOn,
    method: row.method as ReceiptView["method"],
    place,
    receivedBy,
    relation,
    refusal,
    witness,
    servers,
    note,
  };
}
