import { asc, desc, inArray } from "drizzle-orm";
import { drugTest } from "../../db/schema/case-facts.ts";
import { testDelegation, testStep } from "../../db/schema/supervision.ts";
import { presentCases } from "../enrollees/present-case.ts";
import { loadSupervisionFacts } from "../enrollees/supervision-facts.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import { rowsOf, selectApprovals, selectPeople } from "../matters/rows.ts";
import type { ApprovalRecord, MatterPerson, Reading } from "../matters/rows.ts";

export type TestRow = typeof drugTest.$inferSelect;
export type StepRow = typeof testStep.$inferSelect;
export type DelegationRow = typeof testDelegation.$inferSelect;

/** A person with the case that stands and all that was recorded about its tests, annulled records included. */
export interface TestPerson extends MatterPerson {
  /** Without the annulled records, in the form in which the domain reads them. */
  readonly facts: SupervisedCase;
  /** Latest first. */
  readonly tests: readonly TestRow[];
  /** In the order in which they happened. */
  readonly steps: readonly StepRow[];
  readonly delegations: readonly DelegationRow[];
  /** Reports of positives to the police, latest first. */
  readonly proposals: readonly ApprovalRecord[];
}

/** The people in sight among these: a handful of statements, however many people. */
export async function loadTestPeople(
  { tx, today }: Reading,
  enrolleeIds: readonly string[],
): Promise<Map<string, TestPerson>> {
  const ids = [...enrolleeIds];
  if (ids.length === 0) return new Map();
  const people = await selectPeople(tx, ids);
  const present = presentCases(await loadSupervisionFacts(tx, ids), today);
  const tests = await tx
    .select()
    .from(drugTest)
    .where(inArray(drugTest.enrolleeId, ids))
    .orderBy(desc(drugTest.happenedOn), desc(drugTest.recordedAt), desc(drugTest.id));
  const steps = await tx
    .select()
    .from(testStep)
    .where(inArray(testStep.enrolleeId, ids))
    .orderBy(asc(testStep.happenedOn), asc(testStep.recordedAt), asc(testStep.id));
  const delegations = await tx
    .select()
    .from(testDelegation)
    .where(inArray(testDelegation.enrolleeId, ids))
    .orderBy(desc(testDelegation.requestedOn), desc(testDelegation.id));
  const proposals = await selectApprovals(tx, ids, ["positive_referral"]);
  const found = people.flatMap((person): [string, TestPerson][] => {
    const facts = present.get(person.id);
    if (facts === undefined) return [];
    const ofCase = rowsOf(facts.caseId);
    const own = {
      tests: ofCase(tests),
      steps: ofCase(steps),
      delegations: ofCase(delegations),
      proposals: ofCase(proposals),
    };
    return [[person.id, { ...person, facts, ...own }]];
  });
  return new Map(found);
}
