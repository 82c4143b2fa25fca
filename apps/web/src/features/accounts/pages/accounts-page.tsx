import { PlusOutlined } from "@ant-design/icons";
import { roles } from "@rehab/schema/access/role";
import { accountsEndpoints } from "@rehab/schema/accounts";
import type { Account } from "@rehab/schema/accounts";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { momentText } from "../../../lib/day-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { AccountDrawer } from "../components/account-drawer.tsx";
import { PasswordDialog } from "../components/password-dialog.tsx";

/** Who may sign in, as what and where. */
function AccountsPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const { data, error, isPending, refetch } = useQuery(q(accountsEndpoints.list, {}));
  const [editing, setEditing] = useState<Account | "new">();
  const [resetting, setResetting] = useState<Account>();
  const mayUpdate = ability.can("update", "Account");

  return (
    <>
      <PageHeader
        title={t("accounts.title")}
        purpose={t("accounts.purpose")}
        actions={
          ability.can("create", "Account") && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing("new")}>
              {t("accounts.create")}
            </Button>
          )
        }
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <DataTable<Account>
        label={t("accounts.title")}
        rows={data?.accounts}
        rowKey={({ id }) => id}
        loading={isPending}
        minWidth={960}
        columns={[
          { key: "username", title: t("accounts.username"), dataIndex: "username", width: 180 },
          { key: "displayName", title: t("accounts.displayName"), dataIndex: "displayName", width: 110 },
          {
            key: "roles",
            title: t("accounts.roles"),
            width: 150,
            render: (_, account) => account.roles.map((role) => labelOf(roles, role)).join("、"),
          },
          {
            key: "station",
            title: t("accounts.station"),
            width: 150,
            render: (_, { stationName }) => stationName ?? t("frame.bureauStaff"),
          },
          {
            key: "status",
            title: t("accounts.status"),
            width: 150,
            render: (_, account) => <AccountStatus account={account} />,
          },
          {
            key: "lastSignInAt",
            title: t("accounts.lastSignIn"),
            width: 150,
            render: (_, { lastSignInAt }) =>
              lastSignInAt === null ? t("accounts.never") : momentText(lastSignInAt),
          },
          {
            key: "actions",
            title: t("accounts.actions"),
            width: 200,
            render: (_, account) =>
              mayUpdate && (
                <>
                  <Button
                    type="link"
                    size="small"
                    aria-label={t("accounts.editOf", { name: account.username })}
                    onClick={() => setEditing(account)}
                  >
                    {t("common.edit")}
                  </Button>
                  <Button
                    type="link"
                    size="small"
                    aria-label={t(account.lockedUntil === null ? "accounts.resetOf" : "accounts.unlockOf", {
                      name: account.username,
                    })}
                    onClick={() => setResetting(account)}
                  >
                    {t(account.lockedUntil === null ? "accounts.reset" : "accounts.unlock")}
                  </Button>
                </>
              ),
          },
        ]}
      />
      {editing !== undefined && (
        <AccountDrawer
          account={
            editing === "new" ? undefined : (data?.accounts.find(({ id }) => id === editing.id) ?? editing)
          }
          onClose={() => setEditing(undefined)}
        />
      )}
      {resetting && <PasswordDialog account={resetting} onClose={() => setResetting(undefined)} />}
    </>
  );
}

function AccountStatus({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  if (account.status === "disabled") return <StatusTag tone="idle">{t("accounts.disabled")}</StatusTag>;
  if (account.lockedUntil !== null) return <StatusTag tone="overdue">{t("accounts.locked")}</StatusTag>;
  return <StatusTag tone="done">{t("accounts.active")}</StatusTag>;
}

export { AccountsPage as Component };
