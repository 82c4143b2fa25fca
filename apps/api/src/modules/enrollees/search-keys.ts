import { syllablesOf } from "../../core/pinyin.ts";
import type { ValueCipher } from "../../core/cipher.ts";

/**
 * `name`: a run of its characters · `pinyin`, `initials`: of the whole name · `given_…`: from the second
 * syllable on · `id`, `id4`: keyed hashes of the ID number and its last four · `order`: order numbers.
 * Former names have keys of the same kinds: a person has one of each pinyin kind per name.
 */
export type SearchKeyKind =
  | "name"
  | "pinyin"
  | "given_pinyin"
  | "initials"
  | "given_initials"
  | "id"
  | "id4"
  | "order";

export interface SearchKey {
  readonly kind: SearchKeyKind;
  readonly key: string;
}

interface Findable {
  readonly name: string;
  /** Names that the person had before, or is also known by. */
  readonly formerNames?: readonly string[];
  readonly idNumber: string | null;
  readonly orderNumbers: readonly string[];
}

const longestRun = 6;

/** Everything a person can be found by. */
export function searchKeysOf(person: Findable, cipher: ValueCipher): SearchKey[] {
  const keys: SearchKey[] = [
    ...[person.name, ...(person.formerNames ?? [])].flatMap(nameKeysOf),
    ...person.orderNumbers.flatMap(orderKeysOf).map((key) => ({ kind: "order" as const, key })),
  ];
  if (person.idNumber !== null) {
    keys.push({ kind: "id", key: idKey(person.idNumber, cipher) });
    keys.push({ kind: "id4", key: lastFourKey(person.idNumber.slice(-4), cipher) });
  }
  const unique = new Map(keys.filter(({ key }) => key !== "").map((key) => [`${key.kind} ${key.key}`, key]));
  return [...unique.values()];
}

function nameKeysOf(name: string): SearchKey[] {
  const syllables = syllablesOf(name);
  const given = syllables.slice(1);
  return [
    ...runsOf([...name]).map((key) => ({ kind: "name" as const, key })),
    { kind: "pinyin", key: syllables.join("") },
    { kind: "initials", key: initialsOf(syllables) },
    { kind: "given_pinyin", key: given.join("") },
    { kind: "given_initials", key: initialsOf(given) },
  ];
}

export const idKey = (idNumber: string, cipher: ValueCipher): string =>
  cipher.hash(`id:${idNumber}`).toString("hex");
export const lastFourKey = (lastFour: string, cipher: ValueCipher): string =>
  cipher.hash(`id4:${lastFour}`).toString("hex");

/** `湘公（禁）社戒决字〔2021〕223号` is found whole, by `2021223`, by `2021` and `223` together, and by `223`. */
export function orderKeysOf(orderNumber: string): string[] {
  const digits = orderNumber.match(/\d+/gu) ?? [];
  const last = digits.at(-1);
  return [normalizeOrderNumber(orderNumber), digits.join(""), ...(last === undefined ? [] : [last])];
}

/** Order numbers are compared without brackets, spaces and the closing 号. */
export function normalizeOrderNumber(orderNumber: string): string {
  return orderNumber
    .normalize("NFKC")
    .replaceAll(/[\s()[\]〔〕【】{}号]/gu, "")
    .toLowerCase();
}

function initialsOf(syllables: readonly string[]): string {
  return syllables.map((syllable) => syllable[0]).join("");
}

function runsOf(characters: readonly string[]): string[] {
  return characters.flatMap((_, start) =>
    characters
      .slice(start, start + longestRun)
      .map((_character, length) => characters.slice(start, start + length + 1).join("")),
  );
}
