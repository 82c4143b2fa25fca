import { useTranslation } from "react-i18next";
import { dayText } from "../lib/day-text.ts";
import { Explain } from "./explain.tsx";
import { WhySteps } from "./why-date.tsx";
import type { Why } from "./why-date.tsx";
import { classNames } from "../lib/class-names.ts";
import styles from "./term-bar.module.css";

interface TermBarProps {
  readonly startOn: string;
  readonly endOn: string;
  readonly servedDays: number;
  readonly stoppedDays: number;
  readonly leftDays: number;
  /** The way to the last day, where the API sends it. */
  readonly why?: Why | null;
}

/** A term as a bar of days served, days stopped and days left, in words as well. */
export function TermBar({ startOn, endOn, servedDays, stoppedDays, leftDays, why }: TermBarProps) {
  const { t } = useTranslation();
  const toServe = servedDays + leftDays;
  const total = toServe + stoppedDays;
  const share = (days: number) => `${(days / Math.max(total, 1)) * 100}%`;

  return (
    <div className={styles.term}>
      <div className={styles.words}>
        <strong>{t("term.day", { served: servedDays, toServe })}</strong>
        <span>{t("term.span", { start: dayText(startOn), end: dayText(endOn) })}</span>
        {stoppedDays > 0 && <span>{t("term.stopped", { days: stoppedDays })}</span>}
        <span>{t("term.left", { days: leftDays })}</span>
        {why && (
          <Explain title={`${t("law.why.end")}　${dayText(endOn)}`} label={t("common.howComputed")}>
            <WhySteps why={why} />
          </Explain>
        )}
      </div>
      <div
        className={classNames(styles.bar, "print-exact")}
        role="meter"
        aria-label={t("term.label")}
        aria-valuemin={0}
        aria-valuemax={toServe}
        aria-valuenow={servedDays}
        aria-valuetext={t("term.value", { served: servedDays, stopped: stoppedDays, left: leftDays })}
      >
        <span className={styles.served} style={{ width: share(servedDays) }} />
        <span className={styles.stopped} style={{ width: share(stoppedDays) }} />
      </div>
    </div>
  );
}
