import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./stale-choice.module.css";

export interface ComparedRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly saved: string;
  readonly mine: string;
}

interface StaleComparisonProps {
  /** Who saved the present version, and when, where that is known. */
  readonly savedBy: string | undefined;
  readonly rows: readonly ComparedRow[];
  /** What can be done with what was typed. */
  readonly help: string;
  /** Drops what was typed; left out where there is nothing to drop. */
  readonly onDiscard?: () => void;
}

/** What somebody else saved beside what was typed, where there is no field to take it into. */
export function StaleComparison({ savedBy, rows, help, onDiscard }: StaleComparisonProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.choice} aria-label={t("common.stale.title")}>
      <h3 ref={heading} tabIndex={-1}>
        {t("common.stale.title")}
      </h3>
      <p role="alert">
        {savedBy && <strong>{savedBy} </strong>}
        {help}
      </p>
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("common.stale.field")}</th>
              <th scope="col">{t("common.stale.saved")}</th>
              <th scope="col">{t("common.stale.mine")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, saved, mine }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{saved || t("common.unknown")}</td>
                <td>{mine || t("common.unknown")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {onDiscard !== undefined && (
        <div className={styles.buttons}>
          <Button size="small" onClick={onDiscard}>
            {t("common.stale.discard")}
          </Button>
        </div>
      )}
    </section>
  );
}
