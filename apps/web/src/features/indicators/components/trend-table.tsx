import type { ResponseOf } from "@rehab/schema/endpoint";
import type { ControlRate, indicatorsEndpoints } from "@rehab/schema/indicators";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../lib/day-text.ts";
import { fractionText } from "../../../lib/fraction-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { PlotWords } from "../plots.ts";

type Month = ResponseOf<typeof indicatorsEndpoints.controlRateTrend>["months"][number];

interface TrendTableProps {
  readonly by: "month" | "station";
  readonly months: readonly Month[];
  readonly rate: ControlRate;
  readonly words: PlotWords;
}

/** The figures of the plot. */
export function TrendTable({ by, months, rate, words }: TrendTableProps) {
  const { t } = useTranslation();
  if (by === "station") {
    return (
      <DataTable
        compact
        label={t("indicators.byStation")}
        rows={rate.stations}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", title: t("indicators.station"), dataIndex: "name" },
          {
            key: "rate",
            title: words.rate,
            render: (_, { numerator, denominator }) => fractionText(numerator, denominator),
          },
          {
            key: "evidence",
            title: words.evidence,
            render: (_, { evidenceNumerator, denominator }) => fractionText(evidenceNumerator, denominator),
          },
        ]}
      />
    );
  }
  return (
    <DataTable
      compact
      label={t("indicators.byMonth")}
      rows={months}
      rowKey={({ asOf }) => asOf}
      minWidth={500 + rate.stations.length * 120}
      columns={[
        { key: "month", title: t("indicators.asOf"), width: 130, render: (_, { asOf }) => dayText(asOf) },
        {
          key: "rate",
          title: words.rate,
          width: 180,
          render: (_, { numerator, denominator }) => fractionText(numerator, denominator),
        },
        {
          key: "evidence",
          title: words.evidence,
          width: 180,
          render: (_, { evidenceNumerator, denominator }) => fractionText(evidenceNumerator, denominator),
        },
        ...rate.stations.map(({ id, name }) => ({
          key: id,
          title: name,
          render: (_: unknown, month: Month) => {
            const station = month.stations.find((each) => each.id === id);
            return station === undefined ? "—" : `${station.numerator} / ${station.denominator}`;
          },
        })),
      ]}
    />
  );
}
