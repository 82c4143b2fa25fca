import { zhOf } from "@rehab/domain/code-list";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { HandoffCreation } from "@rehab/schema/new-handoff";
import { eq, and, isNull } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import { ProblemError } from "../../core/problem-error.ts";
import type { ReadTx } from "../../db/client.ts";
import { station, township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import type { TypedHandoffRow } from "../imports/typed-list.ts";

/**
 * What somebody typed as a row of the police's list. Of a recognised person the name and number on the books stand,
 * so that the row leads to that file. Throws `not_found` for a station, township or person that is not there.
 */
export async function typedRowOf(
  tx: ReadTx,
  typed: HandoffCreation,
  cipher: ValueCipher,
): Promise<TypedHandoffRow> {
  const place = await placeOf(tx, typed);
  const recognised = await recognisedPerson(tx, typed.enrolleeId, cipher);
  const row: { readonly [Field in keyof TypedHandoffRow]: string | null } = {
    name: recognised?.name ?? typed.name,
    idNumber: recognised?.idNumber ?? typed.idNumber,
    sex: typed.sex === null ? null : { male: "男", female: "女" }[typed.sex],
    ethnicity: typed.ethnicity,
    birthDate: typed.birthDate,
    phone: typed.phone,
    registeredAddress: typed.registeredAddress,
    residence: typed.residence,
    township: place.townshipName,
    station: place.stationName,
    measure: zhOf(MEASURES, typed.measure),
    orderNumber: typed.orderNumber,
    policeUnit: typed.orderOrgan,
    decidedOn: typed.orderedOn,
    receivedOn: typed.receivedOn,
    handedOffOn: typed.transfer?.changedOn ?? typed.handedOffOn,
    termYears: String(typed.termMonths / 12),
    drug: typed.drug,
    policeStation: typed.policeStation,
    policeOfficer: typed.policeOfficer,
    alias: recognised !== undefined && recognised.name !== typed.name ? typed.name : null,
  };
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, value ?? undefined]));
}

async function placeOf(
  tx: ReadTx,
  { stationId, townshipId }: HandoffCreation,
): Promise<{ stationName: string; townshipName: string | null }> {
  const [found] = await tx.select({ name: station.name }).from(station).where(eq(station.id, stationId));
  if (found === undefined) throw notThere("/stationId", "没有这个工作站");
  if (townshipId === null) return { stationName: found.name, townshipName: null };
  const [place] = await tx
    .select({ name: township.name })
    .from(township)
    .where(and(eq(township.id, townshipId), eq(township.stationId, stationId)));
  if (place === undefined) throw notThere("/townshipId", "该乡镇不在这个工作站的服务范围内");
  return { stationName: found.name, townshipName: place.name };
}

async function recognisedPerson(
  tx: ReadTx,
  id: string | null,
  cipher: ValueCipher,
): Promise<{ name: string; idNumber: string | null } | undefined> {
  if (id === null) return undefined;
  const [person] = await tx
    .select({ name: enrollee.name, idNumberCipher: enrollee.idNumberCipher })
    .from(enrollee)
    .where(and(eq(enrollee.id, id), isNull(enrollee.annulledAt)));
  if (person === undefined) throw notThere("/enrolleeId", "没有找到这份档案，请重新查找");
  const { name, idNumberCipher } = person;
  return { name, idNumber: idNumberCipher === null ? null : cipher.decrypt(idNumberCipher) };
}

function notThere(pointer: string, detail: string): ProblemError {
  return new ProblemError("not_found", { errors: [{ pointer, detail }] });
}
