import { indicatorsEndpoints } from "@rehab/schema/indicators";
import type { ControlRate } from "@rehab/schema/indicators";
import { useQuery } from "@tanstack/react-query";
import { Segmented, Skeleton } from "antd";
import { Suspense, lazy, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { percentText } from "../../../lib/fraction-text.ts";
import { Panel } from "../../../ui/panel.tsx";
import { monthPlot, stationPlot } from "../plots.ts";
import { TrendTable } from "./trend-table.tsx";

const Plot = lazy(() => import("../../../ui/plot.tsx"));

interface TrendPanelProps {
  readonly rate: ControlRate;
  readonly evidenceDays: number;
}

/** The rate by month and by station, as a plot or as the same figures in a table. */
export function TrendPanel({ rate, evidenceDays }: TrendPanelProps) {
  const { t } = useTranslation();
  const [by, setBy] = useState<"month" | "station">("month");
  const [as, setAs] = useState<"plot" | "table">("plot");
  const year = Number(rate.asOf.slice(0, 4));
  const trend = useQuery(q(indicatorsEndpoints.controlRateTrend, { query: { year, evidenceDays } }));
  const months = trend.data?.months;

  const words = useMemo(
    () => ({
      rate: t("indicators.controlRate"),
      evidence: t("indicators.evidenceRate", { count: evidenceDays }),
      target: t("indicators.targetLine", { percent: rate.target.percent }),
    }),
    [t, evidenceDays, rate.target.percent],
  );
  const option = useMemo(
    () =>
      by === "month"
        ? monthPlot(months ?? [], rate.target.percent, words)
        : stationPlot(rate.stations, rate.target.percent, words),
    [by, months, rate, words],
  );
  const figures =
    by === "month"
      ? (months ?? []).map(
          ({ asOf, numerator, denominator }) => `${asOf.slice(0, 7)} ${percentText(numerator, denominator)}`,
        )
      : rate.stations.map(
          ({ name, numerator, denominator }) => `${name} ${percentText(numerator, denominator)}`,
        );

  return (
    <Panel
      title={t(by === "month" ? "indicators.trend" : "indicators.stationPlot", { year })}
      extra={
        <div style={{ display: "flex", gap: 8 }}>
          <Segmented
            value={by}
            onChange={setBy}
            options={[
              { value: "month", label: t("indicators.byMonth") },
              { value: "station", label: t("indicators.byStation") },
            ]}
          />
          <Segmented
            value={as}
            onChange={setAs}
            options={[
              { value: "plot", label: t("common.asPlot") },
              { value: "table", label: t("common.asTable") },
            ]}
          />
        </div>
      }
    >
      <ProblemAlert error={trend.error} onRetry={() => void trend.refetch()} />
      {months === undefined && trend.error === null && <Skeleton active paragraph={{ rows: 6 }} />}
      {months && as === "plot" && (
        <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
          <Plot
            option={option}
            height={by === "month" ? 300 : 60 + rate.stations.length * 48}
            description={`${t(by === "month" ? "indicators.trend" : "indicators.stationPlot", { year })}：${figures.join("，")}；${words.target}`}
          />
        </Suspense>
      )}
      {months && as === "table" && <TrendTable by={by} months={months} rate={rate} words={words} />}
    </Panel>
  );
}
