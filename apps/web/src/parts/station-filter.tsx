import { stationsEndpoints } from "@rehab/schema/stations";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { q } from "../api/query.ts";

interface StationFilterProps {
  readonly value: string | undefined;
  readonly onChange: (stationId: string | undefined) => void;
}

/** Narrows a list of the whole county to one station. */
export function StationFilter({ value, onChange }: StationFilterProps) {
  const { t } = useTranslation();
  const { data } = useQuery(q(stationsEndpoints.list, {}));
  return (
    <Select
      allowClear
      aria-label={t("enrollees.station")}
      placeholder={t("common.allStations")}
      style={{ width: 180 }}
      value={value ?? null}
      options={(data?.stations ?? []).map((station) => ({ value: station.id, label: station.name }))}
      onChange={(stationId?: string | null) => onChange(stationId ?? undefined)}
    />
  );
}
