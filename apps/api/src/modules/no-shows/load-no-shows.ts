import type { AttemptMethod, AttemptOutcome } from "@rehab/domain/handoff/contact-attempt";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import type { NoShowFacts } from "@rehab/domain/handoff/no-show";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import type { CaseRow } from "../enrollees/case-facts.ts";
import { holds } from "../enrollees/annulment.ts";
import { presentCases } from "../enrollees/present-case.ts";
import {
  issuedDocumentOf,
  rowsOf,
  selectApprovals,
  selectAttempts,
  selectDocuments,
  selectEvents,
  selectPeople,
  selectReceipts,
} from "../matters/rows.ts";
import type {
  ApprovalRecord,
  AttemptRow,
  DocumentRow,
  EventRow,
  MatterPerson,
  Reading,
  ReceiptRow,
} from "../matters/rows.ts";

/** The case of a person with all that was recorded about not reporting in, annulled records included. */
export interface NoShowRecord extends MatterPerson {
  readonly caseRecord: CaseRow;
  /** Without the annulled ones, in the form in which the domain reads them. */
  readonly facts: NoShowFacts;
  readonly attempts: readonly AttemptRow[];
  readonly documents: readonly DocumentRow[];
  readonly receipts: readonly ReceiptRow[];
  /** Custody, referral and the answers of the police. */
  readonly events: readonly EventRow[];
  /** Latest first. */
  readonly approvals: readonly ApprovalRecord[];
}

/** The papers of the matter: what is issued in its course, and what comes back from the police. */
export const noShowPapers = [
  "no_show_warning",
  "no_show_certificate",
  "referral_receipt",
  "isolation_order",
] as const satisfies readonly DocumentKind[];

/** The people in sight among these, each with the case that stands: a handful of statements, however many people. */
export async function loadNoShows(
  { tx, today }: Reading,
  enrolleeIds: readonly string[],
): Promise<Map<string, NoShowRecord>> {
  const ids = [...enrolleeIds];
  const present = presentCases(await loadCaseFacts(tx, ids), today);
  if (present.size === 0) return new Map();
  const people = await selectPeople(tx, ids);
  const attempts = await selectAttempts(tx, ids);
  const documents = await selectDocuments(tx, ids, noShowPapers);
  const receipts = await selectReceipts(tx, ids);
  const events = await selectEvents(tx, ids, [
    "suspended",
    "resumed",
    "no_show_referred",
    "no_show_dismissed",
    "terminated",
  ]);
  const approvals = await selectApprovals(tx, ids, ["no_show_referral"]);

  const records = people.flatMap((person): [string, NoShowRecord][] => {
    const standing = present.get(person.id);
    if (standing === undefined) return [];
    const { record, history } = standing;
    const ofCase = rowsOf(record.id);
    const own = {
      attempts: ofCase(attempts),
      documents: ofCase(documents),
      receipts: ofCase(receipts),
      events: ofCase(events),
    };
    const facts: NoShowFacts = { history, ...factsOf(own) };
    return [[person.id, { ...person, caseRecord: record, facts, ...own, approvals: ofCase(approvals) }]];
  });
  return new Map(records);
}

/** The release that ended a time in custody: the first that holds after it. */
export function releaseAfter(events: readonly EventRow[], custody: EventRow): EventRow | undefined {
  return events.slice(events.indexOf(custody) + 1).find((event) => event.kind === "resumed" && holds(event));
}

/** What the form of a time in custody asks beside day and ground. */
export function proofOf({ details }: Pick<EventRow, "details">): string | null {
  return (details as { proof?: string } | null)?.proof ?? null;
}

function factsOf(
  rows: Pick<NoShowRecord, "attempts" | "documents" | "receipts" | "events">,
): Omit<NoShowFacts, "history"> {
  const custody = rows.events.filter((event) => event.kind === "suspended" && holds(event));
  return {
    attempts: rows.attempts.filter(holds).map(({ happenedOn, method, outcome }) => ({
      on: happenedOn,
      method: method as AttemptMethod,
      outcome: outcome as AttemptOutcome,
    })),
    documents: rows.documents.filter(holds).map((document) => issuedDocumentOf(document, rows.receipts)),
    custodyProofs: new Map(custody.map((event) => [event.happenedOn, proofOf(event)])),
  };
}
