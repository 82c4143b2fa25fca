import type { BodyOf } from "@rehab/schema/endpoint";
import type { StepBody } from "@rehab/schema/test-bodies";
import type { TestFile } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { testStep } from "../../db/schema/supervision.ts";
import { factOf } from "../enrollees/present-case.ts";
import { recording } from "../matters/recording.ts";
import type { TestPerson } from "./load-test-people.ts";
import { requireStep } from "./possible-actions.ts";
import type { TestAction } from "./possible-actions.ts";
import type { StepDetails } from "./step-details.ts";
import { testMatter } from "./test-matter.ts";

interface Input {
  readonly id: string;
  readonly factId: string;
  readonly body: StepBody;
}

const actionOf: Readonly<Record<StepBody["kind"], TestAction>> = {
  lab_result: "recordLabResult",
  retest_requested: "requestRetest",
  retest_result: "recordRetest",
  police_answered: "recordAnswer",
};

/** Records what followed a test. */
export const recordStep = recording<TestPerson, TestFile, Input>(testMatter, {
  action: "recordStep",
  subjectType: "testStep",
  known: ({ steps }) => steps,
  change: ({ factId, body: { kind, happenedOn } }) => ({ testId: factId, kind, happenedOn }),
  write: async (context, person, { factId, body }) => {
    const test = testOf(person, factId);
    requireStep(context, person, test, actionOf[body.kind]);
    refuseDays(context, test, body.happenedOn);
    await context.tx.insert(testStep).values({
      ...factOf(context, person.facts),
      id: body.id,
      testId: factId,
      kind: body.kind,
      happenedOn: body.happenedOn,
      result: "result" in body ? body.result : null,
      note: body.note,
      details: detailsOf(body),
    });
  },
});

interface ReviewInput {
  readonly id: string;
  readonly factId: string;
  readonly body: BodyOf<typeof testsEndpoints.review>;
}

/** A second person confirms a positive result, or does not. Throws `second_person_required` for whoever recorded it. */
export const reviewTest = recording<TestPerson, TestFile, ReviewInput>(testMatter, {
  action: "review",
  subjectType: "testStep",
  known: ({ steps }) => steps,
  change: ({ factId, body: { outcome } }) => ({ testId: factId, outcome }),
  write: async (context, person, { factId, body }) => {
    const test = testOf(person, factId);
    requireStep(context, person, test, "review");
    refuseDays(context, test, body.happenedOn);
    await context.tx.insert(testStep).values({
      ...factOf(context, person.facts),
      id: body.id,
      testId: factId,
      kind: body.outcome,
      happenedOn: body.happenedOn,
      note: body.note,
    });
  },
});

/** A test of the person that holds, as the domain reads it. Throws `not_found`. */
export function testOf({ facts }: TestPerson, testId: string) {
  const test = facts.tests.find((each) => each.id === testId);
  if (test === undefined) throw new ProblemError("not_found");
  return test;
}

/** Steps follow one another: none happened before the test or before an earlier step. */
function refuseDays(
  { today }: UseCaseContext,
  test: ReturnType<typeof testOf>,
  happenedOn: StepBody["happenedOn"],
): void {
  const pointer = "/happenedOn";
  refuseFutureDay(happenedOn, today, pointer);
  const last = test.steps?.at(-1)?.on ?? test.on;
  refuseEarlierDay({ pointer, day: happenedOn }, last, `日期不能早于检测或者上一步（${last}）`);
}

function detailsOf(body: StepBody): StepDetails | undefined {
  switch (body.kind) {
    case "lab_result":
    case "retest_result":
      return { laboratory: body.laboratory, reportNumber: body.reportNumber };
    case "retest_requested":
      return { organ: body.organ };
    case "police_answered":
      return { decision: body.decision, number: body.number };
  }
}
