import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import { PROVEN_WITHOUT_CONTACT } from "@rehab/domain/indicators/evidence";
import { TEST_RESULTS, wasTaken } from "@rehab/domain/testing/drug-test";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { VISIT_METHODS, isInPerson } from "@rehab/domain/visit/visit";
import { and, eq, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import { caseEvent, drugTest, visit } from "../../db/schema/case-facts.ts";
import { caseSpan } from "../../db/schema/projection.ts";

export const controlledReasons = CONTROL_REASONS.filter(({ controlled }) => controlled).map(
  ({ code }) => code,
);

const takenResults = TEST_RESULTS.map(({ code }) => code).filter((result) => wasTaken({ result }));
const inPersonMethods = VISIT_METHODS.map(({ code }) => code).filter((method) =>
  isInPerson({ method, on: "1970-01-01" as PlainDate }),
);

/** Whose spans are looked at, and on which day. */
export interface SpanValues {
  readonly countyCode: string;
  readonly ownStationId: string | undefined;
  readonly asOf: PlainDate;
}

/** The spans of everyone within the actor's scope. */
export function spanValues(
  { actor, county }: Pick<QueryContext, "actor" | "county">,
  asOf: PlainDate,
): SpanValues {
  const ownStationId = actor.scope.kind === "station" ? actor.scope.stationId : undefined;
  return { countyCode: county.code, ownStationId, asOf };
}

/** The spans of everyone on the register as of a day. */
export function onRegister({ countyCode, ownStationId, asOf }: SpanValues): SQL | undefined {
  return and(
    eq(caseSpan.countyCode, countyCode),
    ownStationId === undefined ? undefined : eq(caseSpan.stationId, ownStationId),
    lte(caseSpan.fromOn, asOf),
    or(isNull(caseSpan.untilOn), gt(caseSpan.untilOn, asOf)),
    isNotNull(caseSpan.controlReason),
  );
}

/**
 * Whether a span's person counts as proven (rule I2): the same decision as `provenWithin` of the domain, said
 * in SQL so that a county is counted in one statement. A test compares the two.
 */
export function isProven(asOf: PlainDate, days: number): SQL<boolean> {
  const ownFact = (table: typeof caseEvent | typeof drugTest | typeof visit) =>
    sql`${table.caseId} = ${caseSpan.caseId} and ${table.enrolleeId} = ${caseSpan.enrolleeId}
        and ${table.happenedOn} between ${asOf}::date - ${days}::int and ${asOf} and ${table.annulledAt} is null`;
  return sql<boolean>`(${caseSpan.controlled} and (
    ${caseSpan.controlReason} in ${[...PROVEN_WITHOUT_CONTACT.keys()]}
    or exists (select from ${drugTest} where ${ownFact(drugTest)} and ${drugTest.result} in ${takenResults})
    or exists (select from ${visit} where ${ownFact(visit)} and ${visit.method} in ${inPersonMethods})
    or exists (select from ${caseEvent} where ${ownFact(caseEvent)} and ${caseEvent.kind} = 'reported')
  ))`;
}
