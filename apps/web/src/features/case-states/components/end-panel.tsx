import { END_ITEMS } from "@rehab/domain/supervision/end-items";
import type { CaseStateFile, EndView } from "@rehab/schema/case-states";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { Explain } from "../../../ui/explain.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";

/** How far the end of the term is prepared: days left, and what is there and what is missing. */
export function EndPanel({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  const { end, now } = file;
  if (end === null) {
    const isOver = now !== null && file.spans[0]?.reason === null && now.state !== "ordered";
    return (
      <Panel title={t("caseStates.end.title")}>
        <p className={styles.reason}>{t(isOver ? "caseStates.end.ended" : "caseStates.end.noTerm")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("caseStates.end.title")} extra={<DaysLeft end={end} />}>
      <p>
        {t("caseStates.end.endOn")}{" "}
        <Explain title={end.citation} label={dayText(end.endOn)}>
          {end.says}
        </Explain>
      </p>
      <EndItems end={end} />
      <p className={styles.reason}>{t("caseStates.end.noticeDue", { day: dayText(end.noticeDueOn) })}</p>
      <p className={styles.small}>{t("caseStates.end.never")}</p>
    </Panel>
  );
}

/** The days to the end of a term, in words and colour. */
export function DaysLeft({
  end,
}: {
  readonly end: Pick<EndView, "daysLeft"> & { readonly reminder?: number | null };
}) {
  const { t } = useTranslation();
  const { daysLeft } = end;
  if (daysLeft < 0) {
    return <StatusTag tone="overdue">{t("caseStates.end.over", { count: -daysLeft })}</StatusTag>;
  }
  return (
    <StatusTag tone={end.reminder === null ? "idle" : "dueSoon"}>
      {t(daysLeft === 0 ? "caseStates.end.today" : "caseStates.end.left", { count: daysLeft })}
    </StatusTag>
  );
}

/** The checklist of the end. */
export function EndItems({ end }: { readonly end: EndView }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <ul className={styles.list} aria-label={t("caseStates.end.title")}>
      {end.items.map(({ code, present, because }) => (
        <li key={code} className={styles.item}>
          <div className={styles.line}>
            <StatusTag tone={present ? "done" : "dueSoon"}>
              {t(present ? "caseStates.end.present" : "caseStates.end.missing")}
            </StatusTag>
            <span>{labelOf(END_ITEMS, code)}</span>
          </div>
          <p className={styles.small}>{because}</p>
        </li>
      ))}
    </ul>
  );
}
