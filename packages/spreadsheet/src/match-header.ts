import type { Column, Form } from "./forms/form.ts";
import { FORM_KINDS, FORMS, type FormKind } from "./forms/forms.ts";

/** The readings of one header cell: its text, or for a header of two rows the lower, both and the upper text. */
export type HeaderReadings = readonly string[];

export interface MatchedColumn {
  readonly column: Column;
  readonly columnIndex: number;
  /** False when the header only contains a known word, such as `检测结果（阴/阳）及处理`. */
  readonly isExact: boolean;
}

const OTHER_PERSON_OR_TIME = /家属|亲属|监护|担保|紧急|民警|联系人|父|母|配偶|单位|应|下次|上次|计划|预计|未/;

const SPELLINGS = new Map<FormKind, ReadonlyMap<string, readonly Column[]>>(
  FORM_KINDS.map((kind) => [kind, spellingsOf(FORMS[kind])]),
);

/** Letters and digits only, half width, upper case: `身份证号（18位）` → `身份证号18位`. */
export function normalizeHeader(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase();
}

/** The columns of a form that the headers name, each used once, known headers before similar ones. */
export function matchColumns(kind: FormKind, headers: readonly HeaderReadings[]): MatchedColumn[] {
  const matched = new Map<number, MatchedColumn>();
  const taken = new Set<string>();
  const take = (column: Column | undefined, columnIndex: number, isExact: boolean): void => {
    if (column === undefined || matched.has(columnIndex)) return;
    taken.add(column.field);
    matched.set(columnIndex, { column, columnIndex, isExact });
  };
  headers.forEach((readings, index) => take(findExact(kind, readings, taken), index, true));
  headers.forEach((readings, index) => {
    if (!matched.has(index)) take(findSimilar(kind, readings, taken), index, false);
  });
  return [...matched.values()].sort((a, b) => a.columnIndex - b.columnIndex);
}

/** How many kinds of paper know this header: the fewer, the more it tells. */
export function countKindsKnowing(readings: HeaderReadings): number {
  return FORM_KINDS.filter((kind) => findExact(kind, readings, new Set()) !== undefined).length;
}

function findExact(kind: FormKind, readings: HeaderReadings, taken: ReadonlySet<string>): Column | undefined {
  for (const spelling of readings.flatMap(spellingsToTry)) {
    const column = SPELLINGS.get(kind)
      ?.get(spelling)
      ?.find((candidate) => !taken.has(candidate.field));
    if (column) return column;
  }
  return undefined;
}

function findSimilar(
  kind: FormKind,
  readings: HeaderReadings,
  taken: ReadonlySet<string>,
): Column | undefined {
  let best: { column: Column; length: number } | undefined;
  for (const header of readings.flatMap(spellingsToTry)) {
    for (const [spelling, columns] of SPELLINGS.get(kind) ?? []) {
      const column = columns.find((candidate) => !taken.has(candidate.field));
      if (column === undefined || !isSimilar(header, spelling)) continue;
      if (best === undefined || spelling.length > best.length) best = { column, length: spelling.length };
    }
  }
  return best?.column;
}

function isSimilar(header: string, spelling: string): boolean {
  if (spelling.length < 2 || spelling.length * 2 < header.length || !header.includes(spelling)) return false;
  return !OTHER_PERSON_OR_TIME.test(header.replace(spelling, ""));
}

function spellingsToTry(header: string): string[] {
  const withoutBrackets = header.normalize("NFKC").replaceAll(/[([【〔{].*?[)\]】〕}]/g, "");
  return [normalizeHeader(header), normalizeHeader(withoutBrackets)].filter((spelling) => spelling !== "");
}

function spellingsOf(form: Form): Map<string, Column[]> {
  const spellings = new Map<string, Column[]>();
  for (const column of form.columns) {
    for (const text of new Set([column.label, ...column.synonyms].flatMap(spellingsToTry))) {
      spellings.set(text, [...(spellings.get(text) ?? []), column]);
    }
  }
  return spellings;
}
