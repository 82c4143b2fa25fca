import { STATES_OF_MIND, VISIT_METHODS } from "@rehab/domain/visit/visit";
import { visitsEndpoints } from "@rehab/schema/visits";
import type { ContactFile, VisitView } from "@rehab/schema/visits";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, momentText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { WordButton } from "../../../parts/word-button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import { Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { AnnulContact } from "./annul-contact.tsx";
import { VisitForm } from "./visit-form.tsx";

/** Visits, talks and calls, newest first, each with how well it proves a meeting. */
export function VisitsPanel({ file }: { readonly file: ContactFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t("visits.visit.title")}>
      {open ? (
        <VisitForm file={file} onClose={() => setOpen(false)} />
      ) : (
        <Opener
          label={t("visits.visit.record")}
          obstacle={obstacleOf(file, "record")}
          onOpen={() => setOpen(true)}
        />
      )}
      {file.visits.length === 0 && (
        <EmptyState title={t("visits.visit.empty")} help={t("visits.visit.emptyHelp")} />
      )}
      <ul className={styles.list} aria-label={t("visits.visit.title")} style={{ marginTop: 8 }}>
        {file.visits.map((visit) => (
          <VisitItem key={visit.id} visit={visit} />
        ))}
      </ul>
    </Panel>
  );
}

/** A state of mind in words: of the list, or as it was written. */
export function useMindWord(): (mind: string | null) => string | null {
  const labelOf = useCodeLabel();
  return (mind) => {
    const known = STATES_OF_MIND.find(({ code }) => code === mind);
    return known === undefined ? mind : labelOf(STATES_OF_MIND, known.code);
  };
}

function VisitItem({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const mindWord = useMindWord();
  const { ability } = useSession();
  const [downloaded, setDownloaded] = useState<string>();
  const { id, happenedOn, method, strength, details, annulled } = visit;
  const what = `${dayText(happenedOn)} ${labelOf(VISIT_METHODS, method)}`;
  const people = [visit.interviewer, details?.secondVisitor].filter(Boolean).join("、");
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <strong className={styles.words}>{what}</strong>
        <StatusTag tone={strength >= 4 ? "done" : strength === 3 ? "running" : "idle"}>
          {t(`visits.strength.${strength as 1 | 2 | 3 | 4 | 5}`)}
        </StatusTag>
        <span className={styles.spring} />
        {annulled === null && ability.can("export", "CaseFile") && (
          <WordButton
            endpoint={visitsEndpoints.document}
            request={{ params: { id } }}
            label={t("visits.visit.wordOf", { what })}
            onDownloaded={setDownloaded}
          />
        )}
        {annulled === null && <AnnulContact id={id} kind="visit" what={what} />}
      </div>
      {downloaded !== undefined && (
        <p role="status" className={styles.small}>
          {t("noShows.document.downloaded", { name: downloaded })}
        </p>
      )}
      <FactList
        facts={[
          { label: t("visits.visit.stateOfMind"), value: mindWord(visit.stateOfMind), hideEmpty: true },
          { label: t("visits.visit.content"), value: visit.content, hideEmpty: true },
          { label: t("visits.visit.place"), value: visit.place, hideEmpty: true },
          {
            label: t("visits.visit.respondent"),
            value: [details?.respondent, details?.relation].filter(Boolean).join("，"),
            hideEmpty: true,
          },
          { label: t("visits.visit.family"), value: details?.family, hideEmpty: true },
          { label: t("visits.visit.work"), value: details?.work, hideEmpty: true },
          { label: t("visits.visit.difficulties"), value: details?.difficulties, hideEmpty: true },
          { label: t("visits.visit.suggestions"), value: details?.suggestions, hideEmpty: true },
          { label: t("visits.visit.outcome"), value: details?.outcome, hideEmpty: true },
          {
            label: t("visits.visit.nextOn"),
            value: visit.nextOn === null ? null : dayText(visit.nextOn),
            hideEmpty: true,
          },
          { label: t("visits.visit.note"), value: visit.note, hideEmpty: true },
        ]}
      />
      <p className={styles.small}>
        {t(visit.recordedBy === null ? "visits.imported" : "visits.by", {
          people,
          who: visit.recordedBy ?? "",
          moment: momentText(visit.recordedAt),
        })}
      </p>
      {annulled !== null && <p>{t("visits.annulled", { reason: annulled })}</p>}
    </li>
  );
}
