import { indicatorsEndpoints } from "@rehab/schema/indicators";
import type { ControlRate } from "@rehab/schema/indicators";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { Explain } from "../../../ui/explain.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { RateFraction } from "../../../ui/rate-fraction.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { ReasonTables } from "../components/reason-tables.tsx";
import { StationTable } from "../components/station-table.tsx";
import { TrendPanel } from "../components/trend-panel.tsx";
import { peopleAddress } from "../people-address.ts";
import type { NumberAsked } from "../people-address.ts";
import { useRateAddress } from "../rate-address.ts";
import styles from "./indicators-page.module.css";

const evidenceChoices = [30, 60, 90, 180, 366];

function IndicatorsPage() {
  const { t } = useTranslation();
  const { session } = useSession();
  const { asOf, evidenceDays, set } = useRateAddress();
  const {
    data: rate,
    error,
    refetch,
  } = useQuery({
    ...q(indicatorsEndpoints.controlRate, { query: { asOf, evidenceDays } }),
    placeholderData: keepPreviousData,
  });
  const choices = [...new Set([...evidenceChoices, evidenceDays])].sort((a, b) => a - b);

  return (
    <>
      <PageHeader
        title={t("indicators.title")}
        purpose={t("indicators.purpose")}
        actions={
          <>
            <label className={styles.control}>
              {t("indicators.asOf")}
              <DayInput
                value={asOf}
                max={session.today}
                onChange={(day) => {
                  if (day !== null) set({ asOf: day });
                }}
              />
            </label>
            <label className={styles.control}>
              {t("indicators.evidenceWindow")}
              <Select
                value={evidenceDays}
                options={choices.map((days) => ({ value: days, label: t("common.days", { count: days }) }))}
                onChange={(days: number) => set({ evidenceDays: days })}
                style={{ width: 100 }}
              />
            </label>
          </>
        }
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {rate === undefined && error === null && <Skeleton active paragraph={{ rows: 10 }} />}
      {rate && <RateSections rate={rate} evidenceDays={evidenceDays} />}
    </>
  );
}

interface RateSectionsProps {
  readonly rate: ControlRate;
  readonly evidenceDays: number;
}

function RateSections({ rate, evidenceDays }: RateSectionsProps) {
  const asked = { asOf: rate.asOf, evidenceDays };
  return (
    <div className={styles.sections}>
      <div className={styles.pair}>
        <ControlRatePanel rate={rate} asked={asked} />
        <EvidencePanel rate={rate} asked={asked} />
      </div>
      <ReasonTables rate={rate} asked={asked} />
      <StationTable rate={rate} asked={asked} />
      <TrendPanel rate={rate} evidenceDays={evidenceDays} />
    </div>
  );
}

interface RatePanelProps {
  readonly rate: ControlRate;
  readonly asked: NumberAsked;
}

function ControlRatePanel({ rate, asked }: RatePanelProps) {
  const { t } = useTranslation();
  const open = (part: "numerator" | "denominator", text: ReactNode) => (
    <Link to={peopleAddress({ ...asked, group: part === "numerator" ? "controlled" : "registered" })}>
      {text}
    </Link>
  );
  return (
    <Panel
      title={t("indicators.controlRate")}
      extra={<Explain title={t("indicators.controlRate")}>{<Definition rate={rate} />}</Explain>}
    >
      <RateFraction large numerator={rate.numerator} denominator={rate.denominator} renderLink={open} />
      <p className={styles.soft}>{t("indicators.rateWords", { day: dayText(rate.asOf) })}</p>
      <TargetLine rate={rate} asked={asked} />
    </Panel>
  );
}

/** How far the rate is from the target, in people. */
function TargetLine({ rate, asked }: RatePanelProps) {
  const { t } = useTranslation();
  const { target, numerator, denominator } = rate;
  if (denominator === 0 || target.missing === 0) {
    const empty = denominator === 0;
    return (
      <p className={styles.target}>
        <StatusTag tone={empty ? "idle" : "done"}>
          {empty ? t("indicators.nobodyRegistered") : t("indicators.targetReached", target)}
        </StatusTag>
      </p>
    );
  }
  return (
    <p className={styles.target}>
      <StatusTag tone="overdue">{t("indicators.targetMissing", { count: target.missing })}</StatusTag>
      <span>{t("indicators.targetNeeds", target)}</span>
      <Link to={peopleAddress({ ...asked, group: "not_controlled" })}>
        {t("indicators.notControlledCount", { count: denominator - numerator })}
      </Link>
    </p>
  );
}

function Definition({ rate }: { readonly rate: ControlRate }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{rate.definition.text}</p>
      <p className={styles.soft}>
        {t("indicators.definitionVersion", { version: rate.definition.version, day: dayText(rate.asOf) })}
      </p>
    </>
  );
}

function EvidencePanel({ rate, asked }: RatePanelProps) {
  const { t } = useTranslation();
  const { days, numerator } = rate.evidence;
  const unproven = rate.numerator - numerator;
  const open = (part: "numerator" | "denominator", text: ReactNode) => (
    <Link to={peopleAddress({ ...asked, group: part === "numerator" ? "proven" : "registered" })}>
      {text}
    </Link>
  );
  return (
    <Panel
      title={t("indicators.evidenceRate", { count: days })}
      extra={
        <Explain title={t("indicators.evidenceRate", { count: days })}>
          {t("indicators.evidenceHelp", { count: days })}
        </Explain>
      }
    >
      <RateFraction large numerator={numerator} denominator={rate.denominator} renderLink={open} />
      <p className={styles.soft}>{t("indicators.evidenceWords", { day: dayText(rate.asOf), count: days })}</p>
      {unproven > 0 && (
        <p className={styles.target}>
          <StatusTag tone="dueSoon">{t("indicators.unproven", { count: unproven })}</StatusTag>
          <Link to={peopleAddress({ ...asked, group: "not_proven" })}>{t("indicators.openList")}</Link>
        </p>
      )}
      {unproven === 0 && rate.numerator > 0 && <StatusTag tone="done">{t("indicators.allProven")}</StatusTag>}
    </Panel>
  );
}

export { IndicatorsPage as Component };
