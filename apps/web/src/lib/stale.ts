/** A form whose record somebody else saved in the meantime: both sides, none of them lost. */
export interface Stale<Values extends object> {
  /** What was typed. */
  readonly mine: Partial<Values>;
  /** What is saved now, as far as the form asks for it. */
  readonly saved: Partial<Values>;
  /** Fields in which the two differ, in the form's order. */
  readonly differing: readonly (keyof Values & string)[];
  /** Those of them that only the other person changed: the form has taken the saved value over. */
  readonly adopted: readonly (keyof Values & string)[];
  /** Who saved that, and when, in a sentence; undefined where nobody knows. */
  readonly savedBy: string | undefined;
}

interface Sides<Values extends object> {
  readonly mine: Partial<Values>;
  readonly saved: Partial<Values>;
  readonly touched: (name: keyof Values & string) => boolean;
  /**
   * Whether the form changes what is saved. One that records a step (a receipt, a result) shows what the other person
   * recorded, and takes nothing over by itself.
   */
  readonly merges: boolean;
  readonly savedBy?: string | undefined;
}

/** Compares what was typed with what is saved now. */
export function staleOf<Values extends object>({
  mine,
  saved,
  touched,
  merges,
  savedBy,
}: Sides<Values>): Stale<Values> {
  const names = Object.keys(saved) as (keyof Values & string)[];
  const differing = names.filter(
    (name) => !isSame(mine[name], saved[name]) && (merges || !isBlank(saved[name])),
  );
  const adopted = merges ? differing.filter((name) => !touched(name)) : [];
  return { mine, saved, differing, adopted, savedBy };
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Nothing typed is nothing saved; the order of what was ticked says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each) => other.includes(each));
  }
  return one === other;
}
