import { maskIdNumber } from "@rehab/domain/identity/id-number";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import { daysBetween } from "@rehab/domain/time/plain-date";
import { HandoffQueue } from "@rehab/schema/handoffs";
import type { HandoffRow, handoffsEndpoints } from "@rehab/schema/handoffs";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { and, asc, eq, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { nameOf } from "../enrollees/register-row.ts";
import { handoffConditions, isOverdue, queueCondition, scopeConditions } from "./queue-conditions.ts";
import type { Filter } from "./queue-conditions.ts";

interface Input extends Filter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type Page = ResponseOf<typeof handoffsEndpoints.list>;
type Counts = ResponseOf<typeof handoffsEndpoints.counts>;

/** What is due first stands first; what has no day stands at the end. */
const dueSort = sql<string>`coalesce(${registerEntry.intakeDueOn}, '9999-12-31'::date)`;

/** One page of the cases that wait; rows and count by the same conditions. */
export const listHandoffs = query<Input, Page>(async (context, { cursor, limit, ...filter }) => {
  const { tx, today } = context;
  const conditions = handoffConditions(context, filter);
  const lines = await selectLines(context, and(conditions, afterCursor(cursor)), limit + 1);
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
    const late = isOverdue(context.today);
    const countWhere = (condition: SQL | undefined) =>
      sql<number>`count(*) filter (where ${condition})::int`.mapWith(Number);
    const queues = HandoffQueue.options;
    const selection = Object.fromEntries(
      queues.flatMap((queue) => {
        const condition = queueCondition(queue, context);
        return [
          [`${queue}_count`, countWhere(condition)],
          [`${queue}_overdue`, countWhere(and(condition, late))],
        ];
      }),
    );
    const [counted] = await context.tx
      .select(selection)
      .from(registerEntry)
      .where(scopeConditions(context, stationId));
    const value = (key: string) => counted?.[key] ?? 0;
    return {
      queues: queues.map((queue) => ({
        queue,
        count: value(`${queue}_count`),
        overdue: value(`${queue}_overdue`),
      })),
    };
  },
);

function selectLines({ tx, today }: QueryContext, conditions: SQL | undefined, limit: number) {
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
      intakeRung: registerEntry.intakeRung,
      dueOn: registerEntry.intakeDueOn,
      overdue: isOverdue(today),
      stationId: registerEntry.stationId,
      stationName: sql<string>`${nameOf(station, registerEntry.stationId)}`,
      townshipName: nameOf(township, enrollee.townshipId),
      caseworkerName: nameOf(staffMember, enrollee.caseworkerId),
      orderNumber: caseRecord.orderNumber,
      receivedOn: caseRecord.receivedOn,
      handedOffOn: caseRecord.handedOffOn,
      dueSort: sql<string>`${dueSort}::text`,
    })
    .from(registerEntry)
    .innerJoin(enrollee, eq(enrollee.id, registerEntry.enrolleeId))
    .innerJoin(caseRecord, eq(caseRecord.id, registerEntry.caseId))
    .where(conditions)
    .orderBy(asc(dueSort), asc(registerEntry.enrolleeId))
    .limit(limit);
}

type Line = Awaited<ReturnType<typeof selectLines>>[number];

function afterCursor(cursor: string | undefined): SQL | undefined {
  const [day, id] = decodeCursor(cursor, 2);
  if (day === undefined || id === undefined) return undefined;
  return sql`(${dueSort}, ${registerEntry.enrolleeId}) > (${day}::date, ${id}::uuid)`;
}

function toRow(line: Line, { cipher }: QueryContext, today: QueryContext["today"]): HandoffRow {
  const { name, idNumberCipher, dueSort: _, dueOn, ...rest } = line;
  return {
    ...rest,
    maskedName: maskPersonName(name),
    maskedIdNumber: idNumberCipher === null ? null : maskIdNumber(cipher.decrypt(idNumberCipher)),
    measure: line.measure as HandoffRow["measure"],
    state: line.state as HandoffRow["state"],
    handoffState: line.handoffState as HandoffRow["handoffState"],
    intakeRung: line.intakeRung as HandoffRow["intakeRung"],
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
  };
}
