import { zhOf } from "@rehab/domain/code-list";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { ControlReason, UncontrolledReason } from "@rehab/domain/indicators/control-reason";
import { RETURN_ACTIONS, WAY_BACK } from "@rehab/domain/indicators/gap";
import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import type { indicatorsEndpoints } from "@rehab/schema/indicators";
import { and, asc, eq, not, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { maskStoredIdNumber } from "../../core/mask.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { caseSpan, registerEntry } from "../../db/schema/projection.ts";
import { openCursor, sealCursor } from "../enrollees/sealed-cursor.ts";
import { isProven, onRegister, spanValues } from "./control-spans.ts";

type Input = QueryOf<typeof indicatorsEndpoints.controlRatePeople>;
type Page = ResponseOf<typeof indicatorsEndpoints.controlRatePeople>;

/** Exactly the people behind one number of the control rate, in the order of their names. */
export const listControlRatePeople = query<Input, Page>(async (context, input) => {
  const { tx, cipher } = context;
  const asOf = input.asOf ?? context.today;
  const proven = isProven(asOf, input.evidenceDays);
  const conditions = and(
    onRegister(spanValues(context, asOf)),
    inGroup(input.group, proven),
    input.reason === undefined ? undefined : eq(caseSpan.controlReason, input.reason),
    input.stationId === undefined ? undefined : eq(caseSpan.stationId, input.stationId),
    input.measure === undefined ? undefined : eq(caseSpan.measure, input.measure),
  );
  const [total] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(caseSpan)
    .where(conditions);
  const lines = await tx
    .select({
      id: enrollee.id,
      caseId: caseSpan.caseId,
      name: enrollee.name,
      nameSort: enrollee.nameSort,
      idNumberCipher: enrollee.idNumberCipher,
      measure: caseSpan.measure,
      stationName: station.name,
      townshipName: township.name,
      caseworkerName: staffMember.name,
      reason: sql<ControlReason>`${caseSpan.controlReason}`,
      controlled: sql<boolean>`${caseSpan.controlled}`,
      proven,
      lastInPersonOn: registerEntry.lastInPersonOn,
      since: caseSpan.fromOn,
    })
    .from(caseSpan)
    .innerJoin(enrollee, eq(enrollee.id, caseSpan.enrolleeId))
    .innerJoin(station, eq(station.id, caseSpan.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .leftJoin(staffMember, eq(staffMember.id, enrollee.caseworkerId))
    .leftJoin(registerEntry, eq(registerEntry.enrolleeId, enrollee.id))
    .where(and(conditions, afterCursor(context, input.cursor)))
    .orderBy(asc(enrollee.nameSort), asc(caseSpan.caseId))
    .limit(input.limit + 1);

  const page = lines.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ name, nameSort: _nameSort, idNumberCipher, measure, ...rest }) => ({
      ...rest,
      measure: measure as Page["rows"][number]["measure"],
      maskedName: maskPersonName(name),
      maskedIdNumber: idNumberCipher === null ? null : maskStoredIdNumber(idNumberCipher, cipher),
      wayBack: rest.controlled ? null : zhOf(RETURN_ACTIONS, WAY_BACK[rest.reason as UncontrolledReason]),
    })),
    nextCursor:
      lines.length > input.limit && last !== undefined
        ? sealCursor([last.nameSort, last.caseId], cipher)
        : null,
    total: { count: total?.count ?? 0, exact: true },
  };
});

function inGroup(group: Input["group"], proven: SQL): SQL | undefined {
  switch (group) {
    case "registered":
      return undefined;
    case "controlled":
      return eq(caseSpan.controlled, true);
    case "not_controlled":
      return eq(caseSpan.controlled, false);
    case "proven":
      return proven;
    case "not_proven":
      return and(eq(caseSpan.controlled, true), not(proven));
  }
}

function afterCursor({ cipher }: QueryContext, cursor: string | undefined): SQL | undefined {
  const values = openCursor(cursor, 2, cipher);
  if (values === undefined) return undefined;
  return sql`(${enrollee.nameSort}, ${caseSpan.caseId}) > (${values[0]}, ${values[1]})`;
}
