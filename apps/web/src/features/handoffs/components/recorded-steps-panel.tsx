import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import type { HandoffFile, RecordedStep } from "@rehab/schema/handoffs";
import { Button, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, momentText } from "../../../lib/day-text.ts";
import { Panel } from "../../../ui/panel.tsx";
import { AnnulDialog } from "./annul-dialog.tsx";
import styles from "./recorded-steps-panel.module.css";

/** What was recorded on the way, newest first, each with a way to annul it. */
export function RecordedStepsPanel({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [annulling, setAnnulling] = useState<RecordedStep>();
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
              {ability.can("update", "CaseFile") && (
                <Tooltip title={step.annulment.reason}>
                  <Button
                    size="small"
                    disabled={!step.annulment.allowed}
                    aria-label={t("handoffs.annulOf", { what: labelOf(CASE_EVENT_KINDS, step.kind) })}
                    onClick={() => setAnnulling(step)}
                  >
                    {t("handoffs.annul")}
                  </Button>
                </Tooltip>
              )}
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
      {annulling && <AnnulDialog step={annulling} onClose={() => setAnnulling(undefined)} />}
    </Panel>
  );
}
