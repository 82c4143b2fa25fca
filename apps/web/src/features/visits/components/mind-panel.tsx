import type { ContactFile } from "@rehab/schema/visits";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../lib/day-text.ts";
import { Explain } from "../../../ui/explain.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { useMindWord } from "./visits-panel.tsx";

const SHOWN = 8;

/** When the person is to be met again, and how the state of mind went. */
export function MindPanel({ file }: { readonly file: ContactFile }) {
  const { t } = useTranslation();
  const mindWord = useMindWord();
  const minds = file.visits
    .filter(({ annulled, stateOfMind }) => annulled === null && stateOfMind !== null && stateOfMind !== "")
    .slice(0, SHOWN);
  return (
    <Panel title={t("visits.next.title")}>
      {file.next === null ? (
        <p>{t("visits.next.none")}</p>
      ) : (
        <p className={styles.line}>
          <Explain title={file.next.citation} label={dayText(file.next.dueOn)}>
            {file.next.says}
          </Explain>
          <StatusTag tone={file.next.overdue ? "overdue" : "dueSoon"}>
            {t(file.next.overdue ? "visits.next.overdue" : "visits.next.due")}
          </StatusTag>
        </p>
      )}
      <h3>{t("visits.mind")}</h3>
      {minds.length === 0 && <p className={styles.reason}>{t("visits.noMind")}</p>}
      <ol className={styles.steps}>
        {minds.map((visit) => (
          <li key={visit.id}>
            {visit.happenedOn} {mindWord(visit.stateOfMind)}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
