/** One entry of a code list: what is stored, and what people read. */
export interface CodeEntry<C extends string = string> {
  readonly code: C;
  readonly zh: string;
}

/** The codes of a list in its order, for a schema or a database check. Throws a RangeError for an empty list. */
export function codesOf<C extends string>(list: readonly CodeEntry<C>[]): [C, ...C[]] {
  const [first, ...rest] = list.map((entry) => entry.code);
  if (first === undefined) throw new RangeError("an empty code list");
  return [first, ...rest];
}

/** The Chinese label of a code. Throws a RangeError for a code that is not in the list. */
export function zhOf<C extends string>(list: readonly CodeEntry<C>[], code: C): string {
  const entry = list.find((each) => each.code === code);
  if (entry === undefined) throw new RangeError(`no such code: ${code}`);
  return entry.zh;
}

/** The code of a Chinese label, as found on paper; undefined when no entry has exactly that label. */
export function findCodeByZh<C extends string>(list: readonly CodeEntry<C>[], zh: string): C | undefined {
  return list.find((entry) => entry.zh === zh)?.code;
}
