import { SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover, Segmented } from "antd";
import { useTranslation } from "react-i18next";

export interface ColumnChoice {
  readonly key: string;
  readonly label: string;
  /** Cannot be hidden. */
  readonly fixed?: boolean;
}

interface ColumnSettingsProps {
  readonly columns: readonly ColumnChoice[];
  readonly visible: readonly string[];
  readonly compact: boolean;
  readonly onVisible: (keys: string[]) => void;
  readonly onCompact: (compact: boolean) => void;
  readonly onReset: () => void;
}

/** Which columns a table shows, and how close its rows stand. */
export function ColumnSettings(props: ColumnSettingsProps) {
  const { columns, visible, compact, onVisible, onCompact, onReset } = props;
  const { t } = useTranslation();
  const content = (
    <div style={{ width: 220 }}>
      <Checkbox.Group
        style={{ display: "flex", flexDirection: "column", gap: 4 }}
        value={[...visible]}
        options={columns.map(({ key, label, fixed }) => ({ label, value: key, disabled: fixed === true }))}
        onChange={(keys) => onVisible(keys.map(String))}
      />
      <div style={{ display: "flex", gap: 8, alignItems: "center", margin: "12px 0 8px" }}>
        {t("common.density")}
        <Segmented
          size="small"
          value={compact ? "compact" : "normal"}
          options={[
            { label: t("common.densityNormal"), value: "normal" },
            { label: t("common.densityCompact"), value: "compact" },
          ]}
          onChange={(value) => onCompact(value === "compact")}
        />
      </div>
      <Button type="link" size="small" style={{ padding: 0 }} onClick={onReset}>
        {t("common.columnsReset")}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t("common.columns")} content={content}>
      <Button icon={<SettingOutlined />}>{t("common.columns")}</Button>
    </Popover>
  );
}
