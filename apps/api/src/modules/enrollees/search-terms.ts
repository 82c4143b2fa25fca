import { normalizeIdNumber } from "@rehab/domain/identity/id-number";
import { normalizePersonName } from "@rehab/domain/identity/person-name";
import type { ValueCipher } from "../../core/cipher.ts";
import { idKey, lastFourKey, normalizeOrderNumber } from "./search-keys.ts";
import type { SearchKey, SearchKeyKind } from "./search-keys.ts";

/** Keys of one kind: exactly `key`, or every key that starts with it. */
export interface SearchTerm extends SearchKey {
  readonly match: "exact" | "prefix";
}

/**
 * What somebody typed, read as a number, an order number, pinyin, initials or a name: the ways to look it up,
 * likeliest first. The first that finds anybody is the one that counts.
 */
export function searchTermsOf(text: string, cipher: ValueCipher): SearchTerm[] {
  const exact = (kind: SearchKeyKind, key: string): SearchTerm => ({ kind, key, match: "exact" });
  const compact = normalizeIdNumber(text);
  if (/^\d{17}[\dX]$|^\d{15}$/u.test(compact)) return [exact("id", idKey(compact, cipher))];
  if (/^\d{3}[\dX]$/u.test(compact))
    return [exact("id4", lastFourKey(compact, cipher)), exact("order", compact)];
  if (/\d/u.test(text)) return [exact("order", normalizeOrderNumber(text))];
  const letters = text
    .toLowerCase()
    .replaceAll(/[\s'’]/gu, "")
    .replaceAll("ü", "v");
  if (/^[a-z]+$/u.test(letters)) {
    const kinds = ["pinyin", "given_pinyin", "initials", "given_initials"] as const;
    return kinds.map((kind) => ({ kind, key: letters, match: "prefix" }));
  }
  return [exact("name", normalizePersonName(text))];
}
