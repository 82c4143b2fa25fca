import type { ApprovalKind } from "@rehab/domain/supervision/approval";
import { breachReferral } from "../breaches/referral-approval.ts";
import { endAnnulmentApproval } from "../case-states/end-annulment-approval.ts";
import { releaseApproval, terminationApproval } from "../case-states/end-approval.ts";
import { noShowReferral } from "../no-shows/referral-approval.ts";
import { positiveReport } from "../tests/report-approval.ts";
import type { ApprovalHandler } from "./approval-handler.ts";

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
