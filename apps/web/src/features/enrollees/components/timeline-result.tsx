import { BREACH_KINDS } from "@rehab/domain/breach/breach-record";
import type { CodeEntry } from "@rehab/domain/code-list";
import { ATTEMPT_METHODS } from "@rehab/domain/handoff/contact-attempt";
import { DOCUMENT_KINDS, SERVICE_METHODS } from "@rehab/domain/handoff/document-service";
import { HELP_KINDS } from "@rehab/domain/help/help";
import { LEAVE_KINDS, LEAVE_STEPS } from "@rehab/domain/leave/leave";
import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { TEST_RESULTS, TEST_STEPS } from "@rehab/domain/testing/drug-test";
import { VISIT_METHODS } from "@rehab/domain/visit/visit";
import type { TimelineEntry } from "@rehab/schema/enrollees";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";

const resultTones: Record<string, Tone> = {
  negative: "done",
  positive: "overdue",
  refused: "overdue",
  absent: "dueSoon",
  invalid: "idle",
};

/** The list that the code of an entry belongs to. */
const codeLists: Partial<Record<TimelineEntry["kind"], readonly CodeEntry[]>> = {
  visit: VISIT_METHODS,
  leave: LEAVE_KINDS,
  leave_step: LEAVE_STEPS,
  test_step: TEST_STEPS,
  help: HELP_KINDS,
  breach: BREACH_KINDS,
  attempt: ATTEMPT_METHODS,
  document: DOCUMENT_KINDS,
  service: SERVICE_METHODS,
};

/** What came of an entry: the test's result, the visit's way, the kind of change. */
export function useTimelineResult(): (entry: TimelineEntry) => ReactNode {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return ({ kind, code }) => {
    if (code === null) return null;
    if (kind === "test") {
      return <StatusTag tone={resultTones[code] ?? "idle"}>{labelOf(TEST_RESULTS, code)}</StatusTag>;
    }
    const list = codeLists[kind];
    if (list !== undefined) return labelOf(list, code);
    if (kind === "status_change" || kind === "assignment" || kind === "intake_step")
      return labelOf(CASE_EVENT_KINDS, code);
    if (kind === "report_in" && code === "transfer_reported") return labelOf(CASE_EVENT_KINDS, code);
    if (kind === "leave_return") {
      return code === "late" ? (
        <StatusTag tone="dueSoon">{t("enrollees.timeline.returnedLate")}</StatusTag>
      ) : (
        t("enrollees.timeline.returnedInTime")
      );
    }
    return kind === "ordered" ? labelOf(MEASURES, code) : null;
  };
}
