import type { RegisterFilter } from "@rehab/schema/enrollees";
import { and, eq, exists, gte, lt, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { z } from "zod";
import type { QueryContext } from "../../core/use-case.ts";
import { enrollee, enrolleeSearchKey } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import type { SearchTerm } from "./search-terms.ts";

export type Filter = z.output<typeof RegisterFilter> & { readonly q?: string | undefined };

/**
 * The rows that the actor may see and the filter asks for. Row-level security would hide the others as well;
 * naming the county and station here lets the indexes serve the list.
 */
export function registerConditions(
  context: Pick<QueryContext, "actor" | "county" | "tx">,
  filter: Filter,
): SQL | undefined {
  const { actor, county } = context;
  return and(
    eq(registerEntry.countyCode, county.code),
    actor.scope.kind === "station" ? eq(registerEntry.stationId, actor.scope.stationId) : undefined,
    filter.standing === "all" ? undefined : eq(registerEntry.registered, filter.standing === "registered"),
    filter.stationId === undefined ? undefined : eq(registerEntry.stationId, filter.stationId),
    filter.measure === undefined ? undefined : eq(registerEntry.measure, filter.measure),
    filter.state === undefined ? undefined : eq(registerEntry.state, filter.state),
    filter.controlReason === undefined ? undefined : eq(registerEntry.controlReason, filter.controlReason),
    personConditions(context, filter),
  );
}

/** What the filter asks of the person and not of the register's line. */
function personConditions({ tx }: Pick<QueryContext, "tx">, filter: Filter): SQL | undefined {
  const ofPerson = and(
    filter.townshipId === undefined ? undefined : eq(enrollee.townshipId, filter.townshipId),
    filter.caseworkerId === undefined ? undefined : eq(enrollee.caseworkerId, filter.caseworkerId),
    filter.riskLevel === undefined ? undefined : eq(enrollee.riskLevel, filter.riskLevel),
  );
  if (ofPerson === undefined) return undefined;
  return exists(
    tx
      .select({ one: sql`1` })
      .from(enrollee)
      .where(and(eq(enrollee.id, registerEntry.enrolleeId), ofPerson)),
  );
}

/** The search keys of one term. */
export function termConditions(
  { actor, county }: Pick<QueryContext, "actor" | "county">,
  term: SearchTerm,
): SQL | undefined {
  return and(
    actor.scope.kind === "station"
      ? eq(enrolleeSearchKey.stationId, actor.scope.stationId)
      : eq(enrolleeSearchKey.countyCode, county.code),
    eq(enrolleeSearchKey.kind, term.kind),
    term.match === "exact"
      ? eq(enrolleeSearchKey.key, term.key)
      : // up to the first text after everything that starts with the letters
        and(gte(enrolleeSearchKey.key, term.key), lt(enrolleeSearchKey.key, `${term.key}{`)),
  );
}
