import { BREACH_DOCUMENTS } from "@rehab/domain/breach/breach-actions";
import { breachLadder } from "@rehab/domain/breach/breach-ladder";
import { breachPacket } from "@rehab/domain/breach/breach-packet";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { BreachRow, breachesEndpoints } from "@rehab/schema/breaches";
import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { and, eq, exists, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { caseEvent, drugTest, leave } from "../../db/schema/case-facts.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { breachRecord, leaveStep } from "../../db/schema/supervision.ts";
import { selectRegisterLines } from "../enrollees/register-row.ts";
import type { RegisterLine } from "../enrollees/register-row.ts";
import { nextStepView } from "./breach-file.ts";
import { openProposalAmong } from "../matters/rows.ts";
import { loadBreaches, unservedPapers } from "./load-breaches.ts";
import type { BreachCase } from "./load-breaches.ts";

type Input = QueryOf<typeof breachesEndpoints.list>;
type Page = ResponseOf<typeof breachesEndpoints.list>;

/**
 * Everybody with a breach on record, nearest to the numbers of the law first. The database names who may be on it
 * (a refused test, a late leave, a record, a paper); the counters decide who is, so rows and count are one list.
 */
export const listBreaches = query<Input, Page>(async (context, { step, stationId, cursor, limit }) => {
  const lines = await selectRegisterLines(context.tx).where(candidates(context, stationId));
  const records = await loadBreaches(
    context,
    lines.map(({ id }) => id),
  );
  const rows = lines
    .flatMap((line) => {
      const record = records.get(line.id);
      return record === undefined ? [] : rowOf(line, record, context);
    })
    .filter((row) => isAtStep[step](row))
    .sort((a, b) => nearness(b) - nearness(a) || (a.id < b.id ? -1 : 1));
  const [after] = decodeCursor(cursor, 1);
  const start = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  const page = rows.slice(start, start + limit);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor: last !== undefined && start + limit < rows.length ? encodeCursor([last.id]) : null,
    total: { count: rows.length, exact: true },
  };
});

const isAtStep: Readonly<Record<Input["step"], (row: BreachRow) => boolean>> = {
  all: () => true,
  to_warn: ({ next }) => next?.action === "issue",
  to_serve: ({ unserved }) => unserved > 0,
  ready: ({ canRefer, proposed }) => canRefer && !proposed,
  proposed: ({ proposed }) => proposed,
  receipt_open: ({ referredOn, referralClosed }) => referredOn !== null && !referralClosed,
  answer_open: ({ referredOn }) => referredOn !== null,
};

/** How full the fullest counter is; behind those with a count stand those with another breach on record. */
function nearness({ counters, level }: BreachRow): number {
  const fullest = Math.max(...counters.map(({ count, threshold }) => count / threshold));
  return fullest > 0 || level === "none" ? fullest : 0.01;
}

function candidates(
  { tx, actor, county, today }: QueryContext,
  stationId: string | undefined,
): SQL | undefined {
  const one = { one: sql`1` };
  const ofCase = (table: Record<"enrolleeId" | "caseId" | "annulledAt", PgColumn>) =>
    and(
      eq(table.enrolleeId, registerEntry.enrolleeId),
      eq(table.caseId, registerEntry.caseId),
      isNull(table.annulledAt),
    );
  const steps = tx
    .select(one)
    .from(leaveStep)
    .where(and(eq(leaveStep.leaveId, leave.id), isNull(leaveStep.annulledAt)));
  const isLate = or(
    eq(leave.kind, "unreported"),
    and(isNull(leave.returnedOn), sql`${leave.dueBackOn} < ${today}`),
    and(isNotNull(leave.returnedOn), gt(leave.returnedOn, leave.dueBackOn)),
    exists(steps),
  );
  const missed = tx
    .select(one)
    .from(drugTest)
    .where(and(ofCase(drugTest), inArray(drugTest.result, ["refused", "absent"])));
  const late = tx
    .select(one)
    .from(leave)
    .where(and(ofCase(leave), isLate));
  const recorded = tx.select(one).from(breachRecord).where(ofCase(breachRecord));
  const paper = tx
    .select(one)
    .from(caseDocument)
    .where(and(ofCase(caseDocument), inArray(caseDocument.kind, [...BREACH_DOCUMENTS])));
  const referred = tx
    .select(one)
    .from(caseEvent)
    .where(and(ofCase(caseEvent), eq(caseEvent.kind, "breach_referred")));
  return and(
    eq(registerEntry.countyCode, county.code),
    eq(registerEntry.registered, true),
    actor.scope.kind === "station" ? eq(registerEntry.stationId, actor.scope.stationId) : undefined,
    stationId === undefined ? undefined : eq(registerEntry.stationId, stationId),
    isNotNull(registerEntry.reportedOn),
    or(exists(missed), exists(late), exists(recorded), exists(paper), exists(referred)),
  );
}

/** The person's line; none where no test was refused or missed, nothing is on record and no paper waits. */
function rowOf(line: RegisterLine, record: BreachCase, { today, law }: QueryContext): BreachRow[] {
  const { facts } = record;
  const ladder = breachLadder(facts, today, law);
  const packet = breachPacket(facts, today, law);
  const unserved = unservedPapers(record);
  const uncounted = ladder.counters
    .filter(({ ground }) => ground === "refusals")
    .flatMap(({ items }) => items)
    .filter(({ counts }) => !counts).length;
  if (ladder.level === "none" && unserved === 0 && uncounted === 0) return [];
  return [
    {
      id: line.id,
      maskedName: maskPersonName(line.name),
      measure: line.measure as BreachRow["measure"],
      state: line.state as BreachRow["state"],
      stationName: line.stationName,
      caseworkerName: line.caseworkerName,
      level: ladder.level,
      counters: ladder.counters.map(({ ground, count, threshold }) => ({ ground, count, threshold })),
      uncounted,
      next: nextStepView(ladder.next, today, law),
      unserved,
      canRefer: packet.canRefer,
      proposed: openProposalAmong(record.approvals) !== undefined,
      referredOn: packet.awaitsAnswer ? (packet.referredOn ?? null) : null,
      referralClosed: packet.referralClosed,
    },
  ];
}
