import { idCheckCharacter } from "@rehab/domain/identity/id-number";
import type { IdNumber, IdSex } from "@rehab/domain/identity/id-number";
import { addDays, daysBetween, plainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";

/** No region of GB/T 2260 begins with 99, so a number with this one is nobody's. */
const nowhere = "999906";
const firstBirthDate = plainDate("1956-01-01");
const birthDays = daysBetween(firstBirthDate, plainDate("2003-12-31")) + 1;
/** Shares no factor with the number of days, so that neighbours in a list are born far apart. */
const step = 7919;
const serialsPerDay = 499;

export interface InventedIdentity {
  readonly idNumber: IdNumber;
  readonly birthDate: PlainDate;
  readonly sex: IdSex;
}

/**
 * An identity number with a right check character that belongs to nobody, another one for each `index`.
 * Throws a RangeError beyond some 8.7 million.
 */
export function inventedIdentity(index: number, sex: IdSex): InventedIdentity {
  const round = Math.floor(index / birthDays);
  if (index < 0 || round >= serialsPerDay) throw new RangeError("no such invented person");
  const birthDate = addDays(firstBirthDate, (index * step) % birthDays);
  const serial = String(round * 2 + (sex === "male" ? 1 : 2)).padStart(3, "0");
  const first17 = `${nowhere}${birthDate.replaceAll("-", "")}${serial}`;
  return { idNumber: (first17 + idCheckCharacter(first17)) as IdNumber, birthDate, sex };
}

/** A number in the form of a mobile phone, another one for each `index`. Throws a RangeError beyond eight digits. */
export function inventedPhone(index: number): string {
  if (index < 0 || index > 99_999_999) throw new RangeError("no such invented person");
  return `190${String(index).padStart(8, "0")}`;
}
