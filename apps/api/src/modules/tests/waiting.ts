import { maskPersonName } from "@rehab/domain/identity/person-name";
import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import type { RuleId } from "@rehab/domain/law/rule";
import type { DutyKind } from "@rehab/domain/supervision/duty";
import { daysBetween } from "@rehab/domain/time/plain-date";
import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { TestDetails } from "@rehab/schema/test-bodies";
import { WaitingStep } from "@rehab/schema/test-views";
import type { WaitingRow } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { duty } from "../../db/schema/supervision.ts";
import { scopeConditions, scopeValues } from "../workbench/queue-conditions.ts";

/** The duty behind each step: what a test waits for is what is due for it. */
const dutyOf: Readonly<Record<WaitingStep, DutyKind>> = {
  result: "lab_result",
  review: "positive_review",
  report: "positive_report",
  answer: "referral_answer",
};
const stepOf = new Map<string, WaitingStep>(WaitingStep.options.map((step) => [dutyOf[step], step]));

/** A duty without a last day comes after all others. */
const lastDay = sql<string>`coalesce(${duty.dueOn}, '9999-12-31'::date)`;

/** A duty and the test that it is about; an answer of the police may be about something else. */
const isAbout = sql`${duty.subject} = ${drugTest.id}::text`;

/** Tests that wait for something, longest overdue first; rows and counts by the same conditions. */
export const listWaiting = query<
  QueryOf<typeof testsEndpoints.waiting>,
  ResponseOf<typeof testsEndpoints.waiting>
>(async (context, { step, cursor, limit }) => {
  const { tx, today, law } = context;
  const [afterDue, afterOn, afterId] = decodeCursor(cursor, 3);
  const scope = scopeValues(context, undefined);
  const kinds = step === "all" ? [...stepOf.keys()] : [dutyOf[step]];
  const found = await tx
    .select({
      testId: drugTest.id,
      enrolleeId: drugTest.enrolleeId,
      name: enrollee.name,
      stationName: station.name,
      method: drugTest.method,
      on: drugTest.happenedOn,
      sampleNumber: drugTest.sampleNumber,
      details: drugTest.details,
      kind: duty.kind,
      ruleId: duty.ruleId,
      dueOn: duty.dueOn,
    })
    .from(duty)
    .innerJoin(drugTest, and(eq(drugTest.enrolleeId, duty.enrolleeId), isAbout))
    .innerJoin(enrollee, eq(enrollee.id, drugTest.enrolleeId))
    .innerJoin(station, eq(station.id, drugTest.stationId))
    .where(
      and(
        scopeConditions(scope),
        inArray(duty.kind, kinds),
        isNull(drugTest.annulledAt),
        afterDue === undefined
          ? undefined
          : sql`(${lastDay}, ${drugTest.happenedOn}, ${drugTest.id}) > (${afterDue}::date, ${afterOn}::date, ${afterId}::uuid)`,
      ),
    )
    .orderBy(asc(lastDay), asc(drugTest.happenedOn), asc(drugTest.id))
    .limit(limit + 1);
  const counts = await tx
    .select({ kind: duty.kind, count: sql<number>`count(*)::int` })
    .from(duty)
    .innerJoin(drugTest, and(eq(drugTest.enrolleeId, duty.enrolleeId), isAbout))
    .where(and(scopeConditions(scope), inArray(duty.kind, [...stepOf.keys()]), isNull(drugTest.annulledAt)))
    .groupBy(duty.kind);
  const countOf = (each: WaitingStep) => counts.find(({ kind }) => kind === dutyOf[each])?.count ?? 0;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ name, details, kind, ruleId, ...row }): WaitingRow => {
      const rule = ruleOn(ruleId as RuleId, row.on, law.rules);
      return {
        ...row,
        maskedName: maskPersonName(name),
        method: row.method as WaitingRow["method"],
        step: stepOf.get(kind) ?? "result",
        laboratory: TestDetails.parse(details ?? {}).laboratory ?? null,
        daysOver: row.dueOn === null ? 0 : Math.max(0, daysBetween(row.dueOn, today)),
        ruleTitle: rule.title,
        ruleSays: rule.says,
        citation: citationOf(rule),
      };
    }),
    nextCursor:
      found.length > limit && last !== undefined
        ? encodeCursor([last.dueOn ?? "9999-12-31", last.on, last.testId])
        : null,
    total: { count: step === "all" ? all : countOf(step), exact: true },
    counts: { all, ...Object.fromEntries(WaitingStep.options.map((each) => [each, countOf(each)])) },
  };
});
