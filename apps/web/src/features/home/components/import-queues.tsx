import { importsEndpoints } from "@rehab/schema/imports";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { momentText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { Panel } from "../../../ui/panel.tsx";
import { QueueList } from "../../../ui/queue-list.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";

/** Rows of imports that wait for a person's decision, and batches that wait to be carried out. */
export function ImportQueues() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(q(importsEndpoints.list, { query: { limit: 30 } }));
  const open = (data?.rows ?? []).filter(({ state }) => state === "planned" || state === "applied");
  const lines = open.flatMap(({ id, state, toDecide, createdAt }) => [
    ...(toDecide > 0
      ? [
          {
            key: `${id}-decide`,
            tone: "dueSoon" as const,
            word: t("home.toDecide"),
            note: t("home.batchOf", { moment: momentText(createdAt) }),
            count: <Link to={paths.importDecisions(id)}>{t("home.rows", { count: toDecide })}</Link>,
          },
        ]
      : []),
    ...(state === "planned"
      ? [
          {
            key: `${id}-apply`,
            tone: "dueSoon" as const,
            word: t("home.toApply"),
            note: t("home.batchOf", { moment: momentText(createdAt) }),
            count: <Link to={paths.importBatch(id)}>{t("common.view")}</Link>,
          },
        ]
      : []),
  ]);

  return (
    <Panel title={t("home.imports")} extra={<Link to={paths.imports}>{t("home.openImports")}</Link>}>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {data && lines.length === 0 && <StatusTag tone="done">{t("home.nothingToDecide")}</StatusTag>}
      <QueueList lines={lines} label={t("home.imports")} />
    </Panel>
  );
}
