import { BREACH_DOCUMENTS } from "@rehab/domain/breach/breach-actions";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import { asc, inArray } from "drizzle-orm";
import { breachRecord } from "../../db/schema/supervision.ts";
import { presentCases } from "../enrollees/present-case.ts";
import { loadSupervisionFacts } from "../enrollees/supervision-facts.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import {
  rowsOf,
  selectApprovals,
  selectDocuments,
  selectEvents,
  selectPeople,
  selectReceipts,
  unservedCount,
} from "../matters/rows.ts";
import type {
  ApprovalRecord,
  DocumentRow,
  EventRow,
  MatterPerson,
  Reading,
  ReceiptRow,
} from "../matters/rows.ts";

type BreachRecordRow = typeof breachRecord.$inferSelect;

/** The case of a person with all that was recorded about breaches, annulled records included. */
export interface BreachCase extends MatterPerson {
  /** Without the annulled ones, in the form in which the domain reads them. */
  readonly facts: SupervisedCase;
  readonly records: readonly BreachRecordRow[];
  readonly documents: readonly DocumentRow[];
  readonly receipts: readonly ReceiptRow[];
  /** What the police answered. */
  readonly answers: readonly EventRow[];
  /** Latest first. */
  readonly approvals: readonly ApprovalRecord[];
}

/** The papers of the matter: what is issued in its course, and what comes back from the police. */
const paperKinds: readonly DocumentKind[] = [...BREACH_DOCUMENTS, "referral_receipt", "isolation_order"];

/** The people in sight among these, each with the case that stands: a handful of statements, however many people. */
export async function loadBreaches(
  { tx, today }: Reading,
  enrolleeIds: readonly string[],
): Promise<Map<string, BreachCase>> {
  const ids = [...enrolleeIds];
  const present = presentCases(await loadSupervisionFacts(tx, ids), today);
  if (present.size === 0) return new Map();
  const people = await selectPeople(tx, ids);
  const records = await tx
    .select()
    .from(breachRecord)
    .where(inArray(breachRecord.enrolleeId, ids))
    .orderBy(asc(breachRecord.happenedOn), asc(breachRecord.id));
  const documents = await selectDocuments(tx, ids, paperKinds);
  const receipts = await selectReceipts(tx, ids);
  const answers = await selectEvents(tx, ids, ["breach_dismissed", "terminated"]);
  const approvals = await selectApprovals(tx, ids, ["breach_referral"]);
  const found = people.flatMap((person): [string, BreachCase][] => {
    const facts = present.get(person.id);
    if (facts === undefined) return [];
    const ofCase = rowsOf(facts.caseId);
    const own = {
      records: ofCase(records),
      documents: ofCase(documents),
      receipts: ofCase(receipts),
      answers: ofCase(answers),
      approvals: ofCase(approvals),
    };
    return [[person.id, { ...person, facts, ...own }]];
  });
  return new Map(found);
}

/** Papers of the matter that wait for their service. */
export function unservedPapers({ facts }: BreachCase): number {
  return unservedCount(facts.documents.filter(({ kind }) => paperKinds.includes(kind)));
}

/** What the details of an event say that the police answered a referral with. */
export interface AnswerDetails {
  readonly breachAnswer: "corrected" | "continue" | "isolation" | "other";
  readonly number: string | null;
  readonly organ: string | null;
  /** The decision on 强制隔离戒毒 that was filed with it. */
  readonly paperId: string | null;
}

/** The answer that an event holds; undefined for one that has another reason. */
export function answerOf({ details }: Pick<EventRow, "details">): AnswerDetails | undefined {
  const read = details as AnswerDetails | null;
  return read?.breachAnswer === undefined ? undefined : read;
}
