import { maskPersonName } from "@rehab/domain/identity/person-name";
import { deadlineFrom } from "@rehab/domain/law/deadline";
import type { Law } from "@rehab/domain/law/law";
import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import type { RuleId } from "@rehab/domain/law/rule";
import { isRegistered, standingOn } from "@rehab/domain/supervision/case-history";
import type { DrugTest } from "@rehab/domain/testing/drug-test";
import { resultOf } from "@rehab/domain/testing/drug-test";
import { positiveStanding } from "@rehab/domain/testing/positive-standing";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { daysBetween } from "@rehab/domain/time/plain-date";
import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { WaitingStep } from "@rehab/schema/test-views";
import type { WaitingRow } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { testStep } from "../../db/schema/supervision.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import { TestDetails } from "@rehab/schema/test-bodies";

interface Waiting {
  readonly step: WaitingStep;
  readonly dueOn: PlainDate | undefined;
  readonly ruleId: RuleId;
}

/**
 * What a test waits for on a day; undefined when for nothing. What followed a test that was taken over from a ledger
 * stands on paper.
 */
export function waitingFor(test: DrugTest, asOf: PlainDate, law: Law): Waiting | undefined {
  if (test.fromPaper === true) return undefined;
  if (resultOf(test) === "pending") {
    const rule = ruleOn("W3", test.on, law.rules);
    const deadline = deadlineFrom(rule, { on: test.on, note: "采样" }, law.calendar);
    return { step: "result", dueOn: deadline.date, ruleId: "W3" };
  }
  const positive = positiveStanding(test, asOf, law);
  switch (positive?.stage) {
    case "to_review":
      return { step: "review", dueOn: positive.reportBy, ruleId: "W4" };
    case "to_report":
      return { step: "report", dueOn: positive.reportBy, ruleId: "T9" };
    case "informed":
      return { step: "answer", dueOn: undefined, ruleId: "T9" };
    default:
      return undefined;
  }
}

/** Everything that waits, longest overdue first; the counts are of the same rows. */
export const listWaiting = query<
  QueryOf<typeof testsEndpoints.waiting>,
  ResponseOf<typeof testsEndpoints.waiting>
>(async (context, { step }) => {
  const { tx, county, today, law } = context;
  const foundByLaboratory = sql`exists (select from ${testStep} where ${testStep.testId} = ${drugTest.id}
    and ${testStep.kind} = 'lab_result' and ${testStep.result} = 'positive' and ${testStep.annulledAt} is null)`;
  const rows = await tx
    .select({
      testId: drugTest.id,
      enrolleeId: drugTest.enrolleeId,
      name: enrollee.name,
      stationName: station.name,
      sampleNumber: drugTest.sampleNumber,
      details: drugTest.details,
    })
    .from(drugTest)
    .innerJoin(enrollee, eq(enrollee.id, drugTest.enrolleeId))
    .innerJoin(station, eq(station.id, drugTest.stationId))
    .where(
      and(
        eq(drugTest.countyCode, county.code),
        isNull(drugTest.annulledAt),
        or(inArray(drugTest.result, ["pending", "positive"]), foundByLaboratory),
      ),
    );
  const cases = await loadCaseFacts(tx, [...new Set(rows.map(({ enrolleeId }) => enrolleeId))]);
  // where the measure has ended nothing waits any more
  const running = cases.filter(({ history }) => isRegistered(standingOn(history, today)));
  const tests = new Map(running.flatMap((facts) => facts.tests.map((test) => [test.id, test] as const)));
  const waiting = rows.flatMap(({ name, details, ...row }): WaitingRow[] => {
    const test = tests.get(row.testId);
    const found = test && waitingFor(test, today, law);
    if (test === undefined || found === undefined) return [];
    const rule = ruleOn(found.ruleId, test.on, law.rules);
    const { dueOn } = found;
    return [
      {
        ...row,
        maskedName: maskPersonName(name),
        method: test.method,
        on: test.on,
        step: found.step,
        laboratory: TestDetails.parse(details ?? {}).laboratory ?? null,
        dueOn: dueOn ?? null,
        daysOver: dueOn === undefined ? 0 : Math.max(0, daysBetween(dueOn, today)),
        ruleTitle: rule.title,
        ruleSays: rule.says,
        citation: citationOf(rule),
      },
    ];
  });
  const counts = Object.fromEntries(
    WaitingStep.options.map((each) => [each, waiting.filter((row) => row.step === each).length]),
  );
  return {
    rows: waiting
      .filter((row) => step === "all" || row.step === step)
      .toSorted((a, b) => b.daysOver - a.daysOver || (a.on < b.on ? -1 : 1)),
    counts: { all: waiting.length, ...counts },
  };
});
