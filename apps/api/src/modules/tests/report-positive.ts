import type { BodyOf } from "@rehab/schema/endpoint";
import type { TestFile } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { eq } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { station } from "../../db/schema/county.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import { testStep } from "../../db/schema/supervision.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { stepObstacles } from "@rehab/domain/testing/test-steps";
import { approval } from "../../db/schema/handoff.ts";
import { factOf } from "../enrollees/present-case.ts";
import { answerAfterWrite, lockTestPerson } from "./open-person.ts";
import type { ProposalRow } from "./open-person.ts";
import { requireAction } from "./possible-actions.ts";
import { testOf } from "./record-step.ts";
import { ReportProposal } from "./report-proposal.ts";
import type { StepDetails } from "./step-details.ts";

interface Input {
  readonly id: string;
  readonly factId: string;
  readonly body: BodyOf<typeof testsEndpoints.proposeReport>;
}

/** Proposes the report of a confirmed positive to the police. It goes out once a second person confirms it. */
export const proposeReport = useCase<Input, TestFile>(
  "tests.proposeReport",
  async (context, { id, factId, body }) => {
    const { tx, audit, now, actor } = context;
    const { id: approvalId, ...letter } = body;
    const person = await lockTestPerson(context, id);
    const created = !person.proposals.some((row) => row.id === approvalId);
    if (created) {
      requireAction(context, person, testOf(person, factId), "proposeReport");
      if (actor.accountId === null) throw new ProblemError("forbidden");
      const { countyCode, stationId, enrolleeId, caseId } = factOf(context, person.facts);
      const proposal: ReportProposal = { testId: factId, ...letter };
      await tx.insert(approval).values({
        id: approvalId,
        countyCode,
        stationId,
        enrolleeId,
        caseId,
        kind: "positive_referral",
        proposal,
        proposedAt: now,
        proposedBy: actor.accountId,
      });
    }
    audit({
      action: "tests.proposeReport",
      subjectType: "approval",
      subjectId: approvalId,
      change: { enrolleeId: id, testId: factId, created },
    });
    return answerAfterWrite(context, id);
  },
);

/**
 * Carries a confirmed report out (戒毒条例 第二十一条): the paper is on file and the police are told today. The state
 * of the case stays as it is, for what a positive means the police conclude. Throws `wrong_state` when the result
 * no longer holds.
 */
export async function carryOutReport(context: UseCaseContext, approved: ProposalRow): Promise<void> {
  const { tx, actor, today, law } = context;
  const person = await lockTestPerson(context, approved.enrolleeId);
  const { testId, letterNumber, organ, note } = ReportProposal.parse(approved.proposal);
  const test = person.facts.tests.find(({ id }) => id === testId);
  const obstacle = test === undefined ? "这次检测已经撤销" : stepObstacles(test, today, law).police_informed;
  if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
  const [own] = await tx
    .select({ name: station.name })
    .from(station)
    .where(eq(station.id, person.facts.stationId));
  const details: StepDetails = {
    letterNumber,
    organ,
    proposedBy: approved.proposedBy,
    confirmedBy: actor.accountId,
  };
  await tx.insert(testStep).values({
    ...factOf(context, person.facts),
    id: newId(),
    testId,
    kind: "police_informed",
    happenedOn: today,
    note,
    details,
  });
  await tx.insert(caseDocument).values({
    ...factOf(context, person.facts),
    id: newId(),
    kind: "positive_report",
    number: letterNumber,
    issuedOn: today,
    issuedBy: own?.name ?? null,
    pages: 1,
  });
  await projectRegister(tx, [approved.enrolleeId], { law, today });
}
