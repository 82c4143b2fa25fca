import type { LineDecision, LineFinding, ReconciliationKind } from "./reconciliation-codes.ts";
import { LINE_FINDINGS } from "./reconciliation-codes.ts";

/** A line as far as its decision depends on it. */
export interface LineToDecide {
  readonly finding: LineFinding;
  readonly kind: ReconciliationKind;
  readonly isListed: boolean;
  /** Both sides stand in the line. */
  readonly isPaired: boolean;
  /** Something about the row must be settled before it could be taken over: a wrong number, a late hand-off. */
  readonly hasDoubts: boolean;
}

/** What can be decided about a line, the likeliest first. */
export function decisionsFor({ finding, isListed, isPaired, hasDoubts }: LineToDecide): LineDecision[] {
  switch (finding) {
    case "same":
      return hasDoubts ? ["same_order", "ask_police", "leave_out"] : ["no_change", "ask_police"];
    case "new_there":
      return ["take_over", "return_to_police", "ask_police", "leave_out"];
    case "differs":
      return hasDoubts
        ? ["same_order", "take_theirs", "keep_ours", "ask_police"]
        : ["take_theirs", "keep_ours", "ask_police"];
    case "missing_there":
    case "ended_here":
      return ["keep_ours", "ask_police"];
    case "ended_there":
      // Our measure ends by its own papers, never by a word on a list (戒毒条例 第二十三条).
      return isPaired ? ["keep_ours", "ask_police"] : ["no_change", "ask_police"];
    case "doubtful":
      return isListed && !isPaired
        ? ["take_over", "same_order", "return_to_police", "ask_police", "leave_out"]
        : ["take_theirs", "keep_ours", "same_order", "ask_police"];
  }
}

/**
 * Whether a decision goes without saying why: both sides agree, or somebody new is taken over from a weekly list
 * and nothing speaks against it. In the comparison of whole registers somebody new is 漏管 and needs a word.
 */
export function isPlain(line: LineToDecide, decision: LineDecision): boolean {
  if (line.hasDoubts) return false;
  if (line.finding === "same") return decision === "no_change";
  return line.finding === "new_there" && line.kind === "weekly" && decision === "take_over";
}

/** The decision of a line that goes without saying why; undefined where somebody must think. */
export function plainDecision(line: LineToDecide): LineDecision | undefined {
  return decisionsFor(line).find((decision) => isPlain(line, decision));
}

export interface LineTotals {
  readonly lines: number;
  readonly listed: number;
  /** Lines in which a case of ours stands. */
  readonly ours: number;
  readonly decided: number;
  readonly byFinding: Readonly<Record<LineFinding, number>>;
}

/** The sums over the lines of a comparison: the findings add up to the lines. */
export function totalsOf(
  lines: readonly {
    readonly finding: LineFinding;
    readonly isListed: boolean;
    readonly isOurs: boolean;
    readonly isDecided: boolean;
  }[],
): LineTotals {
  const byFinding = Object.fromEntries(LINE_FINDINGS.map(({ code }) => [code, 0])) as Record<
    LineFinding,
    number
  >;
  for (const { finding } of lines) byFinding[finding] += 1;
  return {
    lines: lines.length,
    listed: lines.filter(({ isListed }) => isListed).length,
    ours: lines.filter(({ isOurs }) => isOurs).length,
    decided: lines.filter(({ isDecided }) => isDecided).length,
    byFinding,
  };
}
