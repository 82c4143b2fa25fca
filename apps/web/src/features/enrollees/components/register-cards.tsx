import { MEASURES } from "@rehab/domain/supervision/measure";
import type { RegisterRow } from "@rehab/schema/enrollees";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { CaseStateTag, ControlTag } from "../../../ui/case-tags.tsx";
import styles from "./register-cards.module.css";

interface RegisterCardsProps {
  readonly rows: readonly RegisterRow[];
  readonly nameOf: (row: RegisterRow) => string;
}

/** The register on a phone: one card for each person. */
export function RegisterCards({ rows, nameOf }: RegisterCardsProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <ul className={styles.cards} aria-label={t("enrollees.list")}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={paths.enrollee(row.id)} className={styles.card}>
            <span className={styles.line}>
              <strong>{nameOf(row)}</strong>
              <span className={styles.soft}>{row.maskedIdNumber ?? t("common.unknown")}</span>
            </span>
            <span className={styles.line}>
              <CaseStateTag state={row.state} />
              {row.controlReason !== null && row.controlled === false && (
                <ControlTag reason={row.controlReason} controlled={false} beside={row.state} />
              )}
              <span className={styles.soft}>{labelOf(MEASURES, row.measure)}</span>
            </span>
            <span className={styles.soft}>
              {[row.townshipName, row.village, row.caseworkerName].filter(Boolean).join(" · ")}
            </span>
            <span className={styles.soft}>
              {t("enrollees.lastInPersonOn")}{" "}
              {row.lastInPersonOn === null ? t("enrollees.never") : dayText(row.lastInPersonOn)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
