import { normalizePersonName } from "../identity/person-name.ts";
import type { ComparedField } from "./reconciliation-codes.ts";

/**
 * Whether two sides say the same in a field: spaces, full-width letters and brackets make no difference, and of an
 * address the province and prefecture may be left out.
 */
export function sameValue(field: ComparedField, a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  switch (field) {
    case "name":
      return normalizePersonName(a) === normalizePersonName(b);
    case "residence":
    case "township":
    case "policeStation":
      return bare(a).endsWith(bare(b)) || bare(b).endsWith(bare(a));
    default:
      return bare(a) === bare(b);
  }
}

/** A text without what makes no difference. */
export function bare(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\s()[\]〔〕【】]/gu, "")
    .toUpperCase();
}
