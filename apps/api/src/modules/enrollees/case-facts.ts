import type { Leave } from "@rehab/domain/leave/leave";
import type { CaseEvent, CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { CaseHistory } from "@rehab/domain/supervision/case-history";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { DrugTest, TestMethod, TestResult } from "@rehab/domain/testing/drug-test";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Visit, VisitMethod } from "@rehab/domain/visit/visit";
import { and, asc, inArray, isNull } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import { caseEvent, drugTest, leave, visit } from "../../db/schema/case-facts.ts";
import { caseRecord } from "../../db/schema/enrollee.ts";

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

/** The cases of some people with their facts, first case first: five statements, however many people. */
export async function loadCaseFacts(tx: ReadTx, enrolleeIds: readonly string[]): Promise<CaseFacts[]> {
  if (enrolleeIds.length === 0) return [];
  const ids = [...enrolleeIds];
  const records = await tx
    .select()
    .from(caseRecord)
    .where(and(inArray(caseRecord.enrolleeId, ids), isNull(caseRecord.annulledAt)))
    .orderBy(asc(caseRecord.enrolleeId), asc(caseRecord.sequence));
  const events = byCase(
    await tx
      .select({
        caseId: caseEvent.caseId,
        kind: caseEvent.kind,
        on: caseEvent.happenedOn,
        ground: caseEvent.ground,
      })
      .from(caseEvent)
      .where(and(inArray(caseEvent.enrolleeId, ids), isNull(caseEvent.annulledAt)))
      .orderBy(asc(caseEvent.happenedOn), asc(caseEvent.id)),
  );
  const tests = byCase(
    await tx
      .select({
        caseId: drugTest.caseId,
        on: drugTest.happenedOn,
        method: drugTest.method,
        result: drugTest.result,
      })
      .from(drugTest)
      .where(and(inArray(drugTest.enrolleeId, ids), isNull(drugTest.annulledAt))),
  );
  const visits = byCase(
    await tx
      .select({ caseId: visit.caseId, on: visit.happenedOn, method: visit.method })
      .from(visit)
      .where(and(inArray(visit.enrolleeId, ids), isNull(visit.annulledAt))),
  );
  const leaves = byCase(
    await tx
      .select({
        caseId: leave.caseId,
        from: leave.leftOn,
        dueBack: leave.dueBackOn,
        returnedOn: leave.returnedOn,
      })
      .from(leave)
      .where(and(inArray(leave.enrolleeId, ids), isNull(leave.annulledAt))),
  );

  return records.map((record) => ({
    caseId: record.id,
    enrolleeId: record.enrolleeId,
    stationId: record.stationId,
    record,
    history: historyOf(record, events.get(record.id) ?? []),
    tests: (tests.get(record.id) ?? []).map(({ on, method, result }) => ({
      on,
      method: method as TestMethod,
      result: result as TestResult,
    })),
    visits: (visits.get(record.id) ?? []).map(({ on, method }) => ({ on, method: method as VisitMethod })),
    leaves: (leaves.get(record.id) ?? []).map(({ from, dueBack, returnedOn }) => ({
      from,
      dueBack,
      ...(returnedOn === null ? {} : { returnedOn }),
    })),
  }));
}

interface EventRow {
  readonly kind: string;
  readonly on: PlainDate;
  readonly ground: string | null;
}

function historyOf(record: CaseRow, rows: readonly EventRow[]): CaseHistory {
  const fromOrder: CaseEvent[] = [
    ...dated("ordered", record.orderedOn),
    ...dated("received", record.receivedOn),
    ...dated("handed_off", record.handedOffOn),
  ];
  const recorded = rows.map(
    ({ kind, on, ground }) => ({ kind, on, ...(ground === null ? {} : { ground }) }) as CaseEvent,
  );
  return {
    measure: record.measure as Measure,
    termMonths: record.termMonths,
    deductedDays: record.deductedDays,
    events: [...fromOrder, ...recorded],
  };
}

function dated(kind: Exclude<CaseEventKind, "suspended" | "terminated">, on: PlainDate | null): CaseEvent[] {
  return on === null ? [] : [{ kind, on }];
}

function byCase<R extends { readonly caseId: string }>(rows: readonly R[]): Map<string, R[]> {
  return Map.groupBy(rows, (row) => row.caseId);
}
