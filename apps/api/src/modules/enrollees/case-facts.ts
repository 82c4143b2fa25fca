import type { Leave, LeaveKind, LeaveStep } from "@rehab/domain/leave/leave";
import type { CaseEvent, CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { CaseHistory } from "@rehab/domain/supervision/case-history";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { DrugTest, TestMethod, TestResult, TestStep } from "@rehab/domain/testing/drug-test";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Visit, VisitMethod } from "@rehab/domain/visit/visit";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { ReadTx } from "../../db/client.ts";
import { prepared } from "../../db/prepared.ts";
import { caseEvent, drugTest, leave, visit } from "../../db/schema/case-facts.ts";
import { caseRecord } from "../../db/schema/enrollee.ts";
import { leaveStep, testStep } from "../../db/schema/supervision.ts";

export type CaseRow = typeof caseRecord.$inferSelect;

/** One case with all facts that hold, in the form in which the domain reads them. */
export interface CaseFacts {
  readonly caseId: string;
  readonly enrolleeId: string;
  readonly stationId: string;
  readonly record: CaseRow;
  readonly history: CaseHistory;
  readonly leaves: readonly Leave[];
  readonly tests: readonly DrugTest[];
  readonly visits: readonly Visit[];
}

interface People {
  readonly ids: string[];
}

/** The rows of a table of facts that are asked for: of some people, and not annulled. */
function asked(
  { enrolleeId, annulledAt }: Record<"enrolleeId" | "annulledAt", PgColumn>,
  { ids }: People,
): SQL | undefined {
  return and(sql`${enrolleeId} = any(${ids})`, isNull(annulledAt));
}

const casesOf = prepared("cases_of_people", (tx, people: People) =>
  tx
    .select()
    .from(caseRecord)
    .where(asked(caseRecord, people))
    .orderBy(asc(caseRecord.enrolleeId), asc(caseRecord.sequence)),
);

const eventsOf = prepared("events_of_people", (tx, people: People) =>
  tx
    .select({
      id: caseEvent.id,
      caseId: caseEvent.caseId,
      kind: caseEvent.kind,
      on: caseEvent.happenedOn,
      ground: caseEvent.ground,
      batchId: caseEvent.batchId,
      riskLevel: sql<
        string | null
      >`case when ${caseEvent.kind} = 'risk_set' then ${caseEvent.details} ->> 'level' end`,
    })
    .from(caseEvent)
    .where(asked(caseEvent, people))
    // ids are made by many machines: of one day, the order of recording is that of happening
    .orderBy(asc(caseEvent.happenedOn), asc(caseEvent.recordedAt), asc(caseEvent.id)),
);

/** The steps that follow each fact of some people, in their order, as one value beside the fact. */
function stepsOf<T>(
  tx: ReadTx,
  people: People,
  table: typeof testStep | typeof leaveStep,
  { of, lastField }: { readonly of: PgColumn; readonly lastField: SQL },
) {
  return tx
    .select({
      of: sql<string>`${of}`.as("of"),
      steps: sql<T[]>`jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'kind', ${table.kind}, 'on', ${table.happenedOn}, ${lastField}))
        order by ${table.happenedOn}, ${table.recordedAt}, ${table.id})`.as("steps"),
    })
    .from(table)
    .where(asked(table, people))
    .groupBy(of)
    .as("steps_of_facts");
}

const testsOf = prepared("tests_of_people", (tx, people: People) => {
  const stepsOfTests = stepsOf<TestStep>(tx, people, testStep, {
    of: testStep.testId,
    lastField: sql`'result', ${testStep.result}`,
  });
  return tx
    .select({
      id: drugTest.id,
      caseId: drugTest.caseId,
      on: drugTest.happenedOn,
      method: drugTest.method,
      result: drugTest.result,
      batchId: drugTest.batchId,
      steps: stepsOfTests.steps,
    })
    .from(drugTest)
    .leftJoin(stepsOfTests, eq(stepsOfTests.of, drugTest.id))
    .where(asked(drugTest, people));
});

