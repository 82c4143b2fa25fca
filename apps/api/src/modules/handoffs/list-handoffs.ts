import { maskPersonName } from "@rehab/domain/identity/person-name";
import { daysBetween } from "@rehab/domain/time/plain-date";
import { HandoffQueue } from "@rehab/schema/handoffs";
import type { HandoffRow, handoffsEndpoints } from "@rehab/schema/handoffs";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { maskStoredIdNumber } from "../../core/mask.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { nameOf } from "../enrollees/register-row.ts";
import {
  dueColumn,
  handoffConditions,
  isOverdue,
  isReportQueue,
  queueCondition,
  scopeConditions,
} from "./queue-conditions.ts";
import type { Filter } from "./queue-conditions.ts";

interface Input extends Filter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type Page = ResponseOf<typeof handoffsEndpoints.list>;
type Counts = ResponseOf<typeof handoffsEndpoints.counts>;

/** One page of the cases that wait; rows and count by the same conditions. */
export const listHandoffs = query<Input, Page>(async (context, { cursor, limit, ...filter }) => {
  const { tx, today } = context;
  const { queue } = filter;
  const conditions = handoffConditions(context, filter);
  const lines = await selectLines(context, queue, and(conditions, afterCursor(cursor, queue)), limit + 1);
  const [total] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(registerEntry)
    .where(conditions);
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((line) => toRow(line, context, today)),
    nextCursor:
      lines.length > limit && last !== undefined ? encodeCursor([last.dueSort, last.enrolleeId]) : null,
    total: { count: total?.count ?? 0, exact: true },
  };
});

/** The length of every queue, and how much of it is overdue. */
export const countHandoffs = query<{ stationId?: string | undefined }, Counts>(
  async (context, { stationId }) => {
    const queues: Counts["queues"] = [];
    for (const queue of HandoffQueue.options) {
      const [counted] = await context.tx
        .select({
          count: sql<number>`count(*)::int`,
          overdue: sql<number>`count(*) filter (where ${isOverdue(context.today, queue)})::int`,
        })
        .from(registerEntry)
        .where(and(scopeConditions(context, stationId), queueCondition(queue, context)));
      queues.push({ queue, count: counted?.count ?? 0, overdue: counted?.overdue ?? 0 });
    }
    return { queues };
  },
);

/**
 * What is due first stands first; what has no day stands at the end. Among all queues the way to the report-in comes
 * before what follows it: there the person's clock runs.
 */
function dueSort(queue: HandoffQueue | undefined): SQL<string> {
  const due = sql`coalesce(${dueColumn(queue)}, '9999-12-31'::date)::text`;
  const isFollowUp = inArray(registerEntry.intakeRung, ["notice", "agreement", "team", "plan"]);
  return queue === undefined
    ? sql<string>`(case when ${isFollowUp} then '1 ' else '0 ' end || ${due}) collate "C"`
    : sql<string>`${due} collate "C"`;
}

function selectLines(
  { tx, today }: QueryContext,
  queue: HandoffQueue | undefined,
  conditions: SQL | undefined,
  limit: number,
) {
  return tx
    .select({
      caseId: registerEntry.caseId,
      enrolleeId: registerEntry.enrolleeId,
      name: enrollee.name,
      idNumberCipher: enrollee.idNumberCipher,
      provisional: enrollee.provisional,
      measure: registerEntry.measure,
      state: registerEntry.state,
      handoffState: registerEntry.handoffState,
      intakeRung: isReportQueue(queue)
        ? sql<string | null>`'reported'`
        : sql<string | null>`${registerEntry.intakeRung}`,
      dueOn: dueColumn(queue),
      overdue: isOverdue(today, queue),
      stationId: registerEntry.stationId,
      stationName: sql<string>`${nameOf(station, registerEntry.stationId)}`,
      townshipName: nameOf(township, enrollee.townshipId),
      caseworkerName: nameOf(staffMember, enrollee.caseworkerId),
      orderNumber: caseRecord.orderNumber,
      receivedOn: caseRecord.receivedOn,
      handedOffOn: caseRecord.handedOffOn,
      dueSort: dueSort(queue),
    })
    .from(registerEntry)
    .innerJoin(enrollee, eq(enrollee.id, registerEntry.enrolleeId))
    .innerJoin(caseRecord, eq(caseRecord.id, registerEntry.caseId))
    .where(conditions)
    .orderBy(asc(dueSort(queue)), asc(registerEntry.enrolleeId))
    .limit(limit);
}

type Line = Awaited<ReturnType<typeof selectLines>>[number];

function afterCursor(cursor: string | undefined, queue: HandoffQueue | undefined): SQL | undefined {
  const [due, id] = decodeCursor(cursor, 2);
  if (due === undefined || id === undefined) return undefined;
  return sql`(${dueSort(queue)}, ${registerEntry.enrolleeId}) > (${due}, ${id}::uuid)`;
}

function toRow(line: Line, { cipher }: QueryContext, today: QueryContext["today"]): HandoffRow {
  const { name, idNumberCipher, dueSort: _, dueOn, ...rest } = line;
  return {
    ...rest,
    maskedName: maskPersonName(name),
    maskedIdNumber: idNumberCipher === null ? null : maskStoredIdNumber(idNumberCipher, cipher),
    measure: line.measure as HandoffRow["measure"],
    state: line.state as HandoffRow["state"],
    handoffState: line.handoffState as HandoffRow["handoffState"],
    intakeRung: line.intakeRung as HandoffRow["intakeRung"],
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
  };
}
