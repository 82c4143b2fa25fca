import { INTAKE_RUNGS } from "@rehab/domain/handoff/intake-ladder";
import { DUTY_KINDS } from "@rehab/domain/supervision/duty";
import type { DutyRow } from "@rehab/schema/workbench";
import { useCodeLabel } from "../../lib/code-label.ts";
import { paths } from "../../lib/paths.ts";

/** What is to be done, in words: 衔接报到手续：协议. */
export function useDutyText(): (row: Pick<DutyRow, "kind" | "subject">) => string {
  const labelOf = useCodeLabel();
  return ({ kind, subject }) => {
    const word = labelOf(DUTY_KINDS, kind);
    const rung = INTAKE_RUNGS.find(({ code }) => code === subject);
    return rung !== undefined && (kind === "intake" || kind === "document")
      ? `${word}：${labelOf(INTAKE_RUNGS, rung.code)}`
      : word;
  };
}

/** Where a duty is done. */
export function placeOf({ kind, enrolleeId, caseId }: DutyRow): string {
  switch (kind) {
    case "intake":
    case "document":
      return paths.handoff(caseId);
    case "no_show":
      return paths.enrolleeNoShow(enrolleeId);
    case "visit":
    case "goal":
      return paths.enrolleeContacts(enrolleeId);
    case "leave_return":
    case "leave_decision":
      return paths.enrolleeLeaves(enrolleeId);
    case "breach_referral":
    case "warning":
      return paths.enrolleeBreaches(enrolleeId);
    case "urine_test":
    case "retest":
    case "lab_result":
    case "delegation":
    case "positive_review":
    case "positive_report":
      return paths.enrolleeTests(enrolleeId);
    case "transfer":
      return paths.enrolleeTransfer(enrolleeId);
    default:
      return paths.enrollee(enrolleeId);
  }
}
