import { presentCases } from "../enrollees/present-case.ts";
import { loadSupervisionFacts } from "../enrollees/supervision-facts.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import {
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

/** A person with the case that stands and all that was recorded about its states, annulled records included. */
export interface StatePerson extends MatterPerson {
  /** Without the annulled ones, in the form in which the domain reads them. */
  readonly facts: SupervisedCase;
  /** In the order in which they happened. */
  readonly events: readonly EventRow[];
  readonly documents: readonly DocumentRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly attempts: readonly AttemptRow[];
  /** Releases, terminations and annulments of them, latest first. */
  readonly proposals: readonly ApprovalRecord[];
}

/** The people in sight among these: a handful of statements, however many people. */
export async function loadStates(
  { tx, today }: Reading,
  enrolleeIds: readonly string[],
): Promise<Map<string, StatePerson>> {
  const ids = [...enrolleeIds];
  if (ids.length === 0) return new Map();
  const people = await selectPeople(tx, ids);
  const present = presentCases(await loadSupervisionFacts(tx, ids), today);
  const events = await selectEvents(tx, ids);
  const documents = await selectDocuments(tx, ids);
  const receipts = await selectReceipts(tx, ids);
  const attempts = await selectAttempts(tx, ids);
  const proposals = await selectApprovals(tx, ids, ["release", "termination", "end_annulment"]);
  const found = people.flatMap((person): [string, StatePerson][] => {
    const facts = present.get(person.id);
    if (facts === undefined) return [];
    const ofCase = rowsOf(facts.caseId);
    const own = {
      events: ofCase(events),
      documents: ofCase(documents),
      receipts: ofCase(receipts),
      attempts: ofCase(attempts),
      proposals: ofCase(proposals),
    };
    return [[person.id, { ...person, facts, ...own }]];
  });
  return new Map(found);
}
