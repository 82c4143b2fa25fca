import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../lib/class-names.ts";
import { dayText, spanText } from "../lib/day-text.ts";
import styles from "./week-grid.module.css";

export interface CheckedWeek {
  readonly week: number;
  readonly from: string;
  readonly to: string;
  readonly status: "checked" | "zero" | "silent" | "upcoming";
  readonly checkedOn: string | null;
  readonly people: number;
}

interface WeekGridProps<Week extends CheckedWeek> {
  readonly label: string;
  readonly weeks: readonly Week[];
  readonly today: string;
  /** Makes a link of a week's content; weeks that lead nowhere are only shown. */
  readonly link?: (week: Week, className: string, content: ReactNode) => ReactNode;
  /** A word in place of the week's own: a comparison that is being worked on. */
  readonly wordOf?: (week: Week) => string | undefined;
}

/** The weeks of a year: checked, checked without anybody new, left out, or still to come. */
export function WeekGrid<Week extends CheckedWeek>({
  label,
  weeks,
  today,
  link,
  wordOf,
}: WeekGridProps<Week>) {
  const { t } = useTranslation();
  return (
    <ol className={styles.calendar} aria-label={label}>
      {weeks.map((week) => {
        const words = {
          checked: t("common.week.checked", { count: week.people }),
          zero: t("common.week.zero"),
          silent: t("common.week.silent"),
          upcoming: t(week.from <= today ? "common.week.current" : "common.week.upcoming"),
        };
        const word = wordOf?.(week) ?? words[week.status];
        const span = spanText(week.from, week.to);
        const checkedOn =
          week.checkedOn === null ? "" : t("common.week.checkedOn", { day: dayText(week.checkedOn) });
        const content = (
          <>
            <span className={styles.number}>{t("common.week.number", { week: week.week })}</span>
            <span className={styles.word}>{word}</span>
            <span className="visually-hidden">{[span, checkedOn].filter(Boolean).join("，")}</span>
          </>
        );
        return (
          <li
            key={week.week}
            className={classNames(styles.week, styles[week.status])}
            title={[span, word, checkedOn].filter(Boolean).join("，")}
          >
            {link?.(week, styles.link ?? "", content) ?? content}
          </li>
        );
      })}
    </ol>
  );
}
