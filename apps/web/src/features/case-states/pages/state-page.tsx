import { caseStatesEndpoints } from "@rehab/schema/case-states";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import styles from "../../../ui/matter.module.css";
import { EndPanel } from "../components/end-panel.tsx";
import { EndingPanel } from "../components/ending-panel.tsx";
import { EventsPanel } from "../components/events-panel.tsx";
import { PapersPanel } from "../components/papers-panel.tsx";
import { SearchPanel } from "../components/search-panel.tsx";
import { SpansPanel } from "../components/spans-panel.tsx";
import { StatePanel } from "../components/state-panel.tsx";

/** A person's file, where it tells of states: what is and was on the left, the end of the term on the right. */
function StatePage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data: file, error, refetch } = useQuery(q(caseStatesEndpoints.get, { params: { id } }));
  if (file === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 8 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <section className={styles.columns} aria-label={t("caseStates.tab")}>
      <div className={styles.side}>
        <StatePanel file={file} />
        <SpansPanel file={file} />
        <EventsPanel file={file} />
        <SearchPanel file={file} />
      </div>
      <div className={styles.side}>
        <EndPanel file={file} />
        <EndingPanel file={file} />
        <PapersPanel file={file} />
      </div>
    </section>
  );
}

export { StatePage as Component };
