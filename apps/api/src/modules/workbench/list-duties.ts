import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { Law } from "@rehab/domain/law/law";
import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import type { RuleId } from "@rehab/domain/law/rule";
import { DUTY_KINDS } from "@rehab/domain/supervision/duty";
import { daysBetween } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { DutyRow, WorkbenchFilter, WorkbenchQueue, workbenchEndpoints } from "@rehab/schema/workbench";
import { and, asc, eq, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import { literalLimit, preparedInForms } from "../../db/prepared.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { duty } from "../../db/schema/supervision.ts";
import { nameOf } from "../enrollees/register-row.ts";
import { listConditions, queueDays, scopeValues } from "./queue-conditions.ts";
import type { ListValues } from "./queue-conditions.ts";

interface Input extends WorkbenchFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type Page = ResponseOf<typeof workbenchEndpoints.list>;

/** One page of a queue, what hurts most first; rows and count by the same conditions. */
export const listDuties = query<Input, Page>(
  async (context, { cursor, limit, queue, stationId, ...filter }) => {
    const { tx, today, law } = context;
    const values = { ...scopeValues(context, stationId), ...queueDays(today), ...filter };
    const [afterSort] = decodeCursor(cursor, 1);
    const [lines, [total]] = await Promise.all([
      selectPage(tx, { queue, limit: limit + 1 }, { ...values, afterSort: afterSort ?? undefined }),
      selectCount(tx, queue, values),
    ]);
    const page = lines.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page.map((line) => toDutyRow(line, today, law)),
      nextCursor: lines.length > limit && last !== undefined ? encodeCursor([last.sort]) : null,
      total: { count: total?.count ?? 0, exact: true },
    };
  },
);

const selectCount = preparedInForms("duty_count", (tx, queue: WorkbenchQueue, values: ListValues) =>
  tx
    .select({ count: sql<number>`count(*)::int` })
    .from(duty)
    .innerJoin(enrollee, eq(enrollee.id, duty.enrolleeId))
    .where(listConditions(queue, values)),
);

/** Harm first, by the order of the kinds; then what is due first; then the person, so that no two are alike. */
const sortKey: SQL<string> = sql<string>`(
  lpad(array_position(${sql.raw(`array['${DUTY_KINDS.map(({ code }) => code).join("','")}']`)}, ${duty.kind})::text, 3, '0')
  || coalesce(${duty.dueOn}::text, '9999-12-31') || ${duty.enrolleeId}::text || ' ' || ${duty.subject}) collate "C"`;

interface PageForm {
  readonly queue: WorkbenchQueue;
  readonly limit: number;
}

interface PageValues extends ListValues {
  readonly afterSort: string | undefined;
}

const selectPage = preparedInForms("duty_page", (tx, { queue, limit }: PageForm, values: PageValues) => {
  const { afterSort } = values;
  return tx
    .select({
      caseId: duty.caseId,
      enrolleeId: duty.enrolleeId,
      kind: duty.kind,
      subject: duty.subject,
      ruleId: duty.ruleId,
      opensOn: duty.opensOn,
      dueOn: duty.dueOn,
      snoozedTo: duty.snoozedTo,
      snoozable: duty.snoozable,
      name: enrollee.name,
      riskLevel: enrollee.riskLevel,
      village: enrollee.village,
      measure: caseRecord.measure,
      stationName: sql<string>`${nameOf(station, duty.stationId)}`,
      townshipName: nameOf(township, enrollee.townshipId),
      caseworkerName: nameOf(staffMember, enrollee.caseworkerId),
      sort: sortKey,
    })
    .from(duty)
    .innerJoin(enrollee, eq(enrollee.id, duty.enrolleeId))
    .innerJoin(caseRecord, eq(caseRecord.id, duty.caseId))
    .where(
      and(
        listConditions(queue, values),
        afterSort === undefined ? undefined : sql`${sortKey} > ${afterSort}`,
      ),
    )
    .orderBy(asc(sortKey))
    .limit(literalLimit(limit));
});

type Line = Awaited<ReturnType<typeof selectPage>>[number];

function toDutyRow(line: Line, today: PlainDate, law: Law): DutyRow {
  const { name, ruleId, opensOn, snoozable, sort: _, ...rest } = line;
  const rule = ruleOn(ruleId as RuleId, opensOn, law.rules);
  return {
    ...rest,
    kind: line.kind as DutyRow["kind"],
    measure: line.measure as DutyRow["measure"],
    riskLevel: line.riskLevel as DutyRow["riskLevel"],
    maskedName: maskPersonName(name),
    citation: citationOf(rule),
    says: rule.says,
    daysOver: line.dueOn === null ? null : daysBetween(line.dueOn, today),
    snoozeObstacle: snoozable ? null : "法定期限不能延后",
  };
}
