import type { BodyOf } from "@rehab/schema/endpoint";
import type { TestFile } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { eq } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { station } from "../../db/schema/county.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import { testStep } from "../../db/schema/supervision.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { stepObstacles } from "@rehab/domain/testing/test-steps";
import { factOf } from "../enrollees/present-case.ts";
import { proposing } from "../approvals/propose.ts";
import { lockMatter } from "../matters/matter.ts";
import type { ApprovalRecord } from "../matters/rows.ts";
import type { TestPerson } from "./load-test-people.ts";
import { requireStep } from "./possible-actions.ts";
import { testOf } from "./record-step.ts";
import { ReportProposal } from "./report-proposal.ts";
import type { StepDetails } from "./step-details.ts";
import { testMatter } from "./test-matter.ts";

interface Input {
  readonly id: string;
  readonly factId: string;
  readonly body: BodyOf<typeof testsEndpoints.proposeReport>;
}

/** Proposes the report of a confirmed positive to the police. It goes out once a second person confirms it. */
export const proposeReport = proposing<TestPerson, TestFile, Input>(testMatter, {
  action: "proposeReport",
  kind: "positive_referral",
  known: ({ proposals }) => proposals,
  refuse: (context, person, { factId }) =>
    requireStep(context, person, testOf(person, factId), "proposeReport"),
  also: ({ factId }) => ({ testId: factId }),
  change: ({ factId }) => ({ testId: factId }),
});

/**
 * Carries a confirmed report out (戒毒条例 第二十一条): the paper is on file and the police are told today. The state
 * of the case stays as it is, for what a positive means the police conclude. Throws `wrong_state` when the result
 * no longer holds.
 */
export async function carryOutReport(context: UseCaseContext, approved: ApprovalRecord): Promise<void> {
  const { tx, actor, today, law } = context;
  const person = await lockMatter(context, testMatter, approved.enrolleeId);
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
