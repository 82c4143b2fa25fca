import type { CaseEventBody } from "@rehab/schema/case-state-bodies";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../lib/day-text.ts";
import { CaseStateTag, RiskTag } from "../../../ui/case-tags.tsx";
import { Explain } from "../../../ui/explain.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { EventForm } from "./event-form.tsx";

type Kind = CaseEventBody["kind"];

/** In the order in which a case meets them. */
const kinds: readonly Kind[] = [
  "suspended",
  "resumed",
  "lost_contact",
  "found",
  "risk_set",
  "dual_control_started",
  "dual_control_ended",
  "maintenance_started",
  "maintenance_ended",
  "hospitalised",
  "discharged",
  "died",
];

/** The state of today with the rule behind it, what lies over it, and what can be recorded. */
export function StatePanel({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  const { now } = file;
  return (
    <Panel title={t("caseStates.now.title")}>
      {now === null ? (
        <p className={styles.reason}>{t("caseStates.now.none")}</p>
      ) : (
        <div className={styles.line}>
          <CaseStateTag state={now.state} />
          <Explain title={now.citation} label={t("caseStates.now.since", { day: dayText(now.since) })}>
            {now.says}
          </Explain>
        </div>
      )}
      <OverlayLines file={file} />
      <Actions file={file} />
    </Panel>
  );
}

function OverlayLines({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  const { dualControl, maintenance, hospital, risk, leave } = file.overlays;
  const tags = [
    dualControl !== null && t("caseStates.now.dualControl", { day: dayText(dualControl.since) }),
    maintenance !== null && t("caseStates.now.maintenance", { day: dayText(maintenance.since) }),
    hospital !== null && t("caseStates.now.hospital", { day: dayText(hospital.since) }),
  ].filter((text) => text !== false);
  return (
    <div className={styles.line} style={{ marginTop: 8 }}>
      {risk !== null && (
        <>
          <RiskTag level={risk.level} />
          <span className={styles.small}>
            {risk.since === null
              ? t("caseStates.now.riskTakenOver")
              : t("caseStates.now.risk", { day: dayText(risk.since) })}
          </span>
        </>
      )}
      {tags.map((text) => (
        <StatusTag key={text} tone="running">
          {text}
        </StatusTag>
      ))}
      {leave !== null && (
        <StatusTag tone={leave.overdue ? "overdue" : "running"}>
          {t(leave.overdue ? "caseStates.now.leaveOverdue" : "caseStates.now.leave", {
            from: dayText(leave.from),
            to: dayText(leave.dueBack),
          })}
        </StatusTag>
      )}
      {tags.length === 0 && leave === null && (
        <span className={styles.small}>{t("caseStates.now.noOverlay")}</span>
      )}
    </div>
  );
}

/** What can be recorded today, and why the rest cannot. */
function Actions({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Kind>();
  const actions = kinds.flatMap((kind) => {
    const found = file.actions.find(({ action }) => action === kind);
    return found === undefined ? [] : [{ kind, reason: found.reason }];
  });
  const possible = actions.filter(({ reason }) => reason === null);
  const impossible = actions.filter(({ reason }) => reason !== null);
  return (
    <section aria-label={t("caseStates.now.possible")} style={{ marginTop: 12 }}>
      {open === undefined ? (
        <div className={styles.buttons}>
          {possible.map(({ kind }) => (
            <Button key={kind} onClick={() => setOpen(kind)}>
              {t(`caseStates.action.${kind}`)}
            </Button>
          ))}
          {possible.length === 0 && <p className={styles.reason}>{t("caseStates.now.nothing")}</p>}
        </div>
      ) : (
        <EventForm file={file} kind={open} onClose={() => setOpen(undefined)} />
      )}
      {impossible.length > 0 && (
        <details>
          <summary>{t("caseStates.now.impossible", { count: impossible.length })}</summary>
          <ul className={styles.steps}>
            {impossible.map(({ kind, reason }) => (
              <li key={kind}>
                {t(`caseStates.action.${kind}`)}：{reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
