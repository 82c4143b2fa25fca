import { maskPersonName } from "@rehab/domain/identity/person-name";
import { windowCount } from "@rehab/domain/indicators/urine-windows";
import type { WindowCount } from "@rehab/domain/indicators/urine-windows";
import type { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { ParamsOf, QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { and, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { staffMember, station } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { caseSpan } from "../../db/schema/projection.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import { daysOfYear } from "./year-facts.ts";

type Endpoint = typeof countyRecordsEndpoints.listWindows;
type Input = ParamsOf<Endpoint> & QueryOf<Endpoint>;
type Page = ResponseOf<Endpoint>;

/** Test windows wholly in a year, up to today, of everyone on the register at some time in it: counted and listed alike. */
export async function readYearWindows(context: QueryContext, year: number): Promise<WindowCount> {
  const { tx, county, law } = context;
  const { from, to } = daysOfYear(context, year);
  const people = await tx
    .selectDistinct({ id: caseSpan.enrolleeId })
    .from(caseSpan)
    .where(
      and(
        eq(caseSpan.countyCode, county.code),
        lte(caseSpan.fromOn, to),
        or(isNull(caseSpan.untilOn), gte(caseSpan.untilOn, from)),
        sql`${caseSpan.controlReason} is not null`,
      ),
    );
  const facts = await loadCaseFacts(
    tx,
    people.map(({ id }) => id),
  );
  return windowCount(facts, from, to, law);
}

/** Exactly the windows behind one number of the year's book, the latest first. */
export const listYearWindows = query<Input, Page>(async (context, input) => {
  const { cursor, limit, year, of, stationId } = input;
  const { people } = await readYearWindows(context, year);
  const found = people
    .filter((person) => stationId === undefined || person.stationId === stationId)
    .flatMap(({ caseId, windows }) =>
      windows
        .filter(({ test }) => of === "due" || (of === "done") === (test !== undefined))
        // the windows of a case do not overlap, so that their last day and the case name each
        .map(({ window, test }) => ({ caseId, window, test, key: `${window.to} ${caseId}` })),
    )
    .sort((one, other) => (one.key < other.key ? 1 : -1));
  const [after] = decodeCursor(cursor, 1);
  const rest = after === undefined ? found : found.filter(({ key }) => key < after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const owners = await peopleOf(
    context.tx,
    page.map(({ caseId }) => caseId),
  );
  return {
    rows: page.flatMap(({ caseId, window, test }) => {
      const person = owners.get(caseId);
      if (person === undefined) return [];
      const { name, ...shown } = person;
      const { index, from, to } = window;
      return [{ ...shown, maskedName: maskPersonName(name), index, from, to, testedOn: test?.on ?? null }];
    }),
    nextCursor: rest.length > limit && last !== undefined ? encodeCursor([last.key]) : null,
    total: { count: found.length, exact: true },
  };
});

async function peopleOf(tx: ReadTx, caseIds: string[]) {
  const rows = await tx
    .select({
      caseId: caseRecord.id,
      enrolleeId: enrollee.id,
      name: enrollee.name,
      stationName: station.name,
      caseworkerName: staffMember.name,
    })
    .from(caseRecord)
    .innerJoin(enrollee, eq(enrollee.id, caseRecord.enrolleeId))
    .innerJoin(station, eq(station.id, caseRecord.stationId))
    .leftJoin(staffMember, eq(staffMember.id, enrollee.caseworkerId))
    .where(inArray(caseRecord.id, caseIds));
  return new Map(rows.map((row) => [row.caseId, row]));
}
