import type { Measure } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { station, township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import type { CaseRow } from "../enrollees/case-facts.ts";

/** What every paper says about a person and the order of a case, with the whole name and numbers. */
export interface PaperPerson {
  readonly name: string;
  readonly sex: "male" | "female" | null;
  readonly birthDate: PlainDate | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly residence: string | null;
  readonly measure: Measure;
  readonly orderNumber: string | null;
  readonly orderOrgan: string | null;
  readonly receivedOn: PlainDate | null;
  readonly countyName: string;
  /** Who carries the measure out by law; null where the township is unknown. */
  readonly townshipName: string | null;
  readonly stationName: string;
}

/** The person of a paper. Throws `not_found`. */
export async function loadPaperPerson(
  { tx, cipher, county }: UseCaseContext,
  { enrolleeId, measure, orderNumber, orderOrgan, receivedOn }: CaseRow,
): Promise<PaperPerson> {
  const [row] = await tx
    .select({
      name: enrollee.name,
      sex: enrollee.sex,
      birthDate: enrollee.birthDate,
      idNumberCipher: enrollee.idNumberCipher,
      phoneCipher: enrollee.phoneCipher,
      residence: enrollee.residence,
      townshipName: township.name,
      stationName: station.name,
    })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .where(eq(enrollee.id, enrolleeId));
  if (row === undefined) throw new ProblemError("not_found");
  const { idNumberCipher, phoneCipher, ...shown } = row;
  const whole = (stored: Buffer | null) => (stored === null ? null : cipher.decrypt(stored));
  return {
    ...shown,
    sex: row.sex as PaperPerson["sex"],
    idNumber: whole(idNumberCipher),
    phone: whole(phoneCipher),
    measure: measure as Measure,
    orderNumber,
    orderOrgan,
    receivedOn,
    countyName: county.name,
  };
}
