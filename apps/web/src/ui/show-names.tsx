import { Switch, Tooltip } from "antd";
import { useTranslation } from "react-i18next";

interface ShowNamesProps {
  readonly shown: boolean;
  readonly loading: boolean;
  readonly onChange: (shown: boolean) => void;
}

/** Shows the whole names of a list, and says that it is recorded. */
export function ShowNames({ shown, loading, onChange }: ShowNamesProps) {
  const { t } = useTranslation();
  return (
    <Tooltip title={t("common.showNamesHelp")} placement="bottom">
      <label style={{ display: "inline-flex", gap: 6, alignItems: "center", cursor: "pointer" }}>
        <Switch size="small" checked={shown} loading={loading} onChange={onChange} />
        {t("common.showNames")}
      </label>
    </Tooltip>
  );
}
