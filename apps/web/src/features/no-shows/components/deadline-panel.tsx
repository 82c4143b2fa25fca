import type { NoShowFile } from "@rehab/schema/no-shows";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../lib/day-text.ts";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { CustodyBlock } from "./custody-block.tsx";
import styles from "../../../ui/matter.module.css";

/** Until when the person had to come, by which article, how the day was found, and what stopped the clock. */
export function DeadlinePanel({ file }: { readonly file: NoShowFile }) {
  const { t } = useTranslation();
  const { deadline } = file;
  return (
    <Panel title={t("noShows.deadline.title")}>
      {deadline === null ? (
        <p>{t("noShows.deadline.unknown")}</p>
      ) : (
        <>
          <div className={styles.line}>
            <span>
              {t("noShows.deadline.last")} <strong>{dayText(deadline.date)}</strong>
            </span>
            <StatusTag tone={deadline.daysOver > 0 ? "overdue" : "dueSoon"}>
              {deadline.daysOver > 0
                ? t("noShows.overdueDays", { days: deadline.daysOver })
                : t("noShows.deadline.notOver")}
            </StatusTag>
          </div>
          <p style={{ marginTop: 4 }}>
            {t("noShows.deadline.why")} {deadline.citation}：{deadline.says}
          </p>
          <ol className={styles.steps} aria-label={t("noShows.deadline.steps")}>
            {deadline.steps.map(({ kind, on, note }) => (
              <li key={`${kind} ${on}`}>
                {dayText(on)}　{note}
              </li>
            ))}
          </ol>
          {deadline.unknownYears.length > 0 && (
            <p>{t("noShows.deadline.unknownYears", { years: deadline.unknownYears.join("、") })}</p>
          )}
        </>
      )}
      <CustodyBlock file={file} />
    </Panel>
  );
}
