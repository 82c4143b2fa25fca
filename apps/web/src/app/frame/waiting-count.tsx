import { workbenchEndpoints } from "@rehab/schema/workbench";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { q } from "../../api/query.ts";
import styles from "./frame.module.css";

/** How much is due today or overdue: the same numbers as on the workbench. */
export function WaitingCount() {
  const { t } = useTranslation();
  const { data } = useQuery(q(workbenchEndpoints.counts, { query: {} }));
  const count = (data?.queues ?? [])
    .filter(({ queue }) => queue === "due" || queue === "overdue")
    .reduce((total, each) => total + each.count, 0);
  if (count === 0) return null;
  return (
    <span className={styles.waiting}>
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{t("frame.waiting", { count })}</span>
    </span>
  );
}
