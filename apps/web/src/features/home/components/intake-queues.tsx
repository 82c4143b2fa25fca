import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffQueue } from "@rehab/schema/handoffs";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { Panel } from "../../../ui/panel.tsx";
import { QueueList } from "../../../ui/queue-list.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";

/** Queues that ask for something; what was given back to the police asks for nothing more. */
const shown = [
  "to_assign",
  "owner_unfit",
  "to_acknowledge",
  "report_overdue",
  "report_due",
  "notice",
  "agreement",
  "team",
  "plan",
  "police",
] as const satisfies readonly HandoffQueue[];

/** Cases on their way from the order to the plan, by the step that is next and how many are overdue. */
export function IntakeQueues() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(q(handoffsEndpoints.counts, { query: {} }));
  const lines = shown.flatMap((queue) => {
    const counted = data?.queues.find((each) => each.queue === queue);
    if (counted === undefined || counted.count === 0) return [];
    const isGrave = queue === "to_assign" || queue === "owner_unfit";
    return [
      {
        key: queue,
        tone: counted.overdue > 0 || isGrave ? ("overdue" as const) : ("dueSoon" as const),
        word: t(`home.queue.${queue}`),
        note: counted.overdue > 0 ? t("home.overdueOf", { count: counted.overdue }) : "",
        count: (
          <Link to={withQuery(paths.handoffs, { queue })}>
            {t("common.people", { count: counted.count })}
          </Link>
        ),
      },
    ];
  });
  return (
    <Panel title={t("home.intake")} extra={<Link to={paths.handoffs}>{t("home.openHandoffs")}</Link>}>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      {data && lines.length === 0 && <StatusTag tone="done">{t("home.noHandoffs")}</StatusTag>}
      <QueueList lines={lines} label={t("home.intake")} />
    </Panel>
  );
}
