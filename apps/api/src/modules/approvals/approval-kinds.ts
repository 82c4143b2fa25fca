import type { ApprovalKind } from "@rehab/domain/supervision/approval";
import type { ApprovalRow } from "@rehab/schema/approvals";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import type { approval } from "../../db/schema/handoff.ts";
import { breachReferral } from "../breaches/referral-approval.ts";
import { endAnnulmentApproval } from "../case-states/end-annulment-approval.ts";
import { releaseApproval, terminationApproval } from "../case-states/end-approval.ts";
import { noShowReferral } from "../no-shows/referral-approval.ts";
import { positiveReport } from "../tests/report-approval.ts";

export type ApprovalRecord = typeof approval.$inferSelect;

/** What the second person sees of a proposal of one kind. */
export interface ApprovalContent extends Pick<
  ApprovalRow,
  "measure" | "facts" | "items" | "sentence" | "citation" | "cautions"
> {
  /** Why it cannot be confirmed today, whoever asks; undefined when it can. */
  readonly obstacle: string | undefined;
}

/** A kind of grave act: how it is shown, and what is done once it is confirmed. */
export interface ApprovalHandler {
  /** The contents of some proposals by their id: a handful of statements, however many. */
  readonly describe: (
    context: QueryContext | UseCaseContext,
    proposals: readonly ApprovalRecord[],
  ) => Promise<Map<string, ApprovalContent>>;
  /** Throws `wrong_state` when the case no longer allows it. */
  readonly carryOut: (context: UseCaseContext, proposal: ApprovalRecord) => Promise<void>;
}

const handlers: Partial<Record<ApprovalKind, ApprovalHandler>> = {
  no_show_referral: noShowReferral,
  breach_referral: breachReferral,
  positive_referral: positiveReport,
  release: releaseApproval,
  termination: terminationApproval,
  end_annulment: endAnnulmentApproval,
};

/** Throws an Error for a kind that nobody can propose yet. */
export function handlerOf(kind: string): ApprovalHandler {
  const handler = handlers[kind as ApprovalKind];
  if (handler === undefined) throw new Error(`no handler for approvals of kind ${kind}`);
  return handler;
}
