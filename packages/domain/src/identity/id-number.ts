import type { PlainDate } from "../time/plain-date.ts";
import { isPlainDate } from "../time/plain-date.ts";

/** A valid 18-character citizen identity number, the check character in upper case. */
export type IdNumber = string & { readonly __idNumber: unique symbol };

/** GB/T 2261.1, the two values that an identity number can carry. */
export type IdSex = "male" | "female";

export const ID_NUMBER_ISSUES = [
  { code: "missing_id", zh: "缺少身份证号" },
  { code: "id_length", zh: "身份证号位数不对，应为18位" },
  { code: "id_characters", zh: "身份证号含有不允许的字符" },
  { code: "id_birth_date", zh: "身份证号中的出生日期不存在" },
  { code: "id_birth_date_future", zh: "身份证号中的出生日期晚于当前日期" },
  { code: "id_checksum", zh: "身份证号校验位不对" },
] as const;

export type IdNumberIssue = (typeof ID_NUMBER_ISSUES)[number]["code"];

export type IdNumberResult =
  | {
      readonly ok: true;
      readonly value: IdNumber;
      /** The paper had the 15-digit form of before 1999; `value` is its 18-digit form. */
      readonly convertedFrom15: boolean;
      readonly birthDate: PlainDate;
      readonly sex: IdSex;
      /** GB/T 2260 code of the district of first registration; it says nothing about where the person lives. */
      readonly regionCode: string;
    }
  | {
      readonly ok: false;
      readonly issue: IdNumberIssue;
      /** What is left after spaces, dashes and full-width characters are put right. */
      readonly normalized: string;
    };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

/** Removes spaces and dashes, makes full-width characters half-width and a small x large. */
export function normalizeIdNumber(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\s\p{Dash_Punctuation}\p{Format}'`]/gu, "")
    .toUpperCase();
}

/** The check character of the first 17 digits (GB 11643). Throws a RangeError on anything else. */
export function idCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError("not 17 digits");
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/**
 * Reads an identity number as a person typed it: 18 characters by GB 11643, or the 15 digits of before 1999.
 * `today` bounds the birth date.
 */
export function readIdNumber(text: string, today: PlainDate): IdNumberResult {
  const normalized = normalizeIdNumber(text);
  if (normalized === "") return { ok: false, issue: "missing_id", normalized };
  if (/[^0-9X]/.test(normalized)) return { ok: false, issue: "id_characters", normalized };
  if (normalized.length !== 15 && normalized.length !== 18) {
    return { ok: false, issue: "id_length", normalized };
  }
  if (!/^(\d{15}|\d{17}[\dX])$/.test(normalized)) return { ok: false, issue: "id_characters", normalized };

  const convertedFrom15 = normalized.length === 15;
  const value = convertedFrom15 ? extendTo18(normalized) : normalized;
  if (value.slice(17) !== idCheckCharacter(value.slice(0, 17))) {
    return { ok: false, issue: "id_checksum", normalized };
  }
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isPlainDate(birthDate)) return { ok: false, issue: "id_birth_date", normalized };
  if (birthDate > today) return { ok: false, issue: "id_birth_date_future", normalized };

  return {
    ok: true,
    value: value as IdNumber,
    convertedFrom15,
    birthDate,
    sex: Number(value[16]) % 2 === 1 ? "male" : "female",
    regionCode: value.slice(0, 6),
  };
}

/** 15-digit numbers were given to people born in the 20th century; later ones have 18 from the start. */
function extendTo18(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return first17 + idCheckCharacter(first17);
}

/** `4306**********1234`: first four and last four characters; a text of eight or fewer is masked whole. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length <= 8) return "*".repeat(idNumber.length);
  return idNumber.slice(0, 4) + "*".repeat(idNumber.length - 8) + idNumber.slice(-4);
}
