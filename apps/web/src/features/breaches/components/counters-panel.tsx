import { BREACH_EVIDENCE_KINDS } from "@rehab/domain/breach/breach-counters";
import { BREACH_LEVELS } from "@rehab/domain/breach/breach-ladder";
import { BREACH_GROUNDS } from "@rehab/domain/supervision/case-event";
import type { BreachFile } from "@rehab/schema/breaches";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { Explain } from "../../../ui/explain.tsx";
import matter from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";
import styles from "./counters.module.css";

export const levelTones: Readonly<Record<BreachFile["level"], Tone>> = {
  none: "idle",
  minor: "running",
  serious: "dueSoon",
  grave: "overdue",
};

/** The counters of the law with what each of them rests on. */
export function CountersPanel({ file }: { readonly file: BreachFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { level, rule, counters, positives } = file;
  return (
    <Panel
      title={t("breaches.counters.title")}
      extra={<StatusTag tone={levelTones[level]}>{labelOf(BREACH_LEVELS, level)}</StatusTag>}
    >
      <dl className={styles.counters}>
        {counters.map(({ ground, count, threshold, reachedOn }) => (
          <div key={ground} className={styles.counter}>
            <dt>{t(`breaches.counters.${ground}`)}</dt>
            <dd>
              {count} / {threshold}
            </dd>
            {reachedOn !== null && (
              <dd style={{ fontSize: 14 }}>
                <StatusTag tone="overdue">
                  {t("breaches.counters.reached", { day: dayText(reachedOn) })}
                </StatusTag>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <Explain title={t("breaches.counters.title")} label={rule.citation}>
        {rule.says}
        <br />
        {t("breaches.counters.wholeTerm")}
      </Explain>
      {counters.map((counter) => (
        <Evidence key={counter.ground} counter={counter} label={labelOf(BREACH_GROUNDS, counter.ground)} />
      ))}
      {positives.count > 0 && (
        <p className={matter.reason}>
          {t("breaches.counters.positives", { count: positives.count, informed: positives.informed })}
        </p>
      )}
    </Panel>
  );
}

interface EvidenceProps {
  readonly counter: BreachFile["counters"][number];
  readonly label: string;
}

/** What a counter rests on, and what does not count and why; stands open once anything counts. */
function Evidence({ counter, label }: EvidenceProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { items, count } = counter;
  if (items.length === 0) return null;
  return (
    <details className={styles.evidence} open={count > 0}>
      <summary>
        {t("breaches.counters.evidence", {
          label,
          counted: items.filter(({ counts }) => counts).length,
          all: items.length,
        })}
      </summary>
      <ul className={matter.list} aria-label={label}>
        {items.map(({ kind, on, to, counts, because }) => (
          <li key={`${kind}-${on}-${to}`} className={matter.item}>
            <div className={matter.line}>
              <StatusTag tone={counts ? "dueSoon" : "idle"}>
                {t(counts ? "breaches.counters.counts" : "breaches.counters.countsNot")}
              </StatusTag>
              <span>
                {dayText(on)}　{labelOf(BREACH_EVIDENCE_KINDS, kind)}
              </span>
            </div>
            <p className={matter.small}>{because}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
