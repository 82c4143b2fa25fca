import { maskPersonName } from "@rehab/domain/identity/person-name";
import { CASE_END_KINDS } from "@rehab/domain/supervision/case-event";
import { minDate, plainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { countyRecordsEndpoints, YearFactKind } from "@rehab/schema/county-records";
import type { ParamsOf, QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { and, between, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { caseEvent, drugTest, leave, visit } from "../../db/schema/case-facts.ts";
import { staffMember, station } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";

type Endpoint = typeof countyRecordsEndpoints.listFacts;
type Input = ParamsOf<Endpoint> & QueryOf<Endpoint>;
type Page = ResponseOf<Endpoint>;

/** Facts of one kind in some days: where they are, and which of them count. */
interface YearFacts {
  readonly table: PgTable;
  readonly id: AnyPgColumn;
  readonly enrolleeId: AnyPgColumn;
  readonly stationId: AnyPgColumn;
  readonly on: AnyPgColumn<{ data: PlainDate }>;
  /** Which kind of event, test, visit or leave, as a code of its list. */
  readonly code: AnyPgColumn;
  readonly result: AnyPgColumn | null;
  readonly where: SQL | undefined;
}

/** The days of a year that the bureau's book tells of: up to today. */
export function daysOfYear({ today }: QueryContext, year: number): { from: PlainDate; to: PlainDate } {
  return { from: plainDate(`${year}-01-01`), to: minDate(plainDate(`${year}-12-31`), today) };
}

/** What of a kind counts in a year: the number in the book and the list behind it ask this, and nothing else. */
export function yearFacts(context: QueryContext, of: YearFactKind, year: number): YearFacts {
  const { code: county } = context.county;
  const { from, to } = daysOfYear(context, year);
  switch (of) {
    case "handed_off":
      return {
        table: caseRecord,
        ...caseRecord,
        on: caseRecord.handedOffOn,
        code: caseRecord.measure,
        result: null,
        where: and(
          eq(caseRecord.countyCode, county),
          isNull(caseRecord.annulledAt),
          between(caseRecord.handedOffOn, from, to),
        ),
      };
    case "ended":
      return {
        table: caseEvent,
        ...caseEvent,
        on: caseEvent.happenedOn,
        code: caseEvent.kind,
        result: null,
        where: and(
          eq(caseEvent.countyCode, county),
          isNull(caseEvent.annulledAt),
          inArray(caseEvent.kind, [...CASE_END_KINDS]),
          between(caseEvent.happenedOn, from, to),
        ),
      };
    case "tests":
      return {
        table: drugTest,
        ...drugTest,
        on: drugTest.happenedOn,
        code: drugTest.method,
        where: and(
          eq(drugTest.countyCode, county),
          isNull(drugTest.annulledAt),
          between(drugTest.happenedOn, from, to),
        ),
      };
    case "visits":
      return {
        table: visit,
        ...visit,
        on: visit.happenedOn,
        code: visit.method,
        result: null,
        where: and(
          eq(visit.countyCode, county),
          isNull(visit.annulledAt),
          between(visit.happenedOn, from, to),
        ),
      };
    case "leaves":
      return {
        table: leave,
        ...leave,
        on: leave.leftOn,
        code: leave.kind,
        result: null,
        where: and(eq(leave.countyCode, county), isNull(leave.annulledAt), between(leave.leftOn, from, to)),
      };
  }
}

/** Exactly the facts behind one number of the year's book, the latest first. */
export const listYearFacts = query<Input, Page>(async (context, input) => {
  const { tx } = context;
  const { cursor, limit, year, of } = input;
  const facts = yearFacts(context, of, year);
  const counted = and(
    facts.where,
    of === "ended" && input.ending !== undefined ? eq(facts.code, input.ending) : undefined,
    facts.result !== null && input.result !== undefined ? eq(facts.result, input.result) : undefined,
  );
  const [total] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(facts.table)
    .where(counted);
  const [on, id] = decodeCursor(cursor, 2);
  const found = await tx
    .select({
      id: sql<string>`${facts.id}`,
      enrolleeId: enrollee.id,
      name: enrollee.name,
      on: sql<PlainDate>`${facts.on}::text`,
      code: sql<string>`${facts.code}`,
      result: facts.result === null ? sql<null>`null` : sql<Page["rows"][number]["result"]>`${facts.result}`,
      stationName: station.name,
      caseworkerName: staffMember.name,
    })
    .from(facts.table)
    .innerJoin(enrollee, eq(enrollee.id, facts.enrolleeId))
    .innerJoin(station, eq(station.id, facts.stationId))
    .leftJoin(staffMember, eq(staffMember.id, enrollee.caseworkerId))
    .where(
      and(
        counted,
        on === undefined || id === undefined
          ? undefined
          : sql`(${facts.on}, ${facts.id}) < (${on}::date, ${id}::uuid)`,
      ),
    )
    .orderBy(desc(facts.on), desc(facts.id))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ name, ...row }) => ({ ...row, maskedName: maskPersonName(name) })),
    nextCursor: found.length > limit && last !== undefined ? encodeCursor([last.on, last.id]) : null,
    total: { count: total?.count ?? 0, exact: true },
  };
});
