import { LeaveQueue, leavesEndpoints } from "@rehab/schema/leaves";
import { useQuery } from "@tanstack/react-query";
import { Segmented, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { paths } from "../../../lib/paths.ts";
import { useShownNames } from "../../../parts/shown-names.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import styles from "../../../ui/matter.module.css";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { LeaveItem } from "../components/leave-item.tsx";

/** Who is away, who should be back, who asks to go: each list as long as its count. */
function LeavesPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const asked = LeaveQueue.safeParse(params.get("queue"));
  const queue = asked.success ? asked.data : "away";
  const { data, error, refetch } = useQuery(q(leavesEndpoints.list, { query: { queue } }));
  const rows = data?.rows ?? [];
  const names = useShownNames([rows], ({ enrolleeId }) => enrolleeId);
  const countOf = (each: LeaveQueue) => data?.counts.find((counted) => counted.queue === each)?.count;
  return (
    <>
      <PageHeader title={t("leaves.title")} purpose={t("leaves.purpose")} actions={names.toggle} />
      <Segmented<LeaveQueue>
        aria-label={t("leaves.title")}
        value={queue}
        onChange={(next) => setParams({ queue: next }, { replace: true })}
        options={LeaveQueue.options.map((value) => ({
          value,
          label: `${t(`leaves.queue.${value}`)} ${countOf(value) ?? ""}`,
        }))}
      />
      <p role="status" style={{ margin: "8px 0" }}>
        {data && t("leaves.found", { count: rows.length })}
      </p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {names.problem}
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 6 }} title={false} />}
      {data && rows.length === 0 && (
        <EmptyState title={t("leaves.noneInQueue")} help={t("leaves.threeDays")} />
      )}
      {rows.length > 0 && (
        <Panel title={t(`leaves.queue.${queue}`)}>
          <ul className={styles.list} aria-label={t(`leaves.queue.${queue}`)}>
            {rows.map((leave) => (
              <LeaveItem
                key={leave.id}
                leave={leave}
                who={
                  <span>
                    <Link to={paths.enrolleeLeaves(leave.enrolleeId)}>{names.nameOf(leave)}</Link>{" "}
                    <span className={styles.soft}>{leave.stationName}</span>
                  </span>
                }
              />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

export { LeavesPage as Component };
