import { ArrowLeftOutlined } from "@ant-design/icons";
import type { TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "../../../lib/paths.ts";

/** The way from a list back to the year's book. */
export function BackToYear({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  return (
    <Link to={paths.countyRecordsOf(year)}>
      <ArrowLeftOutlined /> {t("countyRecords.title", { year })}
    </Link>
  );
}

interface Owned {
  readonly stationName: string;
  readonly caseworkerName: string | null;
}

/** Who is responsible for somebody of a list: station and caseworker. */
export function useOwnerColumns<Row extends Owned>(): TableColumnType<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: "station",
      title: t("enrollees.station"),
      width: 160,
      render: (_, { stationName }) => stationName,
    },
    {
      key: "caseworker",
      title: t("enrollees.caseworker"),
      width: 100,
      render: (_, { caseworkerName }) => caseworkerName ?? t("enrollees.file.noOwner"),
    },
  ];
}
