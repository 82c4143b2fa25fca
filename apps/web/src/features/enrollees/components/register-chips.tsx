import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import { CASE_STATES } from "@rehab/domain/supervision/case-state";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { FilterChips } from "../../../ui/filter-chips.tsx";
import type { FilterChip } from "../../../ui/filter-chips.tsx";
import type { FilterKey, RegisterAddress } from "../register-address.ts";
import { useRegisterPlaces } from "../register-places.ts";

const WORDS = "words";

/** What the register is filtered by, in words. */
export function RegisterChips({ address }: { readonly address: RegisterAddress }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { filter, words } = address;
  const { stations, townships, caseworkers } = useRegisterPlaces(undefined);
  const nameIn = (choices: readonly { value: string; label: string }[], id: string) =>
    choices.find(({ value }) => value === id)?.label ?? "…";

  const chips: FilterChip[] = [];
  const add = (key: string, label: string, value: string) => chips.push({ key, label, value });
  if (words !== "") add(WORDS, t("enrollees.words"), words);
  if (filter.standing !== "registered") {
    add("standing", t("enrollees.standing"), t(`enrollees.standings.${filter.standing}`));
  }
  if (filter.stationId) add("stationId", t("enrollees.station"), nameIn(stations, filter.stationId));
  if (filter.townshipId) add("townshipId", t("enrollees.township"), nameIn(townships, filter.townshipId));
  if (filter.caseworkerId) {
    add("caseworkerId", t("enrollees.caseworker"), nameIn(caseworkers, filter.caseworkerId));
  }
  if (filter.withoutCaseworker) {
    add("withoutCaseworker", t("enrollees.caseworker"), t("enrollees.withoutCaseworker"));
  }
  if (filter.caseworkerStationId) {
    add(
      "caseworkerStationId",
      t("enrollees.caseworkerStation"),
      nameIn(stations, filter.caseworkerStationId),
    );
  }
  if (filter.measure) add("measure", t("enrollees.measure"), labelOf(MEASURES, filter.measure));
  if (filter.state) add("state", t("enrollees.state"), labelOf(CASE_STATES, filter.state));
  if (filter.controlReason) {
    add("controlReason", t("enrollees.control"), labelOf(CONTROL_REASONS, filter.controlReason));
  }
  if (filter.riskLevel) add("riskLevel", t("enrollees.risk"), labelOf(RISK_LEVELS, filter.riskLevel));

  return (
    <FilterChips
      chips={chips}
      onRemove={(key) =>
        key === WORDS ? address.setWords("") : address.setFilter({ [key as FilterKey]: undefined })
      }
      onClear={address.clear}
    />
  );
}
