import { zhOf } from "@rehab/domain/code-list";
import { LINE_DECISIONS } from "@rehab/domain/handoff/reconciliation-codes";
import type { LineDecision } from "@rehab/domain/handoff/reconciliation-codes";
import type { DecisionAction } from "@rehab/schema/imports";
import { eq } from "drizzle-orm";
import type { UseCaseContext } from "../../core/use-case.ts";
import { importRow } from "../../db/schema/import.ts";
import type { RowCorrections } from "../imports/source-row.ts";
import type { OpenLine } from "./compare-list.ts";

export interface RowChoice {
  readonly decision: LineDecision;
  readonly reason: string | null;
  readonly set: RowCorrections | undefined;
  /** Settles the questions that a person may settle. */
  readonly isConfirmed: boolean;
}

/**
 * What a decision about a line means for its row as the import carries it out; null leaves the row to the plan. Of a
 * whole register nothing is carried out but the taking over of somebody unknown.
 */
export function actionOf(line: OpenLine, { decision, set, isConfirmed }: RowChoice): DecisionAction | null {
  switch (decision) {
    case "take_over":
      if (set !== undefined && !isConfirmed) return "correct";
      return line.planned?.verdict === "new" && set === undefined ? null : "accept";
    case "return_to_police":
      return "return_to_police";
    case "ask_police":
    case "leave_out":
      return "reject";
    case "same_order":
      return "same_order";
    case "no_change":
    case "keep_ours":
    case "take_theirs":
      return line.toDecide.kind === "monthly" || line.toDecide.hasDoubts ? "same_order" : null;
  }
}

/** Keeps on the row what was decided about its line. */
export async function decideRow(
  { tx, actor, now, cipher }: UseCaseContext,
  line: OpenLine,
  choice: RowChoice,
): Promise<void> {
  if (line.listed === null) return;
  const action = actionOf(line, choice);
  await tx
    .update(importRow)
    .set(
      action === null
        ? {
            decisionAction: null,
            decisionReason: null,
            decisionCipher: null,
            decidedBy: null,
            decidedAt: null,
          }
        : {
            decisionAction: action,
            decisionReason: choice.reason ?? zhOf(LINE_DECISIONS, choice.decision),
            decisionCipher: choice.set === undefined ? null : cipher.encrypt(JSON.stringify(choice.set)),
            decidedBy: actor.accountId,
            decidedAt: now,
          },
    )
    .where(eq(importRow.id, line.id));
}
