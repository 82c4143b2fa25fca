import { codesOf } from "@rehab/domain/code-list";
import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import { CASE_STATES } from "@rehab/domain/supervision/case-state";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { z } from "zod";

export const Measure = z.enum(codesOf(MEASURES));
export type Measure = z.infer<typeof Measure>;

export const CaseState = z.enum(codesOf(CASE_STATES));
export type CaseState = z.infer<typeof CaseState>;

export const RiskLevel = z.enum(codesOf(RISK_LEVELS));
export type RiskLevel = z.infer<typeof RiskLevel>;

/** Why a registered person counts as controlled or not; one per person. */
export const ControlReason = z.enum(codesOf(CONTROL_REASONS));
export type ControlReason = z.infer<typeof ControlReason>;
