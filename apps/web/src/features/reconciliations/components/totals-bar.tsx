import { LINE_FINDINGS } from "@rehab/domain/handoff/reconciliation-codes";
import type { LineFinding } from "@rehab/domain/handoff/reconciliation-codes";
import type { Reconciliation } from "@rehab/schema/reconciliations";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import styles from "./totals-bar.module.css";

export type LineFilter = LineFinding | "undecided" | null;

interface TotalsBarProps {
  readonly totals: Reconciliation["totals"];
  readonly filter: LineFilter;
  readonly onFilter: (filter: LineFilter) => void;
}

/** The sums of the comparison; each count opens the lines behind it. */
export function TotalsBar({ totals, filter, onFilter }: TotalsBarProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { lines, listed, listedDetox, listedRehab, ours, decided, byFinding } = totals;
  const counts: { key: LineFilter; label: string; count: number }[] = [
    { key: null, label: t("common.all"), count: lines },
    ...LINE_FINDINGS.map(({ code }) => ({
      key: code,
      label: labelOf(LINE_FINDINGS, code),
      count: byFinding[code],
    })).filter(({ count }) => count > 0),
    ...(decided < lines
      ? [{ key: "undecided" as const, label: t("reconciliations.undecided"), count: lines - decided }]
      : []),
  ];
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.sums}>
        <span>
          {t("reconciliations.listedSum", { count: listed, detox: listedDetox, rehab: listedRehab })}
        </span>
        <span>{t("reconciliations.oursSum", { count: ours })}</span>
        <strong>{t("reconciliations.decidedSum", { decided, lines })}</strong>
      </p>
      <ul className={styles.findings} aria-label={t("reconciliations.findings")}>
        {counts.map(({ key, label, count }) => (
          <li key={key ?? "all"}>
            <button
              type="button"
              aria-pressed={filter === key}
              className={classNames(styles.finding, filter === key && styles.here)}
              onClick={() => onFilter(key)}
            >
              {label} <strong>{count}</strong>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
