import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./filter-chips.module.css";

export interface FilterChip {
  readonly key: string;
  /** What is filtered: 状态. */
  readonly label: string;
  readonly value: string;
}

interface FilterChipsProps {
  readonly chips: readonly FilterChip[];
  readonly onRemove: (key: string) => void;
  readonly onClear: () => void;
}

/** The filters that are set, each with a way to take it off. */
export function FilterChips({ chips, onRemove, onClear }: FilterChipsProps) {
  const { t } = useTranslation();
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t("common.filters")}>
      {chips.map(({ key, label, value }) => (
        <li key={key} className={styles.chip}>
          {label}：{value}
          <button
            type="button"
            aria-label={t("common.removeFilter", { label: `${label} ${value}` })}
            onClick={() => onRemove(key)}
          >
            <CloseOutlined />
          </button>
        </li>
      ))}
      <li>
        <Button type="link" size="small" onClick={onClear}>
          {t("common.clearAll")}
        </Button>
      </li>
    </ul>
  );
}
