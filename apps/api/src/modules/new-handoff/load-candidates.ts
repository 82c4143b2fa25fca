import type { KnownPerson, SoughtPerson } from "@rehab/domain/identity/person-match";
import type { Law } from "@rehab/domain/law/law";
import { standingOn } from "@rehab/domain/supervision/case-history";
import { stateOn } from "@rehab/domain/supervision/case-state";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { PersonCandidate } from "@rehab/schema/new-handoff";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { syllablesOf } from "../../core/pinyin.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { station, township } from "../../db/schema/county.ts";
import { enrollee, enrolleeSearchKey } from "../../db/schema/enrollee.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import { loadFormerNames } from "../enrollees/former-names.ts";

/** Somebody who may be the person sought, as the comparison needs them. */
export interface CandidateRow {
  readonly id: string;
  readonly known: KnownPerson;
  readonly idNumberCipher: Buffer | null;
  readonly sex: string | null;
  readonly stationId: string;
  readonly stationName: string;
  readonly townshipName: string | null;
}

const mostCompared = 500;

/** Everybody of whom number, name, sound of a name, former name or birth date may be those of the person sought. */
export async function loadCandidates(
  { tx, county }: Pick<UseCaseContext, "tx" | "county">,
  sought: SoughtPerson,
): Promise<CandidateRow[]> {
  const conditions = conditionsOf(tx, county.code, sought);
  if (conditions.length === 0) return [];
  const rows = await tx
    .select({
      id: enrollee.id,
      name: enrollee.name,
      birthDate: enrollee.birthDate,
      townshipId: enrollee.townshipId,
      idNumberHash: enrollee.idNumberHash,
      idNumberCipher: enrollee.idNumberCipher,
      sex: enrollee.sex,
      stationId: enrollee.stationId,
      stationName: station.name,
      townshipName: township.name,
    })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .where(and(eq(enrollee.countyCode, county.code), isNull(enrollee.annulledAt), or(...conditions)))
    .orderBy(enrollee.id)
    .limit(mostCompared);
  const formerNames = await loadFormerNames(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name, birthDate, townshipId, idNumberHash, ...shown }) => ({
    id,
    ...shown,
    known: {
      name,
      nameSound: soundOf(name),
      formerNames: (formerNames.get(id) ?? []).map((former) => ({ name: former, sound: soundOf(former) })),
      idKey: idNumberHash?.toString("hex") ?? null,
      birthDate,
      townshipId,
    },
  }));
}

const soundOf = (name: string): string => syllablesOf(name).join("");

function conditionsOf(tx: ReadTx, countyCode: string, sought: SoughtPerson): SQL[] {
  const { nameSound, idKey, birthDate } = sought;
  const conditions: SQL[] = [];
  if (idKey !== undefined) conditions.push(eq(enrollee.idNumberHash, Buffer.from(idKey, "hex")));
  if (birthDate !== undefined) conditions.push(eq(enrollee.birthDate, birthDate));
  if (nameSound !== undefined && nameSound !== "") {
    // A name that is the same sounds the same, and former names have keys of the same kind.
    const sounding = tx
      .select({ id: enrolleeSearchKey.enrolleeId })
      .from(enrolleeSearchKey)
      .where(
        and(
          eq(enrolleeSearchKey.countyCode, countyCode),
          eq(enrolleeSearchKey.kind, "pinyin"),
          eq(enrolleeSearchKey.key, nameSound),
        ),
      );
    conditions.push(sql`${enrollee.id} in (${sounding})`);
  }
  return conditions;
}

/** The cases of some people as they stand, the latest first. */
export async function casesOfCandidates(
  tx: ReadTx,
  enrolleeIds: readonly string[],
  { today, law }: { readonly today: PlainDate; readonly law: Law },
): Promise<Map<string, PersonCandidate["cases"]>> {
  const cases = await loadCaseFacts(tx, enrolleeIds);
  const byPerson = Map.groupBy(cases.toReversed(), ({ enrolleeId }) => enrolleeId);
  return new Map(
    [...byPerson].map(([id, ofPerson]) => [
      id,
      ofPerson.map(({ record, history }) => ({
        sequence: record.sequence,
        measure: history.measure,
        state: stateOn(history, today, law)?.state ?? "ordered",
        receivedOn: record.receivedOn,
        endedOn: standingOn(history, today).ended?.on ?? null,
      })),
    ]),
  );
}