const visitsOf = prepared("visits_of_people", (tx, people: People) =>
  tx
    .select({ caseId: visit.caseId, on: visit.happenedOn, method: visit.method, nextOn: visit.nextOn })
    .from(visit)
    .where(asked(visit, people)),
);

const leavesOf = prepared("leaves_of_people", (tx, people: People) => {
  const stepsOfLeaves = stepsOf<LeaveStep>(tx, people, leaveStep, {
    of: leaveStep.leaveId,
    lastField: sql`'dueBack', ${leaveStep.dueBackOn}`,
  });
  return tx
    .select({
      id: leave.id,
      caseId: leave.caseId,
      kind: leave.kind,
      requestedOn: leave.requestedOn,
      from: leave.leftOn,
      dueBack: leave.dueBackOn,
      returnedOn: leave.returnedOn,
      steps: stepsOfLeaves.steps,
    })
    .from(leave)
    .leftJoin(stepsOfLeaves, eq(stepsOfLeaves.of, leave.id))
    .where(asked(leave, people));
});

/** The cases of some people with their facts, first case first: five statements at once, however many people. */
export async function loadCaseFacts(tx: ReadTx, enrolleeIds: readonly string[]): Promise<CaseFacts[]> {
  if (enrolleeIds.length === 0) return [];
  const people = { ids: [...enrolleeIds] };
  const [records, events, tests, visits, leaves] = await Promise.all([
    casesOf(tx, people),
    eventsOf(tx, people).then(byCase),
    testsOf(tx, people).then(byCase),
    visitsOf(tx, people).then(byCase),
    leavesOf(tx, people).then(byCase),
  ]);

  return records.map((record) => ({
    caseId: record.id,
    enrolleeId: record.enrolleeId,
    stationId: record.stationId,
    record,
    history: historyOf(record, events.get(record.id) ?? []),
    tests: (tests.get(record.id) ?? []).map(({ id, on, method, result, batchId, steps }) => ({
      id,
      on,
      method: method as TestMethod,
      result: result as TestResult,
      fromPaper: batchId !== null,
      ...(steps !== null && { steps }),
    })),
    visits: (visits.get(record.id) ?? []).map(({ on, method, nextOn }) => ({
      on,
      method: method as VisitMethod,
      ...(nextOn !== null && { nextOn }),
    })),
    leaves: (leaves.get(record.id) ?? []).map(
      ({ id, kind, requestedOn, from, dueBack, returnedOn, steps }) => ({
        id,
        kind: kind as LeaveKind,
        from,
        dueBack,
        ...(requestedOn !== null && { requestedOn }),
        ...(returnedOn !== null && { returnedOn }),
        ...(steps !== null && { steps }),
      }),
    ),
  }));
}

interface EventRow {
  readonly id: string;
  readonly kind: string;
  readonly on: PlainDate;
  readonly ground: string | null;
  readonly riskLevel: string | null;
  readonly batchId: string | null;
}

function historyOf(record: CaseRow, rows: readonly EventRow[]): CaseHistory {
  const fromOrder: CaseEvent[] = [
    ...dated("ordered", record.orderedOn),
    ...dated("received", record.receivedOn),
    ...dated("handed_off", record.handedOffOn),
  ];
  const recorded = rows.map(
    ({ id, kind, on, ground, riskLevel, batchId }) =>
      ({
        id,
        kind,
        on,
        ...(ground !== null && { ground }),
        ...(riskLevel !== null && { riskLevel }),
        ...(batchId !== null && { fromPaper: true }),
      }) as CaseEvent,
  );
  return {
    measure: record.measure as Measure,
    termMonths: record.termMonths,
    deductedDays: record.deductedDays,
    events: [...fromOrder, ...recorded],
  };
}

function dated(kind: CaseEventKind, on: PlainDate | null): CaseEvent[] {
  return on === null ? [] : [{ kind, on }];
}

function byCase<R extends { readonly caseId: string }>(rows: readonly R[]): Map<string, R[]> {
  return Map.groupBy(rows, (row) => row.caseId);
}
