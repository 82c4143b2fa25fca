import { roles } from "@rehab/schema/access/role";
import { auditEndpoints } from "@rehab/schema/audit";
import type { AuditEntry } from "@rehab/schema/audit";
import { endpoints } from "@rehab/schema/endpoints";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { momentText } from "../../../lib/day-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { useActionName, useSubjectName } from "../action-name.ts";

type Outcome = AuditEntry["outcome"];

/** Who did what and when, refused attempts included. */
function AuditPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const nameOf = useActionName();
  const subjectOf = useSubjectName();
  const [params, setParams] = useSearchParams();
  const action = params.get("action") ?? undefined;
  const asked = params.get("outcome");
  const outcome: Outcome | undefined = asked === "done" || asked === "denied" ? asked : undefined;
  const trail = useInfiniteQuery({
    ...pages(auditEndpoints.list, (cursor) => ({ query: { action, outcome, ...(cursor && { cursor }) } })),
    staleTime: 0,
  });
  const entries = trail.data?.pages.flatMap((page) => page.rows) ?? [];

  const set = (key: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    setParams(next, { replace: true });
  };
  const roleNames = (codes: string | null) =>
    (codes ?? "")
      .split(" ")
      .filter((code) => code !== "")
      .map((code) => labelOf(roles, code))
      .join("、");

  return (
    <>
      <PageHeader title={t("audit.title")} purpose={t("audit.purpose")} />
      <search style={{ display: "flex", flexWrap: "wrap", gap: 8, marginBottom: 12 }}>
        <Select
          aria-label={t("audit.action")}
          placeholder={t("audit.allActions")}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          style={{ width: 240 }}
          value={action ?? null}
          options={endpoints.map(({ name }) => ({ value: name, label: nameOf(name) }))}
          onChange={(value: string | null) => set("action", value ?? undefined)}
        />
        <Segmented
          aria-label={t("audit.outcome")}
          value={outcome ?? "all"}
          options={[
            { value: "all", label: t("common.all") },
            { value: "done", label: t("audit.done") },
            { value: "denied", label: t("audit.denied") },
          ]}
          onChange={(value) => set("outcome", value === "all" ? undefined : value)}
        />
      </search>
      <ProblemAlert error={trail.error} onRetry={() => void trail.refetch()} />
      <DataTable<AuditEntry>
        label={t("audit.title")}
        rows={entries}
        rowKey={({ id }) => id}
        loading={trail.isPending}
        compact
        sticky
        minWidth={1080}
        empty={<EmptyState title={t("audit.empty")} />}
        columns={[
          { key: "at", title: t("audit.at"), width: 150, render: (_, { at }) => momentText(at) },
          {
            key: "who",
            title: t("audit.who"),
            width: 120,
            render: (_, { actorName }) =>
              actorName === "system" ? t("audit.system") : (actorName ?? t("audit.nobody")),
          },
          {
            key: "role",
            title: t("audit.role"),
            width: 130,
            render: (_, { actorName, role }) => (actorName === "system" ? "—" : roleNames(role) || "—"),
          },
          { key: "action", title: t("audit.action"), width: 200, render: (_, entry) => nameOf(entry.action) },
          {
            key: "outcome",
            title: t("audit.outcome"),
            width: 90,
            render: (_, entry) => (
              <StatusTag tone={entry.outcome === "done" ? "done" : "overdue"}>
                {t(`audit.${entry.outcome}`)}
              </StatusTag>
            ),
          },
          {
            key: "subject",
            title: t("audit.subject"),
            render: (_, { subjectType, subjectId }) =>
              [subjectType && subjectOf(subjectType), subjectId].filter(Boolean).join(" ") || "—",
          },
        ]}
      />
      <ListFooter
        shown={entries.length}
        total={undefined}
        more={trail.hasNextPage}
        loading={trail.isFetchingNextPage}
        onMore={() => void trail.fetchNextPage()}
      />
    </>
  );
}

export { AuditPage as Component };
