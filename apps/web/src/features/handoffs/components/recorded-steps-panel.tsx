import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import type { HandoffFile, RecordedStep } from "@rehab/schema/handoffs";
import { intakeEndpoints } from "@rehab/schema/intake";
import { App, Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, momentText } from "../../../lib/day-text.ts";
import { AnnulButton } from "../../../parts/annul-button.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { staleAfterStep } from "../handoff-data.ts";
import styles from "./recorded-steps-panel.module.css";

/** What was recorded on the way, newest first, each with a way to annul it. */
export function RecordedStepsPanel({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  return (
    <Panel title={t("handoffs.recorded")}>
      {file.steps.length === 0 && <p className={styles.soft}>{t("handoffs.recordedEmpty")}</p>}
      <ol className={styles.list} aria-label={t("handoffs.recorded")}>
        {[...file.steps].reverse().map((step) => (
          <li key={step.id} className={styles.step}>
            <div className={styles.line}>
              <strong>{labelOf(CASE_EVENT_KINDS, step.kind)}</strong>
              <span>{dayText(step.happenedOn)}</span>
              <span className={styles.spring} />
              {ability.can("update", "CaseFile") && <AnnulStep step={step} />}
            </div>
            <div className={styles.soft}>
              {step.details.map(({ label, value }) => `${label} ${value}`).join("；")}
            </div>
            <div className={styles.soft}>
              {step.recordedBy === null
                ? t("handoffs.recordedAt", { at: momentText(step.recordedAt) })
                : t("handoffs.recordedBy", { who: step.recordedBy, at: momentText(step.recordedAt) })}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The way to annul a step; one that others rest on says so. */
function AnnulStep({ step }: { readonly step: RecordedStep }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { message } = App.useApp();
  const kind = labelOf(CASE_EVENT_KINDS, step.kind);
  if (!step.annulment.allowed) {
    return (
      <Tooltip title={step.annulment.reason}>
        <Button size="small" type="link" disabled aria-label={t("noShows.annul.of", { what: kind })}>
          {t("noShows.annul.button")}
        </Button>
      </Tooltip>
    );
  }
  return (
    <AnnulButton
      endpoint={intakeEndpoints.annul}
      request={(reason) => ({ params: { id: step.id }, body: { reason } })}
      changed={staleAfterStep}
      what={`${kind} ${dayText(step.happenedOn)}`}
      help={t("handoffs.annulHelp")}
      onDone={() => void message.success(t("handoffs.done.annul"))}
    />
  );
}
