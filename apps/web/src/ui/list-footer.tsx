import { Button } from "antd";
import { useTranslation } from "react-i18next";

interface ListFooterProps {
  readonly shown: number;
  readonly total: number;
  readonly more: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** How much of a list is shown, and the way to the rest of it. */
export function ListFooter({ shown, total, more, loading, onMore }: ListFooterProps) {
  const { t } = useTranslation();
  if (total === 0) return null;
  return (
    <div style={{ display: "flex", gap: 12, alignItems: "center", justifyContent: "center", padding: 12 }}>
      <span style={{ color: "var(--ink-soft)" }}>
        {more ? t("common.shown", { shown, total }) : t("common.allShown", { total })}
      </span>
      {more && (
        <Button onClick={onMore} loading={loading}>
          {t("common.loadMore")}
        </Button>
      )}
    </div>
  );
}
