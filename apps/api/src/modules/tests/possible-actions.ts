import { stateOn } from "@rehab/domain/supervision/case-state";
import type { DrugTest, TestStepKind } from "@rehab/domain/testing/drug-test";
import { stepObstacles } from "@rehab/domain/testing/test-steps";
import type { Action, Subject } from "@rehab/schema/access/ability";
import type { TestFile } from "@rehab/schema/test-views";
import { ProblemError } from "../../core/problem-error.ts";
import { mayAtStation } from "../../core/require-at-station.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { BY_STATION } from "../matters/possible-actions.ts";
import type { ApprovalRecord } from "../matters/rows.ts";
import type { TestPerson } from "./load-test-people.ts";
import { ReportProposal } from "./report-proposal.ts";

type Asking = Pick<QueryContext, "actor" | "today" | "law">;
type Actions = TestFile["actions"];

/** What can be done about a test once it was taken down. */
export type TestAction =
  | "recordLabResult"
  | "review"
  | "requestRetest"
  | "recordRetest"
  | "proposeReport"
  | "recordAnswer";

const stepOf: Readonly<Record<TestAction, TestStepKind>> = {
  recordLabResult: "lab_result",
  review: "confirmed",
  requestRetest: "retest_requested",
  recordRetest: "retest_result",
  proposeReport: "police_informed",
  recordAnswer: "police_answered",
};

/** What may be done about the person's tests as a whole: the same answer with which the writes refuse. */
export function fileActions({ actor, today, law }: Asking, { facts }: TestPerson): Actions {
  const state = stateOn(facts.history, today, law)?.state;
  const isOver = state === undefined || ended.has(state) ? "措施已经结束或者尚未开始" : null;
  const may = mayAtStation(actor, "create", "CaseFile", facts.stationId) ? null : BY_STATION;
  return ["record", "delegate"].map((action) => {
    const reason = may ?? isOver;
    return { action, allowed: reason === null, reason };
  });
}

const ended: ReadonlySet<string> = new Set([
  "ordered",
  "pending_report",
  "transferred",
  "released",
  "terminated",
  "died",
  "returned",
]);

/** What may follow one test. */
export function testActions(asking: Asking, person: TestPerson, test: DrugTest): Actions {
  return (Object.keys(stepOf) as TestAction[]).map((action) => {
    const reason = obstacleTo(asking, person, test, action) ?? null;
    return { action, allowed: reason === null, reason };
  });
}

/** Throws `wrong_state` with its reason for what cannot be done now, `second_person_required` for one's own result. */
export function requireStep(asking: Asking, person: TestPerson, test: DrugTest, action: TestAction): void {
  if (!mayDo(asking, person, action)) throw new ProblemError("forbidden");
  const reason = stateObstacle(asking, person, test, action);
  if (reason !== undefined) throw new ProblemError("wrong_state", { detail: reason });
  if (action === "review" && isOwnResult(asking, person, test)) {
    throw new ProblemError("second_person_required", { detail: "登记阳性结果的人不能自己复核" });
  }
}

function obstacleTo(
  asking: Asking,
  person: TestPerson,
  test: DrugTest,
  action: TestAction,
): string | undefined {
  const state = stateObstacle(asking, person, test, action);
  if (state !== undefined) return state;
  if (!mayDo(asking, person, action)) return BY_STATION;
  return action === "review" && isOwnResult(asking, person, test)
    ? "登记阳性结果的人不能自己复核，请由另一人复核"
    : undefined;
}

function stateObstacle(
  { today, law }: Asking,
  person: TestPerson,
  test: DrugTest,
  action: TestAction,
): string | undefined {
  const obstacle = stepObstacles(test, today, law)[stepOf[action]];
  if (obstacle !== undefined || action !== "proposeReport") return obstacle;
  return openProposalOf(person, test.id) === undefined ? undefined : "已有一份报告待复核";
}

function mayDo({ actor }: Asking, { facts }: TestPerson, action: TestAction): boolean {
  const may = (does: Action, subject: Subject) => mayAtStation(actor, does, subject, facts.stationId);
  if (action === "proposeReport") return may("create", "Approval");
  return may("create", "CaseFile") || (action === "review" && may("update", "Approval"));
}

/** Whether whoever asks took down the positive result: on the day, or from the laboratory's report. */
function isOwnResult({ actor }: Asking, { tests, steps }: TestPerson, test: DrugTest): boolean {
  const row = tests.find(({ id }) => id === test.id);
  const laboratory = steps.find(
    ({ testId, kind, annulledAt }) => testId === test.id && kind === "lab_result" && annulledAt === null,
  );
  const recorder = test.result === "positive" ? row?.recordedBy : laboratory?.recordedBy;
  return recorder !== null && recorder !== undefined && recorder === actor.accountId;
}

/** The proposal to report a test that waits for its second person. */
export function openProposalOf(
  { proposals }: TestPerson,
  testId: string | undefined,
): ApprovalRecord | undefined {
  return proposals.find(
    ({ state, proposal }) => state === "open" && ReportProposal.parse(proposal).testId === testId,
  );
}
