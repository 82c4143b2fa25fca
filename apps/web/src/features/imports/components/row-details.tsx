import type { ImportRow } from "@rehab/schema/imports";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { classNames } from "../../../lib/class-names.ts";
import { momentText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import styles from "./row-details.module.css";

/** A row as it stands on paper, the cells in question marked, with the records beside it that it may mean. */
export function RowDetails({ row }: { readonly row: ImportRow }) {
  const { t } = useTranslation();
  const questioned = new Set(row.issues.map(({ cell }) => cell));
  return (
    <div className={styles.details}>
      {row.issues.length > 0 && (
        <ul className={styles.issues} aria-label={t("imports.issues")}>
          {row.issues.map(({ code, cell, text }) => (
            <li key={`${code}${cell}`}>
              {cell !== null && <span className={styles.cell}>{cell}</span>}
              {text}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.sides}>
        <section aria-label={t("imports.onPaper")}>
          <h3>{t("imports.onPaper")}</h3>
          <dl className={styles.cells}>
            {row.cells.map(({ address, label, text }) => (
              <div key={address} className={classNames(questioned.has(address) && styles.questioned)}>
                <dt>
                  {label} <span className={styles.cell}>{address}</span>
                </dt>
                <dd>{text === "" ? t("imports.blank") : text}</dd>
              </div>
            ))}
          </dl>
        </section>
        {row.candidates.length > 0 && (
          <section aria-label={t("imports.candidates")}>
            <h3>{t("imports.candidates")}</h3>
            {row.candidates.map(({ enrolleeId, maskedName, maskedIdNumber, about }) => (
              <div key={enrolleeId} className={styles.candidate}>
                <Link to={paths.enrollee(enrolleeId)} target="_blank">
                  {maskedName}
                </Link>{" "}
                {maskedIdNumber ?? t("common.unknown")}
                <p className={styles.soft}>{about}</p>
              </div>
            ))}
          </section>
        )}
      </div>
      {row.decision && (
        <p className={styles.soft}>
          {t("imports.decided", {
            action: t(`imports.actions.${row.decision.action}`),
            by: row.decision.decidedBy,
            at: momentText(row.decision.decidedAt),
            reason: row.decision.reason,
          })}
        </p>
      )}
    </div>
  );
}
