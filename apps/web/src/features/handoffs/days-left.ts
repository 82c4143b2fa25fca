import { useTranslation } from "react-i18next";

/** How far away a last day is, in words: 还有 3 天, 今天到期, 已过 2 天. */
export function useDaysLeft(): (days: number) => string {
  const { t } = useTranslation();
  return (days) => {
    if (days === 0) return t("handoffs.dueToday");
    return days > 0 ? t("handoffs.daysLeft", { count: days }) : t("handoffs.daysOver", { count: -days });
  };
}
