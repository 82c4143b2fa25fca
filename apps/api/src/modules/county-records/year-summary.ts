import { CASE_END_KINDS } from "@rehab/domain/supervision/case-event";
import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { addDays } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { countyRecordsEndpoints, YearFactKind } from "@rehab/schema/county-records";
import { and, asc, between, eq, isNull, sql } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { meeting, publicityEvent } from "../../db/schema/county-records.ts";
import { station } from "../../db/schema/county.ts";
import { caseSpan } from "../../db/schema/projection.ts";
import { onRegister, spanValues } from "../indicators/control-spans.ts";
import { readFundYear } from "./fund-year.ts";
import { readWeeklyChecks } from "./weekly-checks.ts";
import { daysOfYear, yearFacts } from "./year-facts.ts";
import { readYearWindows } from "./year-windows.ts";

type Year = ResponseOf<typeof countyRecordsEndpoints.year>;

const count = sql<number>`count(*)::int`;

/** What the bureau reports of a year, up to today: checks, hand-offs, ends, tests, windows, funds, publicity, meetings. */
export const getYear = query<{ year: number }, Year>(async (context, { year }) => {
  const { tx, county } = context;
  const { from, to } = daysOfYear(context, year);
  const ofCounty = { publicityEvent, meeting };
  const current = (name: keyof typeof ofCounty) =>
    and(eq(ofCounty[name].countyCode, county.code), isNull(ofCounty[name].annulledAt));

  // Each number comes from the very conditions of the list that it opens.
  const countOf = async (of: YearFactKind) => {
    const facts = yearFacts(context, of, year);
    const [row] = await tx.select({ count }).from(facts.table).where(facts.where);
    return row?.count ?? 0;
  };
  const countsBy = async (of: YearFactKind, column: "code" | "result") => {
    const facts = yearFacts(context, of, year);
    const code = facts[column] ?? facts.code;
    return tx
      .select({ code: sql<string>`${code}`, count })
      .from(facts.table)
      .where(facts.where)
      .groupBy(code);
  };
  const ends = await countsBy("ended", "code");
  const results = await countsBy("tests", "result");
  const publicity = await tx
    .select()
    .from(publicityEvent)
    .where(and(current("publicityEvent"), between(publicityEvent.happenedOn, from, to)))
    .orderBy(asc(publicityEvent.happenedOn));
  const meetings = await tx
    .select()
    .from(meeting)
    .where(and(current("meeting"), between(meeting.happenedOn, from, to)))
    .orderBy(asc(meeting.happenedOn));

  return {
    weeklyChecks: await readWeeklyChecks(context, year),
    handedOff: await countOf("handed_off"),
    registeredAtYearStart: await countRegistered(context, addDays(from, -1)),
    registeredAtYearEnd: await countRegistered(context, to),
    ended: countsOf(
      CASE_END_KINDS,
      ends.map((row) => [row.code, row.count]),
    ),
    tests: {
      recorded: results.reduce((sum, row) => sum + row.count, 0),
      byResult: countsOf(
        TEST_RESULTS.map(({ code }) => code),
        results.map((row) => [row.code, row.count]),
      ),
    },
    windows: await countWindows(context, year),
    visits: await countOf("visits"),
    leaves: await countOf("leaves"),
    fund: await readFundYear(context, year),
    publicity,
    meetings,
  };
});

async function countRegistered(context: QueryContext, asOf: PlainDate): Promise<number> {
  const [row] = await context.tx
    .select({ count })
    .from(caseSpan)
    .where(onRegister(spanValues(context, asOf)));
  return row?.count ?? 0;
}

async function countWindows(context: QueryContext, year: number): Promise<Year["windows"]> {
  const windows = await readYearWindows(context, year);
  const stations = await context.tx
    .select({ id: station.id, name: station.name })
    .from(station)
    .orderBy(asc(station.position));
  return {
    due: windows.due,
    done: windows.done,
    stations: stations.map(({ id, name }) => {
      const own = windows.stations.find(({ stationId }) => stationId === id);
      return { id, name, due: own?.due ?? 0, done: own?.done ?? 0 };
    }),
  };
}

function countsOf(
  codes: readonly string[],
  rows: readonly (readonly [string, number])[],
): Record<string, number> {
  const counts = new Map(rows);
  return Object.fromEntries(codes.map((code) => [code, counts.get(code) ?? 0]));
}
