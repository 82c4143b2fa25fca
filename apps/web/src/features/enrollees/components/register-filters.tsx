import { FilterOutlined } from "@ant-design/icons";
import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import { CASE_STATES } from "@rehab/domain/supervision/case-state";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { CaseState } from "@rehab/schema/supervision";
import { Button, Drawer, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CodeEntry } from "@rehab/domain/code-list";
import { useCodeLabel } from "../../../lib/code-label.ts";
import type { Filter, FilterKey, RegisterAddress } from "../register-address.ts";
import { useRegisterPlaces } from "../register-places.ts";
import styles from "./register-filters.module.css";
import { WordsInput } from "./words-input.tsx";

interface RegisterFiltersProps {
  readonly address: RegisterAddress;
  readonly narrow: boolean;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The register's search and filters; on the phone the filters open in a drawer. */
export function RegisterFilters({ address, narrow }: RegisterFiltersProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { filter, setFilter } = address;

  const standing = (
    <Segmented
      aria-label={t("enrollees.standing")}
      value={filter.standing}
      options={(["registered", "ended", "all"] as const).map((value) => ({
        value,
        label: t(`enrollees.standings.${value}`),
      }))}
      onChange={(value) => setFilter({ standing: value === "registered" ? undefined : value })}
    />
  );

  if (!narrow) {
    return (
      <search>
        <div className={styles.bar}>
          <WordsInput words={address.words} onWords={address.setWords} />
          {standing}
        </div>
        <div className={styles.bar}>
          <FilterSelects filter={filter} setFilter={setFilter} />
        </div>
      </search>
    );
  }
  return (
    <search className={styles.bar}>
      <WordsInput words={address.words} onWords={address.setWords} />
      <Button icon={<FilterOutlined />} onClick={() => setOpen(true)}>
        {t("common.filters")}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        size={480}
        title={t("common.filters")}
      >
        <div className={styles.drawer}>
          {standing}
          <FilterSelects filter={filter} setFilter={setFilter} />
        </div>
      </Drawer>
    </search>
  );
}

interface FilterSelectsProps {
  readonly filter: Filter;
  readonly setFilter: RegisterAddress["setFilter"];
}

function FilterSelects({ filter, setFilter }: FilterSelectsProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { stations, townships, caseworkers } = useRegisterPlaces(filter.stationId);

  const codes = (list: readonly CodeEntry[]): Choice[] =>
    list.map(({ code }) => ({ value: code, label: labelOf(list, code) }));
  const select = (key: FilterKey, label: string, options: readonly Choice[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      value={filter[key] ?? null}
      options={[...options]}
      onChange={(value: string | null) => setFilter({ [key]: value ?? undefined })}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      className={styles.select ?? ""}
    />
  );

  const states = CASE_STATES.filter(({ code }) => CaseState.options.includes(code as never));
  return (
    <>
      {stations.length > 1 && select("stationId", t("enrollees.station"), stations)}
      {select("townshipId", t("enrollees.township"), townships)}
      {select("caseworkerId", t("enrollees.caseworker"), caseworkers)}
      {select("measure", t("enrollees.measure"), codes(MEASURES))}
      {select("state", t("enrollees.state"), codes(states))}
      {select("controlReason", t("enrollees.control"), codes(CONTROL_REASONS))}
      {select("riskLevel", t("enrollees.risk"), codes(RISK_LEVELS))}
    </>
  );
}
