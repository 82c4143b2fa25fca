import { Button } from "antd";
import { useTranslation } from "react-i18next";

interface ListFooterProps {
  readonly shown: number;
  /** Undefined where nobody counts the whole list. */
  readonly total: number | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** How much of a list is shown, and the way to the rest of it. */
export function ListFooter({ shown, total, more, loading, onMore }: ListFooterProps) {
  const { t } = useTranslation();
  if (shown === 0) return null;
  const all = total === undefined ? t("common.shownSome", { shown }) : t("common.shown", { shown, total });
  const shownText = more ? all : t("common.allShown", { total: shown });
  return (
    <div style={{ display: "flex", gap: 12, alignItems: "center", justifyContent: "center", padding: 12 }}>
      <span style={{ color: "var(--ink-soft)" }}>{shownText}</span>
      {more && (
        <Button onClick={onMore} loading={loading}>
          {t("common.loadMore")}
        </Button>
      )}
    </div>
  );
}
