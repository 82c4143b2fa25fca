import { COMPARED_FIELDS } from "@rehab/domain/handoff/reconciliation-codes";
import type { ComparedField, LineDecision, LineFinding } from "@rehab/domain/handoff/reconciliation-codes";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { LineView } from "@rehab/schema/reconciliations";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../lib/code-label.ts";
import type { Tone } from "../../ui/status-tag.tsx";

/** One letter for each decision. */
export const decisionKeys: Record<LineDecision, string> = {
  take_over: "a",
  no_change: "n",
  take_theirs: "t",
  keep_ours: "o",
  ask_police: "p",
  return_to_police: "b",
  same_order: "s",
  leave_out: "x",
};

export const findingTones: Record<LineFinding, Tone> = {
  same: "done",
  new_there: "running",
  missing_there: "overdue",
  differs: "dueSoon",
  ended_there: "dueSoon",
  ended_here: "dueSoon",
  doubtful: "overdue",
};

/** The words for a field's value. */
export function useFieldText(): (field: ComparedField, value: string | null | undefined) => string {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (field, value) => {
    if (value === null || value === undefined || value === "") return "—";
    if (field === "measure") return labelOf(MEASURES, value);
    if (field === "sex") return t(value === "male" ? "common.male" : "common.female");
    return value;
  };
}

/** The fields that a line has something to say about, in the order of the paper. */
export function fieldsOf({ theirs, ours }: LineView): ComparedField[] {
  return COMPARED_FIELDS.map(({ code }) => code).filter((field) => {
    const values = [theirs?.[field], ours?.side[field]];
    return values.some((value) => value !== null && value !== undefined && value !== "");
  });
}
