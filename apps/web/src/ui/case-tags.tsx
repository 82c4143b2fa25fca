import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import { CASE_STATES } from "@rehab/domain/supervision/case-state";
import { RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../lib/code-label.ts";
import { StatusTag } from "./status-tag.tsx";
import type { Tone } from "./status-tag.tsx";

const stateTones: Record<string, Tone> = {
  pending_report: "dueSoon",
  overdue_report: "overdue",
  no_show_referred: "overdue",
  reported: "dueSoon",
  active: "running",
  missing: "overdue",
  breach_referred: "overdue",
  transfer_out: "dueSoon",
  expired: "dueSoon",
  released: "done",
};

export function CaseStateTag({ state }: { readonly state: string }) {
  const labelOf = useCodeLabel();
  return <StatusTag tone={stateTones[state] ?? "idle"}>{labelOf(CASE_STATES, state)}</StatusTag>;
}

const riskTones: Record<string, Tone> = { high: "overdue", medium: "dueSoon", low: "idle" };

export function RiskTag({ level }: { readonly level: string }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const label = t("common.riskOf", { level: labelOf(RISK_LEVELS, level) });
  return <StatusTag tone={riskTones[level] ?? "idle"}>{label}</StatusTag>;
}

interface ControlTagProps {
  readonly reason: string;
  readonly controlled: boolean;
  /** The state that stands beside it; a reason that only repeats it is left out. */
  readonly beside?: string;
}

/** Why a person counts as controlled or not. */
export function ControlTag({ reason, controlled, beside }: ControlTagProps) {
  const labelOf = useCodeLabel();
  const label = labelOf(CONTROL_REASONS, reason);
  if (beside !== undefined && labelOf(CASE_STATES, beside) === label) return null;
  return <StatusTag tone={controlled ? "done" : "overdue"}>{label}</StatusTag>;
}
