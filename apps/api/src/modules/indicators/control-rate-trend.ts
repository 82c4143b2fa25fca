import { endOfMonth, plainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import type { indicatorsEndpoints } from "@rehab/schema/indicators";
import { sql } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import { prepared } from "../../db/prepared.ts";
import { caseSpan } from "../../db/schema/projection.ts";
import { visibleStations } from "./control-rate.ts";
import { isProven, onRegister, spanValues } from "./control-spans.ts";
import type { SpanValues } from "./control-spans.ts";

type Input = QueryOf<typeof indicatorsEndpoints.controlRateTrend>;
type Trend = ResponseOf<typeof indicatorsEndpoints.controlRateTrend>;

/** The control rate on the last day of each month of a year that has come; today for the month under way. */
export const getControlRateTrend = query<Input, Trend>(async (context, { year, evidenceDays }) => {
  const stations = await visibleStations(context);
  const months: Trend["months"] = [];
  for (const asOf of monthEnds(year, context.today)) {
    const groups = await countStations(context.tx, {
      ...spanValues(context, asOf),
      days: evidenceDays,
    });
    const counts = new Map(groups.map((group) => [group.stationId, group]));
    const total = (pick: (group: (typeof groups)[number]) => number) =>
      groups.reduce((sum, group) => sum + pick(group), 0);
    months.push({
      asOf,
      numerator: total(({ numerator }) => numerator),
      denominator: total(({ denominator }) => denominator),
      evidenceNumerator: total(({ proven }) => proven),
      stations: stations.map(({ id, name }) => ({
        id,
        name,
        numerator: counts.get(id)?.numerator ?? 0,
        denominator: counts.get(id)?.denominator ?? 0,
      })),
    });
  }
  return { months };
});

function monthEnds(year: number, today: PlainDate): PlainDate[] {
  const firsts = Array.from({ length: 12 }, (_, month) =>
    plainDate(`${year}-${String(month + 1).padStart(2, "0")}-01`),
  );
  return firsts
    .filter((first) => first <= today)
    .map((first) => endOfMonth(first))
    .map((end) => (end < today ? end : today));
}

const countStations = prepared(null, (tx, values: SpanValues & { readonly days: number }) =>
  tx
    .select({
      stationId: caseSpan.stationId,
      numerator: sql<number>`(count(*) filter (where ${caseSpan.controlled}))::int`,
      denominator: sql<number>`count(*)::int`,
      proven: sql<number>`(count(*) filter (where ${isProven(values.asOf, values.days)}))::int`,
    })
    .from(caseSpan)
    .where(onRegister(values))
    .groupBy(caseSpan.stationId),
);
