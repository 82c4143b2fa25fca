import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { TestFile } from "@rehab/schema/test-views";
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { approval } from "../../db/schema/handoff.ts";
import { testDelegation, testStep } from "../../db/schema/supervision.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { loadSupervisionFacts } from "../enrollees/supervision-facts.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import { testFileOf } from "./test-file.ts";

export type TestRow = typeof drugTest.$inferSelect;
export type StepRow = typeof testStep.$inferSelect;
export type DelegationRow = typeof testDelegation.$inferSelect;
export type ProposalRow = typeof approval.$inferSelect;

/** A person with the present case and all that was recorded about its tests, annulled records included. */
export interface TestPerson {
  readonly id: string;
  readonly sex: "male" | "female" | null;
  readonly birthDate: PlainDate | null;
  /** Without the annulled records, in the form in which the domain reads them. */
  readonly facts: SupervisedCase;
  /** Latest first. */
  readonly tests: readonly TestRow[];
  /** In the order in which they happened. */
  readonly steps: readonly StepRow[];
  readonly delegations: readonly DelegationRow[];
  /** Reports of positives to the police, latest first. */
  readonly proposals: readonly ProposalRow[];
}

/** The people in sight among these, each with the present case: a handful of statements, however many people. */
export async function loadTestPeople(tx: ReadTx, ids: readonly string[]): Promise<Map<string, TestPerson>> {
  const wanted = [...ids];
  if (wanted.length === 0) return new Map();
  const people = await tx
    .select({ id: enrollee.id, sex: enrollee.sex, birthDate: enrollee.birthDate })
    .from(enrollee)
    .where(and(inArray(enrollee.id, wanted), isNull(enrollee.annulledAt)));
  const latest = new Map((await loadSupervisionFacts(tx, wanted)).map((facts) => [facts.enrolleeId, facts]));
  const tests = await tx
    .select()
    .from(drugTest)
    .where(inArray(drugTest.enrolleeId, wanted))
    .orderBy(desc(drugTest.happenedOn), desc(drugTest.recordedAt), desc(drugTest.id));
  const steps = await tx
    .select()
    .from(testStep)
    .where(inArray(testStep.enrolleeId, wanted))
    .orderBy(asc(testStep.happenedOn), asc(testStep.recordedAt), asc(testStep.id));
  const delegations = await tx
    .select()
    .from(testDelegation)
    .where(inArray(testDelegation.enrolleeId, wanted))
    .orderBy(desc(testDelegation.requestedOn), desc(testDelegation.id));
  const proposals = await tx
    .select()
    .from(approval)
    .where(and(inArray(approval.enrolleeId, wanted), eq(approval.kind, "positive_referral")))
    .orderBy(desc(approval.proposedAt), desc(approval.id));
  const found = people.flatMap(({ id, sex, birthDate }): [string, TestPerson][] => {
    const facts = latest.get(id);
    if (facts === undefined) return [];
    const ofCase = <R extends { readonly caseId: string }>(rows: readonly R[]) =>
      rows.filter(({ caseId }) => caseId === facts.caseId);
    const person: TestPerson = {
      id,
      sex: sex as TestPerson["sex"],
      birthDate,
      facts,
      tests: ofCase(tests),
      steps: ofCase(steps),
      delegations: ofCase(delegations),
      proposals: ofCase(proposals),
    };
    return [[id, person]];
  });
  return new Map(found);
}

/** One person in sight. Throws `not_found`. */
export async function getTestPerson(tx: ReadTx, id: string): Promise<TestPerson> {
  const person = (await loadTestPeople(tx, [id])).get(id);
  if (person === undefined) throw new ProblemError("not_found");
  return person;
}

/** The same for a write: nobody else writes about the person's tests meanwhile. Throws `not_found`. */
export async function lockTestPerson(context: UseCaseContext, id: string): Promise<TestPerson> {
  await lockEnrollee(context, id);
  return getTestPerson(context.tx, id);
}

/** What the screen shows after a write: the register follows first. */
export async function answerAfterWrite(context: UseCaseContext, id: string): Promise<TestFile> {
  const { tx, law, today } = context;
  await projectRegister(tx, [id], { law, today });
  return testFileOf(context, await getTestPerson(tx, id));
}

/** Everything about one person's tests. Throws `not_found`. */
export const getTests = query<{ id: string }, TestFile>(async (context, { id }) =>
  testFileOf(context, await getTestPerson(context.tx, id)),
);
