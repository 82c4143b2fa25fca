import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import type { RuleId } from "@rehab/domain/law/rule";
import { isOverdue } from "@rehab/domain/supervision/duty";
import type { BodyOf, ResponseOf } from "@rehab/schema/endpoint";
import type { DutyKind, workbenchEndpoints } from "@rehab/schema/workbench";
import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { duty } from "../../db/schema/supervision.ts";
import { nameOf } from "../enrollees/register-row.ts";
import { scopeConditions, scopeValues } from "./queue-conditions.ts";

type Input = BodyOf<typeof workbenchEndpoints.sheet>;
type Sheet = ResponseOf<typeof workbenchEndpoints.sheet>;

/**
 * What is due up to a day, person by person and village by village, with whole names and phones: to be taken along on
 * paper. That it was made, for what and of how many people, is on record.
 */
export const makeSheet = useCase<Input, Sheet>("workbench.sheet", async (context, input) => {
  const { audit } = context;
  const lines = await selectLines(context, input);
  audit({
    action: "workbench.sheet",
    change: {
      until: input.until,
      kinds: input.kinds,
      people: new Set(lines.map((line) => line.enrolleeId)).size,
    },
    reason: input.purpose,
  });
  const people = Map.groupBy(lines, ({ enrolleeId }) => enrolleeId);
  return {
    until: input.until,
    stationName: input.stationId === null ? null : (lines[0]?.stationName ?? null),
    people: [...people.values()].flatMap((ofPerson) => {
      const [first] = ofPerson;
      return first === undefined ? [] : [personOf(context, first, ofPerson)];
    }),
  };
});

function selectLines(context: UseCaseContext, { until, kinds, stationId }: Input) {
  const { tx, today } = context;
  return tx
    .select({
      enrolleeId: enrollee.id,
      name: enrollee.name,
      phoneCipher: enrollee.phoneCipher,
      residence: enrollee.residence,
      village: enrollee.village,
      stationName: sql<string>`${nameOf(station, duty.stationId)}`,
      townshipName: township.name,
      caseworkerName: nameOf(staffMember, enrollee.caseworkerId),
      kind: duty.kind,
      dueOn: duty.dueOn,
      opensOn: duty.opensOn,
      ruleId: duty.ruleId,
    })
    .from(duty)
    .innerJoin(enrollee, eq(enrollee.id, duty.enrolleeId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .where(
      and(
        scopeConditions(scopeValues(context, stationId ?? undefined)),
        inArray(duty.kind, kinds),
        or(isNull(duty.snoozedTo), lt(duty.snoozedTo, today)),
        or(lte(duty.dueOn, until), and(isNull(duty.dueOn), lte(duty.opensOn, until))),
      ),
    )
    .orderBy(
      asc(duty.stationId),
      asc(township.name),
      asc(enrollee.village),
      asc(enrollee.nameSort),
      asc(duty.dueOn),
    );
}

type Line = Awaited<ReturnType<typeof selectLines>>[number];

function personOf({ cipher, today, law }: UseCaseContext, first: Line, lines: readonly Line[]) {
  const { enrolleeId, name, phoneCipher, residence, village, stationName, townshipName, caseworkerName } =
    first;
  return {
    enrolleeId,
    name,
    phone: phoneCipher === null ? null : cipher.decrypt(phoneCipher),
    residence,
    village,
    stationName,
    townshipName,
    caseworkerName,
    duties: lines.map((line) => ({
      kind: line.kind as z.infer<typeof DutyKind>,
      dueOn: line.dueOn,
      overdue: isOverdue({ dueOn: line.dueOn ?? undefined }, today),
      citation: citationOf(ruleOn(line.ruleId as RuleId, line.opensOn, law.rules)),
    })),
  };
}
