import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./stale-frame.module.css";

export interface StaleRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly saved: ReactNode;
  readonly mine: ReactNode;
}

interface StaleFrameProps {
  /** Where the present version was saved, and when, as far as that is known. */
  readonly savedBy: string | undefined;
  /** What can be done with what was typed. */
  readonly help: string;
  readonly rows: readonly StaleRow[];
  /** Ways to take one side as a whole. */
  readonly actions?: ReactNode;
  /** Drops what was typed; left out where there is nothing to drop. */
  readonly onDiscard?: (() => void) | undefined;
}

/** What somebody else saved beside what was typed; read out at once. */
export function StaleFrame({ savedBy, help, rows, actions, onDiscard }: StaleFrameProps) {
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
                <td>{saved}</td>
                <td>{mine}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(actions !== undefined || onDiscard !== undefined) && (
        <div className={styles.buttons}>
          {actions}
          {onDiscard !== undefined && (
            <Button size="small" onClick={() => onDiscard()}>
              {t("common.stale.discard")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
