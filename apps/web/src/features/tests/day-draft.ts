import type { TestResult } from "@rehab/domain/testing/drug-test";
import type { CallRow } from "@rehab/schema/test-views";

/** What is said about somebody on the list; whoever nothing is said about is negative. */
export type RowResult = Exclude<TestResult, "pending"> | "skip";

export interface RowDraft {
  readonly result?: RowResult;
  readonly reason?: string;
  readonly sex?: "male" | "female" | null;
  /** Somebody who was not due and came all the same. */
  readonly added?: true;
}

/** A test day that is not recorded yet. */
export interface DayDraft {
  readonly sessionId: string;
  readonly rows: Readonly<Record<string, RowDraft>>;
}

/** One letter or digit for each result. */
export const resultKeys: Readonly<Record<string, RowResult>> = {
  n: "negative",
  p: "positive",
  w: "invalid",
  j: "refused",
  d: "absent",
  x: "skip",
  "1": "negative",
  "2": "positive",
  "3": "invalid",
  "4": "refused",
  "5": "absent",
  "0": "skip",
};

export function resultIn(draft: DayDraft, enrolleeId: string): RowResult {
  return draft.rows[enrolleeId]?.result ?? "negative";
}

export function withRow(draft: DayDraft, enrolleeId: string, change: RowDraft): DayDraft {
  return { ...draft, rows: { ...draft.rows, [enrolleeId]: { ...draft.rows[enrolleeId], ...change } } };
}

/** Those on the list of the day: everybody due, and whoever was added. */
export function listedRows(rows: readonly CallRow[], draft: DayDraft): CallRow[] {
  return rows.filter(({ excuse, enrolleeId }) => excuse === null || draft.rows[enrolleeId]?.added === true);
}

export interface DayEntry {
  readonly testId: string;
  readonly enrolleeId: string;
  readonly result: Exclude<RowResult, "skip">;
  readonly sex: "male" | "female" | null;
  readonly reason: string | null;
}

/** What is sent: everybody listed except those left out today. `testIdOf` gives each the same id on every sending. */
export function entriesOf(
  listed: readonly CallRow[],
  draft: DayDraft,
  testIdOf: (enrolleeId: string) => string,
): DayEntry[] {
  return listed.flatMap(({ enrolleeId }): DayEntry[] => {
    const result = resultIn(draft, enrolleeId);
    if (result === "skip") return [];
    const { sex = null, reason = "" } = draft.rows[enrolleeId] ?? {};
    return [
      { testId: testIdOf(enrolleeId), enrolleeId, result, sex, reason: reason.trim() === "" ? null : reason },
    ];
  });
}

/** How many of each result, for the confirmation. */
export function countsOf(listed: readonly CallRow[], draft: DayDraft): Record<RowResult, number> {
  const counts = { negative: 0, positive: 0, invalid: 0, refused: 0, absent: 0, skip: 0 };
  for (const { enrolleeId } of listed) counts[resultIn(draft, enrolleeId)] += 1;
  return counts;
}
