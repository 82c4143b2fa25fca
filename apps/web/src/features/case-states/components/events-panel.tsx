import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import type { CaseEventView, CaseStateFile } from "@rehab/schema/case-states";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, momentText } from "../../../lib/day-text.ts";
import { AnnulFact } from "../../../parts/matter/annul-fact.tsx";
import { Annulled } from "../../../ui/annul-dialog.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { stateMatter } from "../state-answers.ts";
import { EndAnnulButton } from "./end-annul-button.tsx";

/** What was recorded on this page, latest first, and what of it can be annulled. */
export function EventsPanel({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("caseStates.events.title")}>
      {file.events.length === 0 && <p className={styles.reason}>{t("caseStates.events.empty")}</p>}
      <ul className={styles.list} aria-label={t("caseStates.events.title")}>
        {file.events.map((event) => (
          <EventItem key={event.id} event={event} enrolleeId={file.enrolleeId} />
        ))}
      </ul>
    </Panel>
  );
}

function EventItem({ event, enrolleeId }: { readonly event: CaseEventView; readonly enrolleeId: string }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { id, kind, happenedOn, details, annulled, annulObstacle, annulledByTwo } = event;
  const what = `${dayText(happenedOn)} ${labelOf(CASE_EVENT_KINDS, kind)}`;
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>{what}</span>
        <span className={styles.spring} />
        {annulObstacle === null &&
          (annulledByTwo ? (
            <EndAnnulButton enrolleeId={enrolleeId} eventId={id} what={what} />
          ) : (
            <AnnulFact matter={stateMatter(enrolleeId)} fact="event" factId={id} what={what} />
          ))}
      </div>
      <p>{details.map(({ label, value }) => `${label}：${value}`).join("　")}</p>
      <p className={styles.small}>
        {t("noShows.recordedBy", { who: event.recordedBy ?? "", moment: momentText(event.recordedAt) })}
        {annulled === null && annulObstacle !== null && `　${annulObstacle}`}
      </p>
      <Annulled annulled={annulled} />
    </li>
  );
}
