import { MEASURES } from "@rehab/domain/supervision/measure";
import type { ControlRate } from "@rehab/schema/indicators";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { CountLink } from "../../../parts/count-link.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { RateFraction } from "../../../ui/rate-fraction.tsx";
import { peopleAddress } from "../people-address.ts";
import type { NumberAsked } from "../people-address.ts";

interface StationTableProps {
  readonly rate: ControlRate;
  readonly asked: NumberAsked;
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly of: NumberAsked;
  readonly numerator: number;
  readonly denominator: number;
  readonly evidenceNumerator: number | undefined;
}

/** The rate by station and by measure; every number opens its people. */
export function StationTable({ rate, asked }: StationTableProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();

  const lines: Line[] = [
    ...rate.stations.map(({ id, name, numerator, denominator, evidenceNumerator }) => ({
      key: id,
      name,
      of: { ...asked, stationId: id },
      numerator,
      denominator,
      evidenceNumerator,
    })),
    ...rate.measures.map(({ measure, numerator, denominator }) => ({
      key: measure,
      name: labelOf(MEASURES, measure),
      of: { ...asked, measure },
      numerator,
      denominator,
      evidenceNumerator: undefined,
    })),
    {
      key: "total",
      name: t("indicators.all"),
      of: asked,
      numerator: rate.numerator,
      denominator: rate.denominator,
      evidenceNumerator: rate.evidence.numerator,
    },
  ];
  const opens =
    (of: NumberAsked, group: "controlled" | "proven") =>
    (part: "numerator" | "denominator", text: ReactNode) => (
      <Link to={peopleAddress({ ...of, group: part === "numerator" ? group : "registered" })}>{text}</Link>
    );

  return (
    <Panel title={t("indicators.byStation")} flush>
      <DataTable
        label={t("indicators.byStation")}
        rows={lines}
        rowKey={({ key }) => key}
        minWidth={760}
        columns={[
          { key: "name", title: t("indicators.stationOrMeasure"), dataIndex: "name", width: 200 },
          {
            key: "rate",
            title: t("indicators.controlRate"),
            render: (_, { of, numerator, denominator }) => (
              <RateFraction
                numerator={numerator}
                denominator={denominator}
                renderLink={opens(of, "controlled")}
              />
            ),
          },
          {
            key: "uncontrolled",
            title: t("indicators.notCounted"),
            align: "right",
            width: 110,
            render: (_, { of, numerator, denominator }) => (
              <CountLink
                count={denominator - numerator}
                to={peopleAddress({ ...of, group: "not_controlled" })}
              />
            ),
          },
          {
            key: "evidence",
            title: t("indicators.evidenceRate", { count: rate.evidence.days }),
            render: (_, { of, evidenceNumerator, denominator }) =>
              evidenceNumerator === undefined ? (
                "—"
              ) : (
                <RateFraction
                  numerator={evidenceNumerator}
                  denominator={denominator}
                  renderLink={opens(of, "proven")}
                />
              ),
          },
        ]}
      />
    </Panel>
  );
}
