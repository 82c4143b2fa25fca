import { maskPersonName } from "@rehab/domain/identity/person-name";
import { settingOn } from "@rehab/domain/law/settings";
import { endReadiness } from "@rehab/domain/supervision/end-of-term";
import { addDays } from "@rehab/domain/time/plain-date";
import type { TermEndRow, TermEndStep, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { isProposed } from "@rehab/domain/supervision/supervision-facts";
import { and, asc, eq, gte, lt, lte, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { selectRegisterLines } from "../enrollees/register-row.ts";
import { presentCases } from "../enrollees/present-case.ts";
import { loadSupervisionFacts } from "../enrollees/supervision-facts.ts";

type Input = QueryOf<typeof caseStatesEndpoints.listEnds>;
type Page = ResponseOf<typeof caseStatesEndpoints.listEnds>;

/** Whose term ends soon or is over, the longest over first; rows and counts by the same conditions. */
export const listTermEnds = query<Input, Page>(async (context, input) => {
  const { tx, today, law } = context;
  const conditions = conditionsOf(context, input, input.step);
  const [afterEnd, afterId] = decodeCursor(input.cursor, 2);
  const beyond =
    afterEnd === undefined
      ? undefined
      : sql`(${registerEntry.termEndOn}, ${registerEntry.enrolleeId}) > (${afterEnd}::date, ${afterId}::uuid)`;
  const lines = await selectRegisterLines(tx)
    .where(and(conditions, beyond))
    .orderBy(asc(registerEntry.termEndOn), asc(registerEntry.enrolleeId))
    .limit(input.limit + 1);
  const page = lines.slice(0, input.limit);
  const ids = page.map(({ id }) => id);
  const facts = presentCases(await loadSupervisionFacts(tx, ids), today);
  const steps = [];
  for (const step of stepsOf(context)) steps.push({ step, count: await countOf(context, input, step) });
  const last = page.at(-1);
  return {
    rows: page.flatMap((line): TermEndRow[] => {
      const supervised = facts.get(line.id);
      const end = supervised && endReadiness(supervised, today, law);
      if (supervised === undefined || end === undefined) return [];
      return [
        {
          id: line.id,
          maskedName: maskPersonName(line.name),
          measure: line.measure as TermEndRow["measure"],
          state: line.state as TermEndRow["state"],
          stationName: line.stationName,
          caseworkerName: line.caseworkerName,
          endOn: end.endOn,
          daysLeft: end.daysLeft,
          missing: end.items.filter(({ present }) => !present).map(({ code }) => code),
          proposed: isProposed(supervised, "release"),
        },
      ];
    }),
    nextCursor:
      lines.length > input.limit && last !== undefined ? encodeCursor([last.termEndOn ?? "", last.id]) : null,
    total: { count: await countOf(context, input, input.step), exact: true },
    steps,
  };
});

/** All, those over, and one step for each reminder, the nearest first. */
function stepsOf(context: QueryContext): TermEndStep[] {
  const days = reminders(context).toSorted((a, b) => a - b);
  return ["all", "expired", ...days.map(String)];
}

function reminders({ today, law }: QueryContext): readonly number[] {
  return settingOn("end_reminder_days", today, law.settings);
}

async function countOf(context: QueryContext, input: Input, step: TermEndStep): Promise<number> {
  const [total] = await context.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(registerEntry)
    .where(conditionsOf(context, input, step));
  return total?.count ?? 0;
}

function conditionsOf(
  context: QueryContext,
  { stationId }: Pick<Input, "stationId">,
  step: TermEndStep,
): SQL | undefined {
  const { actor, county, today } = context;
  const { termEndOn } = registerEntry;
  const within = (days: number) => lte(termEndOn, addDays(today, days));
  const isAtStep =
    step === "all"
      ? within(Math.max(0, ...reminders(context)))
      : step === "expired"
        ? lt(termEndOn, today)
        : and(gte(termEndOn, today), within(Number(step)));
  return and(
    eq(registerEntry.countyCode, county.code),
    eq(registerEntry.registered, true),
    actor.scope.kind === "station" ? eq(registerEntry.stationId, actor.scope.stationId) : undefined,
    stationId === undefined ? undefined : eq(registerEntry.stationId, stationId),
    isAtStep,
  );
}
