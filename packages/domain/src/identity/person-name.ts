const MIDDLE_DOTS = /[·•∙⋅・‧･．●⸱]/gu;
const BESIDE_HAN_OR_DOT = /(?<=[\p{Script=Han}·])\s+|\s+(?=[\p{Script=Han}·])/gu;

/**
 * A name in the form by which names are compared and stored: no spaces inside a Chinese name
 * (张 三 → 张三), single spaces in a Latin one, one kind of middle dot, half-width letters.
 */
export function normalizePersonName(text: string): string {
  return text
    .replaceAll(MIDDLE_DOTS, "·")
    .normalize("NFKC")
    .replaceAll(/\p{Format}/gu, "")
    .trim()
    .replaceAll(BESIDE_HAN_OR_DOT, "")
    .replaceAll(/\s+/gu, " ");
}

/** `张*`, `张**`: the first character, then one star for each further one. */
export function maskPersonName(name: string): string {
  const [first, ...rest] = name;
  return (first ?? "") + "*".repeat(rest.length);
}
