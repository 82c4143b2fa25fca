import { useTranslation } from "react-i18next";
import { dayText } from "../lib/day-text.ts";
import { Explain } from "./explain.tsx";
import { StatusTag } from "./status-tag.tsx";
import styles from "./why-date.module.css";

/** The way to a date: the rule and its article, each step, and the years whose holidays are not published. */
export interface Why {
  readonly citation: string;
  readonly says: string;
  readonly steps: readonly { readonly on: string; readonly note: string }[];
  readonly unknownYears: readonly number[];
}

interface WhyDateProps {
  readonly why: Why & { readonly date: string; readonly ruleId: string; readonly title: string };
  /** What the date is: 报到期限, 期满日. */
  readonly title: string;
}

/** A computed date that answers why: pointing at it or reaching it with the keyboard shows the way to it. */
export function WhyDate({ why, title }: WhyDateProps) {
  return (
    <span className={styles.date}>
      <Explain title={`${title}　${why.ruleId} ${why.title}`} label={dayText(why.date)}>
        <WhySteps why={why} />
      </Explain>
      <UnknownYears years={why.unknownYears} />
    </span>
  );
}

/** The rule and its article, each step of the way, and the years whose holidays may still move the date. */
export function WhySteps({ why }: { readonly why: Why }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        {why.citation}：{why.says}
      </p>
      {why.steps.length > 0 && (
        <ol className={styles.steps}>
          {why.steps.map(({ on, note }) => (
            <li key={`${on} ${note}`}>
              {dayText(on)}：{note}
            </li>
          ))}
        </ol>
      )}
      {why.unknownYears.length > 0 && (
        <p>{t("law.why.unknownYears", { years: why.unknownYears.join("、") })}</p>
      )}
    </>
  );
}

/** Says beside a date that it may still move. */
export function UnknownYears({ years }: { readonly years: readonly number[] }) {
  const { t } = useTranslation();
  if (years.length === 0) return null;
  return <StatusTag tone="dueSoon">{t("law.why.tag", { years: years.join("、") })}</StatusTag>;
}
