import type { DecisionAction, FormKind, RowVerdict } from "@rehab/schema/imports";
import type { SourceFile, SourceRow } from "../source-row.ts";
import type { RowIssueCode } from "./issue-codes.ts";
import type { Write } from "./writes.ts";

/** One thing to say about a row: codes and cell addresses, never a value of a person. */
export interface RowIssue {
  readonly code: RowIssueCode;
  readonly cell: string | null;
  readonly field: string | null;
  readonly text: string;
  /** Whether it keeps the row from being imported until somebody decides. */
  readonly holds: boolean;
  /** What may be done about it, beside leaving the row out. */
  readonly actions: readonly DecisionAction[];
}

/** A row of an earlier import that says exactly the same and was decided, or waits for its decision. */
export interface EarlierRow {
  readonly rowId: string;
  readonly state: "decided" | "held" | "waiting";
  readonly issues: readonly RowIssue[];
}

/** What a row would do, and why. */
export interface PlannedRow {
  readonly source: SourceRow;
  readonly verdict: RowVerdict;
  /** In the user's words. */
  readonly effect: string;
  readonly issues: readonly RowIssue[];
  /** Ids of people to put beside the row. */
  readonly candidates: readonly string[];
  readonly enrolleeId: string | null;
  readonly writes: readonly Write[];
  /** The row of an earlier import in whose place this one does nothing. */
  readonly earlier: EarlierRow | null;
  /** A row that waits in an earlier import and needs no decision any more once this one is carried out. */
  readonly closes: string | null;
}

/** What a file records as a whole: a weekly check, a budget. */
export interface PlannedFile {
  readonly file: SourceFile;
  readonly writes: readonly Write[];
  readonly notes: readonly string[];
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  readonly files: readonly PlannedFile[];
}

/** What a person may do with a held row; nothing for a row that needs no decision. */
export function allowedActionsOf(row: {
  readonly kind: FormKind;
  readonly verdict: RowVerdict;
  readonly issues: readonly Pick<RowIssue, "holds" | "actions">[];
}): DecisionAction[] {
  if (row.verdict !== "held") return [];
  const holding = row.issues.filter(({ holds }) => holds);
  const every = (action: DecisionAction) => holding.every(({ actions }) => actions.includes(action));
  const some = (action: DecisionAction) => holding.some(({ actions }) => actions.includes(action));
  return [
    ...(every("accept") ? (["accept"] as const) : []),
    ...(some("correct") ? (["correct"] as const) : []),
    ...(some("same_order") ? (["same_order"] as const) : []),
    ...(row.kind === "handoff_list" ? (["return_to_police"] as const) : []),
    "reject",
  ];
}
