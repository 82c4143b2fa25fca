import type { Choice, CHOICES } from "./choices.ts";

/**
 * An order number in the form by which orders are compared: no spaces, full-width brackets, the year in 〔〕,
 * `湘公(禁)社戒决字[2021]第223号` → `湘公（禁）社戒决字〔2021〕223号`.
 */
export function normalizeOrderNumber(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replaceAll(/[([【〔〖{](\d{4})[)\]】〕〗}]年?第?/g, "〔$1〕")
    .replaceAll("(", "（")
    .replaceAll(")", "）");
}

/** The measure that an order number names: 社戒决字 or 社康决字. */
export function findMeasureOfOrder(orderNumber: string): Choice<typeof CHOICES.measure> | undefined {
  const isDetox = /社区?戒/.test(orderNumber);
  const isRehab = /社区?康/.test(orderNumber);
  if (isDetox === isRehab) return undefined;
  return isDetox ? "community_detox" : "community_rehab";
}
