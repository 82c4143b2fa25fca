import type { ValueCipher } from "../../../core/cipher.ts";
import type { enrollee } from "../../../db/schema/enrollee.ts";
import { idKey, lastFourKey } from "../../enrollees/search-keys.ts";
import type { PersonFields } from "../plan/world-person.ts";

type PersonColumns = Partial<Omit<typeof enrollee.$inferInsert, "id" | "countyCode" | "name" | "nameSort">>;

/** The columns that some fields of a person fill; number and phone are stored encrypted and hashed. */
export function personColumns(fields: Partial<PersonFields>, cipher: ValueCipher): PersonColumns {
  const { idNumber, phone, ...plain } = fields;
  return { ...plain, ...idColumns(idNumber, cipher), ...phoneColumns(phone, cipher) };
}

function idColumns(idNumber: string | null | undefined, cipher: ValueCipher): PersonColumns {
  if (idNumber === undefined || idNumber === null) return {};
  return {
    idNumberCipher: cipher.encrypt(idNumber),
    idNumberHash: Buffer.from(idKey(idNumber, cipher), "hex"),
    idLastFourHash: Buffer.from(lastFourKey(idNumber.slice(-4), cipher), "hex"),
  };
}

function phoneColumns(phone: string | null | undefined, cipher: ValueCipher): PersonColumns {
  if (phone === undefined || phone === null) return {};
  return { phoneCipher: cipher.encrypt(phone), phoneHash: cipher.hash(`phone:${phone}`) };
}
