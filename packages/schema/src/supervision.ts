import { z } from "zod";

export const Measure = z.enum(["community_detox", "community_rehab"]);
export type Measure = z.infer<typeof Measure>;

export const CaseState = z.enum([
  "pending_report",
  "overdue_report",
  "no_show_referred",
  "reported",
  "active",
  "missing",
  "breach_referred",
  "suspended",
  "transfer_out",
  "transferred",
  "expired",
  "released",
  "terminated",
]);
export type CaseState = z.infer<typeof CaseState>;

export const RiskLevel = z.enum(["high", "medium", "low"]);

/** Why a registered person counts as controlled or not; one per person. */
export const ControlReason = z.enum([
  "under_supervision",
  "in_report_period",
  "on_leave",
  "suspended",
  "not_reported",
  "lost_contact",
  "leave_overdue",
]);
export type ControlReason = z.infer<typeof ControlReason>;
