import { visitsEndpoints } from "@rehab/schema/visits";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import styles from "../../../ui/matter.module.css";
import { GoalsPanel } from "../components/goals-panel.tsx";
import { HelpPanel } from "../components/help-panel.tsx";
import { MindPanel } from "../components/mind-panel.tsx";
import { VisitsPanel } from "../components/visits-panel.tsx";

/** A person's visits on the left; the next day, goals and help on the right. */
function ContactsPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data: file, error, refetch } = useQuery(q(visitsEndpoints.ofPerson, { params: { id } }));
  if (file === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 8 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <section className={styles.columns} aria-label={t("visits.tab")}>
      <div className={styles.side}>
        <VisitsPanel file={file} />
      </div>
      <div className={styles.side}>
        <MindPanel file={file} />
        <GoalsPanel file={file} />
        <HelpPanel file={file} />
      </div>
    </section>
  );
}

export { ContactsPage as Component };
