import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import type { TestSessionView } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { and, count, countDistinct, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { mayAtStation } from "../../core/require-at-station.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { station } from "../../db/schema/county.ts";
import { attachment, testSession, testStep } from "../../db/schema/supervision.ts";
import { loadAccountNames } from "../matters/views.ts";

type Context = QueryContext | UseCaseContext;
type SessionRow = typeof testSession.$inferSelect;

/** Test days with their results, latest first, annulled ones included. */
export const listSessions = query<
  QueryOf<typeof testsEndpoints.sessions>,
  ResponseOf<typeof testsEndpoints.sessions>
>(async (context, { cursor, limit }) => {
  const { tx, county } = context;
  const [on, id] = decodeCursor(cursor, 2);
  const own = eq(testSession.countyCode, county.code);
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

/** How many tests of a day something followed that holds: a review, a laboratory's result, a report. */
export async function countFollowed(tx: ReadTx, ids: readonly string[]): Promise<Map<string, number>> {
  const found = await tx
    .select({ sessionId: drugTest.sessionId, count: countDistinct(drugTest.id) })
    .from(drugTest)
    .innerJoin(testStep, and(eq(testStep.testId, drugTest.id), isNull(testStep.annulledAt)))
    .where(and(inArray(drugTest.sessionId, [...ids]), isNull(drugTest.annulledAt)))
    .groupBy(drugTest.sessionId);
  return new Map(found.map((row) => [row.sessionId ?? "", row.count]));
}

/** Why a day is not annulled as a whole. */
export function followedObstacle(followed: number): string {
  return `其中${followed}人的检测之后已有登记（复核、报告等），请先在本人的检测页撤销；已经报告公安机关的不能撤销`;
}

async function viewSessions({ tx, actor }: Context, rows: readonly SessionRow[]): Promise<TestSessionView[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const stations = await tx.select({ id: station.id, name: station.name }).from(station);
  const results = await tx
    .select({ sessionId: drugTest.sessionId, result: drugTest.result, count: count() })
    .from(drugTest)
    .innerJoin(testSession, eq(testSession.id, drugTest.sessionId))
    // of an annulled day the tests that went with it
    .where(
      and(
        inArray(drugTest.sessionId, ids),
        or(isNull(drugTest.annulledAt), eq(drugTest.annulledAt, testSession.annulledAt)),
      ),
    )
    .groupBy(drugTest.sessionId, drugTest.result);
  const followed = await countFollowed(tx, ids);
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
  const obstacleOf = ({ id, stationId, annulledAt }: SessionRow) => {
    if (annulledAt !== null) return "已经撤销";
    if (!mayAtStation(actor, "update", "CaseFile", stationId)) return "由登记的工作站撤销";
    const count = followed.get(id) ?? 0;
    return count === 0 ? null : followedObstacle(count);
  };
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
    annulled:
      row.annulledAt === null
        ? null
        : { reason: row.annulmentReason ?? "", at: row.annulledAt.toISOString() },
    annulObstacle: obstacleOf(row),
  }));
}
