import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";

export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("common.loading")} style={{ padding: 24 }}>
      <Skeleton active title={{ width: 160 }} paragraph={{ rows: 8 }} />
    </div>
  );
}
