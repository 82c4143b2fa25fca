import { zhOf } from "@rehab/domain/code-list";
import { CONTROL_REASONS, isControlled } from "@rehab/domain/indicators/control-reason";
import type { ControlReason, UncontrolledReason } from "@rehab/domain/indicators/control-reason";
import { RETURN_ACTIONS, WAY_BACK, gapToTarget } from "@rehab/domain/indicators/gap";
import { ruleOn } from "@rehab/domain/law/rule";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ControlRate } from "@rehab/schema/indicators";
import { asc, eq, sql } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { prepared } from "../../db/prepared.ts";
import { county as countyTable, station } from "../../db/schema/county.ts";
import { caseSpan } from "../../db/schema/projection.ts";
import { controlledReasons, isProven, onRegister, spanValues } from "./control-spans.ts";
import type { SpanValues } from "./control-spans.ts";

export interface RateInput {
  readonly asOf?: PlainDate | undefined;
  readonly evidenceDays: number;
}

interface Group {
  readonly stationId: string;
  readonly measure: string;
  readonly reason: ControlReason;
  readonly people: number;
  readonly proven: number;
}

/** The control rate as of a day, by reason, station and measure, with the gap to the target. */
export const getControlRate = query<RateInput, ControlRate>(async (context, { evidenceDays, ...input }) => {
  const asOf = input.asOf ?? context.today;
  const [groups, stations, percent] = await Promise.all([
    countGroups(context.tx, { ...spanValues(context, asOf), days: evidenceDays }),
    visibleStations(context),
    targetPercent(context),
  ]);
  const groupsByStation = Map.groupBy(groups, ({ stationId }) => stationId);
  const { numerator, denominator, proven } = sum(groups);
  const target = gapToTarget(numerator, denominator, percent);
  const rule = ruleOn("I1", asOf, context.law.rules);

  return {
    asOf,
    numerator,
    denominator,
    reasons: countReasons(groups),
    controlledReasons,
    stations: stations.map(({ id, name }) => {
      const own = groupsByStation.get(id) ?? [];
      const counts = sum(own);
      return {
        id,
        name,
        numerator: counts.numerator,
        denominator: counts.denominator,
        reasons: countReasons(own),
        evidenceNumerator: counts.proven,
      };
    }),
    measures: MEASURES.map(({ code }) => {
      const counts = sum(groups.filter(({ measure }) => measure === code));
      return { measure: code, numerator: counts.numerator, denominator: counts.denominator };
    }),
    target: {
      percent: target.targetPercent,
      needed: target.needed,
      missing: target.missing,
      waysBack: waysBack(groups),
    },
    evidence: { days: evidenceDays, numerator: proven },
    definition: { version: `${rule.id} ${rule.inForceFrom}`, text: rule.says },
  };
});

const countGroups = prepared(null, (tx, values: SpanValues & { readonly days: number }) =>
  tx
    .select({
      stationId: caseSpan.stationId,
      measure: caseSpan.measure,
      reason: sql<ControlReason>`${caseSpan.controlReason}`,
      people: sql<number>`count(*)::int`,
      proven: sql<number>`(count(*) filter (where ${isProven(values.asOf, values.days)}))::int`,
    })
    .from(caseSpan)
    .where(onRegister(values))
    .groupBy(caseSpan.stationId, caseSpan.measure, caseSpan.controlReason),
);

/** The stations whose people the actor may see. */
export function visibleStations({ tx, actor }: QueryContext): Promise<{ id: string; name: string }[]> {
  return selectStations(tx, {
    id: actor.scope.kind === "station" ? actor.scope.stationId : undefined,
  });
}

const selectStations = prepared("stations", (tx, { id }: { readonly id: string | undefined }) =>
  tx
    .select({ id: station.id, name: station.name })
    .from(station)
    .where(id === undefined ? undefined : eq(station.id, id))
    .orderBy(asc(station.position)),
);

async function targetPercent({ tx, county }: QueryContext): Promise<number> {
  const [row] = await selectTarget(tx, { code: county.code });
  return row?.percent ?? 98;
}

const selectTarget = prepared("control_target", (tx, { code }: { readonly code: string }) =>
  tx
    .select({ percent: countyTable.controlTargetPercent })
    .from(countyTable)
    .where(eq(countyTable.code, code)),
);

function sum(groups: readonly Group[]): { numerator: number; denominator: number; proven: number } {
  const total = { numerator: 0, denominator: 0, proven: 0 };
  for (const { reason, people, proven } of groups) {
    total.denominator += people;
    total.proven += proven;
    if (isControlled(reason)) total.numerator += people;
  }
  return total;
}

function countReasons(groups: readonly Group[]): Record<ControlReason, number> {
  const counts = Object.fromEntries(CONTROL_REASONS.map(({ code }) => [code, 0])) as Record<
    ControlReason,
    number
  >;
  for (const { reason, people } of groups) counts[reason] += people;
  return counts;
}

function waysBack(groups: readonly Group[]): ControlRate["target"]["waysBack"] {
  const counts = countReasons(groups);
  return Object.entries(WAY_BACK).flatMap(([code, action]) => {
    const reason = code as UncontrolledReason;
    return counts[reason] === 0
      ? []
      : [{ reason, people: counts[reason], way: zhOf(RETURN_ACTIONS, action) }];
  });
}
