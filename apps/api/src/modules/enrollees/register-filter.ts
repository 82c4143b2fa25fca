import type { RegisterFilter } from "@rehab/schema/enrollees";
import { and, eq, exists, gte, isNull, lt, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { z } from "zod";
import type { QueryContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { whenGiven } from "../../db/prepared.ts";
import { staffMember } from "../../db/schema/county.ts";
import { enrollee, enrolleeSearchKey } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import type { SearchTerm } from "./search-terms.ts";

export type Filter = z.output<typeof RegisterFilter> & { readonly q?: string | undefined };

/** Whose keys are searched, and for what: one key, or all from one up to another. */
export interface KeyValues {
  readonly countyCode: string;
  readonly ownStationId: string | undefined;
  readonly keyKind: string | undefined;
  readonly key: string | undefined;
  readonly keyFrom: string | undefined;
  readonly keyBelow: string | undefined;
}

/** What narrows the register: the actor's own part of it, the filter, the search. What is undefined does not. */
export interface RegisterValues extends KeyValues, Omit<Filter, "standing" | "q"> {}

export type Standing = Filter["standing"];

type Whose = Pick<QueryContext, "actor" | "county">;

export function keyValues({ actor, county }: Whose, term: SearchTerm | undefined): KeyValues {
  const isPrefix = term?.match === "prefix";
  return {
    countyCode: county.code,
    ownStationId: actor.scope.kind === "station" ? actor.scope.stationId : undefined,
    keyKind: term?.kind,
    key: isPrefix ? undefined : term?.key,
    keyFrom: isPrefix ? term.key : undefined,
    // the first text after everything that starts with the letters
    keyBelow: isPrefix ? `${term.key}{` : undefined,
  };
}

export function registerValues(whose: Whose, filter: Filter, term: SearchTerm | undefined): RegisterValues {
  const { stationId, measure, state, controlReason, townshipId, caseworkerId, riskLevel } = filter;
  const { caseworkerStationId, withoutCaseworker } = filter;
  return {
    ...keyValues(whose, term),
    stationId,
    measure,
    state,
    controlReason,
    townshipId,
    caseworkerId,
    caseworkerStationId,
    withoutCaseworker,
    riskLevel,
  };
}

/**
 * The rows that the actor may see and the filter asks for. Row-level security would hide the others as well;
 * naming the county and station here lets the indexes serve the list.
 */
export function registerConditions(tx: ReadTx, standing: Standing, values: RegisterValues): SQL | undefined {
  return and(
    eq(registerEntry.countyCode, values.countyCode),
    whenGiven(registerEntry.stationId, values.ownStationId),
    standingCondition(standing),
    whenGiven(registerEntry.stationId, values.stationId),
    whenGiven(registerEntry.measure, values.measure),
    whenGiven(registerEntry.state, values.state),
    whenGiven(registerEntry.controlReason, values.controlReason),
    personConditions(tx, values),
    values.keyKind === undefined ? undefined : isFound(tx, values),
  );
}

/**
 * Who is registered stands in the statement itself: a plan made for either kind of people expects so many fewer than
 * there are that the database prefers to plan anew each time.
 */
function standingCondition(standing: Standing): SQL | undefined {
  if (standing === "all") return undefined;
  return standing === "registered" ? sql`${registerEntry.registered}` : sql`not ${registerEntry.registered}`;
}

/** The search keys of one term. */
export function keyConditions({
  countyCode,
  ownStationId,
  keyKind,
  key,
  keyFrom,
  keyBelow,
}: KeyValues): SQL | undefined {
  return and(
    ownStationId === undefined
      ? eq(enrolleeSearchKey.countyCode, countyCode)
      : eq(enrolleeSearchKey.stationId, ownStationId),
    whenGiven(enrolleeSearchKey.kind, keyKind),
    whenGiven(enrolleeSearchKey.key, key),
    keyFrom === undefined ? undefined : gte(enrolleeSearchKey.key, keyFrom),
    keyBelow === undefined ? undefined : lt(enrolleeSearchKey.key, keyBelow),
  );
}

/** What the filter asks of the person and not of the register's line. */
function personConditions(tx: ReadTx, values: RegisterValues): SQL | undefined {
  const ofPerson = and(
    whenGiven(enrollee.townshipId, values.townshipId),
    whenGiven(enrollee.caseworkerId, values.caseworkerId),
    whenGiven(enrollee.riskLevel, values.riskLevel),
    values.caseworkerStationId === undefined ? undefined : isCarriedAt(tx, values.caseworkerStationId),
    values.withoutCaseworker === undefined ? undefined : isNull(enrollee.caseworkerId),
  );
  if (ofPerson === undefined) return undefined;
  return exists(
    tx
      .select({ one: sql`1` })
      .from(enrollee)
      .where(and(eq(enrollee.id, registerEntry.enrolleeId), ofPerson)),
  );
}

/** Whether somebody who works at the station now is responsible. */
function isCarriedAt(tx: ReadTx, stationId: string): SQL {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(staffMember)
      .where(
        and(
          eq(staffMember.id, enrollee.caseworkerId),
          eq(staffMember.stationId, stationId),
          eq(staffMember.active, true),
        ),
      ),
  );
}

/** Whether a register line is found by the search. */
function isFound(tx: ReadTx, values: KeyValues): SQL {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(enrolleeSearchKey)
      .where(and(eq(enrolleeSearchKey.enrolleeId, registerEntry.enrolleeId), keyConditions(values))),
  );
}
