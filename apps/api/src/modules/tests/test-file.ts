import { refusalCounts } from "@rehab/domain/breach/refusal-verdict";
import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import type { Law } from "@rehab/domain/law/law";
import { standingOn } from "@rehab/domain/supervision/case-history";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { DrugTest } from "@rehab/domain/testing/drug-test";
import { resultOf } from "@rehab/domain/testing/drug-test";
import { planFor } from "@rehab/domain/testing/plan";
import { positiveStanding } from "@rehab/domain/testing/positive-standing";
import { windowStrip } from "@rehab/domain/testing/window-strip";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { TestDetails } from "@rehab/schema/test-bodies";
import type { DelegationView, TestFile, TestStepView, TestView } from "@rehab/schema/test-views";

import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import type { ApprovalRecord } from "../matters/rows.ts";
import { loadAccountNames, proposed, recorded } from "../matters/views.ts";

import type { DelegationRow, StepRow, TestPerson, TestRow } from "./load-test-people.ts";
import { fileActions, testActions } from "./possible-actions.ts";
import { ReportProposal } from "./report-proposal.ts";
import { detailsOfStep } from "./step-details.ts";

type NameOf = (accountId: string | null) => string | null;
type Context = QueryContext | UseCaseContext;

/** Everything about one person's tests, as the screen shows it. */
export async function testFileOf(context: Context, person: TestPerson): Promise<TestFile> {
  const { tx, today, law } = context;
  const nameOf = await loadAccountNames(tx);
  const { facts } = person;
  return {
    enrolleeId: person.id,
    measure: facts.history.measure,
    sex: person.sex,
    plan: planView(facts.history.measure, standingOn(facts.history, today).reportedOn, law),
    windows: windowStrip(facts.history, facts.tests, today, law).map(({ test, ...window }) => ({
      ...window,
      test:
        test === undefined || test.id === undefined
          ? null
          : { id: test.id, on: test.on, result: resultOf(test) },
    })),
    tests: person.tests.map((row) => testView(context, person, row, nameOf)),
    delegations: person.delegations.map((row) => delegationView(row, nameOf)),
    reports: person.proposals.map((row) => reportView(row, nameOf, context.actor.accountId)),
    actions: fileActions(context, person),
  };
}

function planView(measure: Measure, startOn: PlainDate | undefined, law: Law): TestFile["plan"] {
  if (startOn === undefined) return null;
  const rule = ruleOn(planFor(measure, startOn, law.testPlans).ruleId, startOn, law.rules);
  return { title: rule.title, says: rule.says, citation: citationOf(rule) };
}

function testView(context: Context, person: TestPerson, row: TestRow, nameOf: NameOf): TestView {
  const test = person.facts.tests.find(({ id }) => id === row.id);
  const seen = row.result as TestView["seen"];
  return {
    ...recorded(row, nameOf),
    on: row.happenedOn,
    method: row.method as TestView["method"],
    seen,
    result: test === undefined ? seen : resultOf(test),
    place: row.place,
    testers: [row.tester, row.secondTester].filter((name) => name !== null),
    sampleNumber: row.sampleNumber,
    details: TestDetails.parse(row.details ?? {}),
    note: row.note,
    sessionId: row.sessionId,
    delegationId: row.delegationId,
    called: refusalCounts(row.id, person.facts, context.today, context.law) ?? null,
    positive: test === undefined ? null : positiveView(test, context),
    steps: person.steps.filter(({ testId }) => testId === row.id).map((step) => stepView(step, nameOf)),
    actions: test === undefined ? [] : testActions(context, person, test),
  };
}

function positiveView(test: DrugTest, { today, law }: Context): TestView["positive"] {
  const standing = positiveStanding(test, today, law);
  if (standing === undefined) return null;
  const { stage, foundOn, reportBy, retest } = standing;
  const rule = ruleOn("T9", foundOn, law.rules);
  return {
    stage,
    foundOn,
    reportBy,
    retest:
      retest === undefined
        ? null
        : {
            askBy: retest.askBy,
            askedOn: retest.askedOn ?? null,
            decideBy: retest.decideBy ?? null,
            sendBy: retest.sendBy ?? null,
            answeredOn: retest.answeredOn ?? null,
          },
    citation: citationOf(rule),
    says: `${rule.says}${ruleOn("W4", foundOn, law.rules).says}`,
  };
}

function stepView(row: StepRow, nameOf: NameOf): TestStepView {
  return {
    ...recorded(row, nameOf),
    kind: row.kind as TestStepView["kind"],
    on: row.happenedOn,
    result: row.result as TestStepView["result"],
    note: row.note,
    details: detailsOfStep(row.details),
  };
}

export function delegationView(row: DelegationRow, nameOf: NameOf): DelegationView {
  return {
    ...recorded(row, nameOf),
    method: row.method as DelegationView["method"],
    toPlace: row.toPlace,
    letterNumber: row.letterNumber,
    requestedOn: row.requestedOn,
    wantedFrom: row.wantedFrom,
    wantedTo: row.wantedTo,
    reason: row.reason,
    acceptedOn: row.acceptedOn,
    acceptedBy: row.acceptedBy,
    testedOn: row.testedOn,
    result: row.result as DelegationView["result"],
    receiptOn: row.receiptOn,
    receiptNumber: row.receiptNumber,
    cancelledOn: row.cancelledOn,
    cancelReason: row.cancelReason,
    version: row.version,
  };
}

function reportView(row: ApprovalRecord, nameOf: NameOf, ownId: string | null): TestFile["reports"][number] {
  const { testId, letterNumber, organ } = ReportProposal.parse(row.proposal);
  return {
    ...proposed(row, nameOf, ownId),
    testId,
    letterNumber,
    organ,
  };
}
