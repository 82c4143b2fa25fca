import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES, isFailedAttempt } from "@rehab/domain/handoff/contact-attempt";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";

interface AttemptChoiceProps {
  readonly attempts: CaseStateFile["attempts"];
  readonly value?: readonly string[];
  readonly onChange?: (ids: string[]) => void;
  readonly id?: string;
}

const none: readonly string[] = [];

/** The attempts that failed, to be named as evidence. */
export function AttemptChoice({ attempts, value = none, onChange, id }: AttemptChoiceProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const failed = attempts.filter(
    ({ annulled, happenedOn, method, outcome }) =>
      annulled === null && isFailedAttempt({ on: happenedOn, method, outcome }),
  );
  if (failed.length === 0) {
    return (
      <span id={id} tabIndex={-1}>
        {t("caseStates.form.noAttempts")}
      </span>
    );
  }
  return (
    <Checkbox.Group
      style={{ display: "grid", gap: 4 }}
      value={[...value]}
      onChange={(ids: string[]) => onChange?.(ids)}
      options={failed.map((attempt) => ({
        value: attempt.id,
        label: `${dayText(attempt.happenedOn)} ${labelOf(ATTEMPT_METHODS, attempt.method)} ${labelOf(ATTEMPT_OUTCOMES, attempt.outcome)}`,
      }))}
    />
  );
}
