import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import type { TestSessionView } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { station } from "../../db/schema/county.ts";
import { attachment, testSession } from "../../db/schema/supervision.ts";
import { loadAccountNames } from "../matters/views.ts";

type Context = QueryContext | UseCaseContext;
type SessionRow = typeof testSession.$inferSelect;

/** Test days with their results, latest first. */
export const listSessions = query<
  QueryOf<typeof testsEndpoints.sessions>,
  ResponseOf<typeof testsEndpoints.sessions>
>(async (context, { cursor, limit }) => {
  const { tx, county } = context;
  const [on, id] = decodeCursor(cursor, 2);
  const own = and(eq(testSession.countyCode, county.code), isNull(testSession.annulledAt));
  const found = await tx
    .select()
    .from(testSession)
    .where(
      and(
        own,
        on === undefined || id === undefined
          ? undefined
          : sql`(${testSession.happenedOn}, ${testSession.id}) < (${on}::date, ${id}::uuid)`,
      ),
    )
    .orderBy(desc(testSession.happenedOn), desc(testSession.id))
    .limit(limit + 1);
  const [total] = await tx.select({ count: count() }).from(testSession).where(own);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: await viewSessions(context, page),
    nextCursor: found.length > limit && last !== undefined ? encodeCursor([last.happenedOn, last.id]) : null,
    total: { count: total?.count ?? 0, exact: true },
  };
});

/** One test day. Throws `not_found`. */
export async function getSession(context: Context, id: string): Promise<TestSessionView> {
  const rows = await context.tx.select().from(testSession).where(eq(testSession.id, id));
  const [view] = await viewSessions(context, rows);
  if (view === undefined) throw new ProblemError("not_found");
  return view;
}

async function viewSessions({ tx }: Context, rows: readonly SessionRow[]): Promise<TestSessionView[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const stations = await tx.select({ id: station.id, name: station.name }).from(station);
  const results = await tx
    .select({ sessionId: drugTest.sessionId, result: drugTest.result, count: count() })
    .from(drugTest)
    .where(and(inArray(drugTest.sessionId, ids), isNull(drugTest.annulledAt)))
    .groupBy(drugTest.sessionId, drugTest.result);
  const photos = await tx
    .select({
      id: attachment.id,
      name: attachment.name,
      size: attachment.size,
      subjectId: attachment.subjectId,
      recordedBy: attachment.recordedBy,
    })
    .from(attachment)
    .where(and(inArray(attachment.subjectId, ids), isNull(attachment.annulledAt)))
    .orderBy(attachment.id);
  const nameOf = await loadAccountNames(tx);
  return rows.map((row) => ({
    id: row.id,
    stationName: stations.find(({ id }) => id === row.stationId)?.name ?? "",
    happenedOn: row.happenedOn,
    method: row.method as TestSessionView["method"],
    place: row.place,
    testers: [row.tester, row.secondTester],
    stripBatch: row.stripBatch,
    note: row.note,
    recordedBy: nameOf(row.recordedBy),
    recordedAt: row.recordedAt.toISOString(),
    results: Object.fromEntries(
      results.filter(({ sessionId }) => sessionId === row.id).map((each) => [each.result, each.count]),
    ),
    photos: photos
      .filter(({ subjectId }) => subjectId === row.id)
      .map(({ id, name, size, recordedBy }) => ({ id, name, size, recordedBy: nameOf(recordedBy) })),
  }));
}
