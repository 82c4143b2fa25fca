import { LEAVE_KINDS, LEAVE_STANDINGS, LEAVE_STEPS } from "@rehab/domain/leave/leave";
import { leavesEndpoints } from "@rehab/schema/leaves";
import type { LeaveView } from "@rehab/schema/leaves";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { AnnulButton } from "../../../parts/annul-button.tsx";
import { WordButton } from "../../../parts/word-button.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import styles from "../../../ui/matter.module.css";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { changedByLeave, toneOfStanding } from "../leave-answers.ts";
import { StepForm } from "./step-form.tsx";
import type { LeaveStepName } from "./step-form.tsx";

const steps: readonly LeaveStepName[] = ["decide", "checkReturn", "extend", "cancel"];

interface LeaveItemProps {
  readonly leave: LeaveView;
  /** Whose it is, where the list holds several people. */
  readonly who?: ReactNode;
}

/** One absence: how it stands, what followed, and what can be done about it now. */
export function LeaveItem({ leave, who }: LeaveItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [open, setOpen] = useState<LeaveStepName>();
  const [downloaded, setDownloaded] = useState<string>();
  const { standing, annulled, kind } = leave;
  const span = t(kind === "unreported" ? "leaves.since" : "leaves.span", {
    from: dayText(leave.leftOn),
    to: dayText(leave.dueBackOn),
  });
  const offered = leave.actions.filter(({ action }) => steps.includes(action as LeaveStepName));
  const possible = steps.filter((step) => offered.some(({ action, allowed }) => action === step && allowed));
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        {who}
        <strong className={styles.words}>
          {labelOf(LEAVE_KINDS, kind)} {span}
        </strong>
        {annulled === null && (
          <StatusTag tone={toneOfStanding[standing]}>{labelOf(LEAVE_STANDINGS, standing)}</StatusTag>
        )}
        {annulled === null && leave.daysOver > 0 && (
          <span>{t("leaves.daysOver", { count: leave.daysOver })}</span>
        )}
        <span className={styles.spring} />
        {open === undefined &&
          possible.map((step) => (
            <Button key={step} type="link" size="small" onClick={() => setOpen(step)}>
              {t(`leaves.step.${step}`)}
            </Button>
          ))}
        {annulled === null && kind === "reported" && ability.can("export", "CaseFile") && (
          <WordButton
            endpoint={leavesEndpoints.document}
            request={{ params: { id: leave.id } }}
            text={t("leaves.word")}
            label={t("leaves.wordOf", { span })}
            onDownloaded={setDownloaded}
          />
        )}
        {obstacleOf(leave, "annul") === undefined && (
          <AnnulButton
            endpoint={leavesEndpoints.annul}
            request={(reason) => ({ params: { id: leave.id }, body: { reason } })}
            changed={changedByLeave}
            what={span}
          />
        )}
      </div>
      {downloaded !== undefined && (
        <p role="status" className={styles.small}>
          {t("noShows.document.downloaded", { name: downloaded })}
        </p>
      )}
      <FactList
        facts={[
          { label: t("leaves.destination"), value: leave.destination, hideEmpty: true },
          {
            label: t(kind === "unreported" ? "leaves.foundOut" : "leaves.reason"),
            value: leave.reason,
            hideEmpty: true,
          },
          { label: t("leaves.companion"), value: leave.companion, hideEmpty: true },
          { label: t("leaves.approver"), value: leave.approver, hideEmpty: true },
          {
            label: t("leaves.returnedOn"),
            value: leave.returnedOn === null ? null : dayText(leave.returnedOn),
            hideEmpty: true,
          },
          { label: t("leaves.note"), value: leave.note, hideEmpty: true },
        ]}
      />
      {leave.steps.length > 0 && (
        <ol className={styles.steps}>
          {leave.steps.map((step) => (
            <li key={`${step.kind} ${step.recordedAt}`}>
              {step.happenedOn} {labelOf(LEAVE_STEPS, step.kind)}
              {step.dueBackOn !== null && ` ${t("leaves.until", { day: step.dueBackOn })}`}
              {[step.by, step.note].filter(Boolean).map((text) => `　${text}`)}
            </li>
          ))}
        </ol>
      )}
      {annulled !== null && <p>{t("visits.annulled", { reason: annulled })}</p>}
      {open && <StepForm leave={leave} step={open} onClose={() => setOpen(undefined)} />}
    </li>
  );
}
