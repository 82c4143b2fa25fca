import { needsService, isUnserved } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import { isolationCautions, noShowPacket } from "@rehab/domain/handoff/no-show";
import type { NoShowPacket } from "@rehab/domain/handoff/no-show";
import { citationOf } from "@rehab/domain/law/rule";
import { stateOn } from "@rehab/domain/supervision/case-state";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type {
  AnswerView,
  AttemptView,
  CustodyView,
  DocumentView,
  NoShowFile,
  ReceiptView,
  ReferralView,
} from "@rehab/schema/no-shows";
import type { QueryContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { account } from "../../db/schema/account.ts";
import { isPrintable } from "./documents/no-show-papers.ts";
import { holds, issuedDocumentOf, proofOf } from "./load-no-shows.ts";
import type {
  ApprovalRecord,
  AttemptRow,
  DocumentRow,
  EventRow,
  NoShowRecord,
  ReceiptRow,
} from "./load-no-shows.ts";
import { actionsOf } from "./possible-actions.ts";
import { ReferralProposal } from "./referral-proposal.ts";

export type NameOf = (accountId: string | null) => string | null;

/** The names of everybody with an account, for whoever recorded or decided something. */
export async function loadAccountNames(tx: ReadTx): Promise<NameOf> {
  const rows = await tx.select({ id: account.id, name: account.displayName }).from(account);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

/** Everything about one person's not reporting in, as the screen shows it. */
export async function noShowFileOf(
  context: Omit<QueryContext, "tx"> & { readonly tx: ReadTx },
  person: { readonly id: string; readonly sex: string | null; readonly birthDate: PlainDate | null },
  record: NoShowRecord,
): Promise<NoShowFile> {
  const { tx, actor, today, law } = context;
  const nameOf = await loadAccountNames(tx);
  const packet = noShowPacket(record.facts, today, law);
  return {
    enrolleeId: person.id,
    measure: record.caseRecord.measure as NoShowFile["measure"],
    state: stateOn(record.facts.history, today, law)?.state ?? "ordered",
    deadline: deadlineView(packet),
    attempts: record.attempts.map((row) => attemptView(row, nameOf)).toReversed(),
    documents: record.documents.map((row) => documentView(row, record.receipts, nameOf)).toReversed(),
    custody: custodyViews(record.events, nameOf),
    packet: {
      items: [...packet.items],
      canRefer: packet.canRefer,
      sentence: packet.basis.sentence,
      citation: packet.basis.citation,
      referredOn: packet.referredOn ?? null,
      referralClosed: packet.referralClosed,
    },
    referrals: record.approvals.map((row) => referralView(row, nameOf, actor.accountId)),
    answers: record.events.flatMap((event) => answerView(event, nameOf)).toReversed(),
    cautions: isolationCautions(
      { sex: person.sex as "male" | "female" | null, birthDate: person.birthDate },
      today,
      law,
    ),
    actions: actionsOf(context, record),
  };
}

function deadlineView(packet: NoShowPacket): NoShowFile["deadline"] {
  const { deadline, daysOver } = packet;
  if (deadline === undefined) return null;
  return {
    date: deadline.date,
    citation: citationOf(deadline.rule),
    says: deadline.rule.says,
    steps: [...deadline.steps],
    unknownYears: [...deadline.unknownYears],
    daysOver,
  };
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

/** A document with its receipts; `printableHere` says which kinds the module that shows it can print. */
export function documentView(
  row: DocumentRow,
  receipts: readonly ReceiptRow[],
  nameOf: NameOf,
  printableHere: (kind: DocumentKind) => boolean = isPrintable,
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

/** Each time in custody with the release that follows it. */
function custodyViews(events: readonly EventRow[], nameOf: NameOf): CustodyView[] {
  const releases = events.filter((event) => event.kind === "resumed" && holds(event));
  return events
    .filter(({ kind }) => kind === "suspended")
    .map((event) => {
      const release = holds(event)
        ? releases.find(({ happenedOn }) => happenedOn >= event.happenedOn)
        : undefined;
      return {
        ...recorded(event, nameOf),
        from: event.happenedOn,
        ground: event.ground,
        proof: proofOf(event),
        releasedOn: release?.happenedOn ?? null,
        releaseProof: release === undefined ? null : proofOf(release),
      };
    })
    .toReversed();
}

/** A proposal to hand a case to the police. */
export function referralView(row: ApprovalRecord, nameOf: NameOf, ownId: string | null): ReferralView {
  return {
    ...ReferralProposal.parse(row.proposal),
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

/** An event by which the police answered a referral; a termination for another reason is none. */
function answerView(event: EventRow, nameOf: NameOf): AnswerView[] {
  const details = event.details as { answer?: string; number?: string | null } | null;
  if (details?.answer !== "continue" && details?.answer !== "isolation") return [];
  return [
    {
      ...recorded(event, nameOf),
      answer: details.answer,
      happenedOn: event.happenedOn,
      number: details.number ?? null,
      note: event.note,
    },
  ];
}
