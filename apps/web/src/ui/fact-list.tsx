import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./fact-list.module.css";

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** Left out when there is no value, instead of saying that it is not recorded. */
  readonly hideEmpty?: boolean;
}

/** Labels on the left, what is known on the right. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const { t } = useTranslation();
  const isEmpty = (value: ReactNode) => value === null || value === undefined || value === "";
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value, hideEmpty }) => hideEmpty !== true || !isEmpty(value))
        .map(({ label, value }) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{isEmpty(value) ? <span className={styles.empty}>{t("common.unknown")}</span> : value}</dd>
          </div>
        ))}
    </dl>
  );
}
