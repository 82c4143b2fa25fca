import { accountsEndpoints } from "@rehab/schema/accounts";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { paths } from "../../../lib/paths.ts";
import { Panel } from "../../../ui/panel.tsx";
import { QueueList } from "../../../ui/queue-list.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";

/** Accounts that need the administrator: locked ones. */
export function AccountsCard() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(q(accountsEndpoints.list, {}));
  const locked = (data?.accounts ?? []).filter(({ lockedUntil }) => lockedUntil !== null);

  return (
    <Panel
      title={t("frame.page.accounts")}
      extra={<Link to={paths.accounts}>{t("home.openAccounts", { count: data?.accounts.length ?? 0 })}</Link>}
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {data && locked.length === 0 && <StatusTag tone="done">{t("home.noneLocked")}</StatusTag>}
      <QueueList
        label={t("frame.page.accounts")}
        lines={locked.map(({ id, displayName, username, stationName }) => ({
          key: id,
          tone: "overdue",
          word: t("home.locked"),
          note: [displayName, username, stationName].filter(Boolean).join(" · "),
          count: <Link to={paths.accounts}>{t("common.view")}</Link>,
        }))}
      />
    </Panel>
  );
}
