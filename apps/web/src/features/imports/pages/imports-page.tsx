import { importsEndpoints } from "@rehab/schema/imports";
import type { ImportBatch } from "@rehab/schema/imports";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { momentText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { UploadPanel } from "../components/upload-panel.tsx";
import { stateTones } from "../import-labels.ts";

function ImportsPage() {
  const { t } = useTranslation();
  const { ability } = useSession();
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    ...pages(importsEndpoints.list, (cursor) => ({ query: { limit: 30, ...(cursor && { cursor }) } })),
    staleTime: 0,
  });
  const batches = list.data?.pages.flatMap((page) => page.rows) ?? [];

  return (
    <>
      <PageHeader title={t("imports.title")} purpose={t("imports.purpose")} />
      {ability.can("create", "ImportBatch") && <UploadPanel />}
      <h2 style={{ margin: "20px 0 8px" }}>{t("imports.batches")}</h2>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      <DataTable<ImportBatch>
        label={t("imports.batches")}
        rows={batches}
        rowKey={({ id }) => id}
        loading={list.isPending}
        minWidth={820}
        onOpen={({ id }) => void navigate(paths.importBatch(id))}
        empty={<EmptyState title={t("imports.noBatches")} help={t("imports.noBatchesHelp")} />}
        columns={[
          {
            key: "createdAt",
            title: t("imports.createdAt"),
            width: 150,
            render: (_, { id, createdAt }) => <Link to={paths.importBatch(id)}>{momentText(createdAt)}</Link>,
          },
          { key: "createdBy", title: t("imports.createdBy"), width: 120, dataIndex: "createdBy" },
          {
            key: "state",
            title: t("imports.state"),
            width: 120,
            render: (_, { state }) => (
              <StatusTag tone={stateTones[state]}>{t(`imports.states.${state}`)}</StatusTag>
            ),
          },
          {
            key: "files",
            title: t("imports.files"),
            render: (_, { files }) =>
              t("imports.filesShort", { first: files[0]?.name ?? "", count: files.length }),
          },
          {
            key: "new",
            title: t("imports.verdicts.new"),
            width: 80,
            align: "right",
            render: (_, batch) => batch.verdicts.new,
          },
          {
            key: "rejected",
            title: t("imports.verdicts.rejected"),
            width: 90,
            align: "right",
            render: (_, batch) => batch.verdicts.rejected,
          },
          {
            key: "toDecide",
            title: t("imports.toDecide"),
            width: 90,
            align: "right",
            render: (_, { id, toDecide, state }) =>
              toDecide > 0 && state !== "undone" ? (
                <Link to={paths.importDecisions(id)}>{toDecide}</Link>
              ) : (
                toDecide
              ),
          },
        ]}
      />
      <ListFooter
        shown={batches.length}
        total={list.data?.pages[0]?.total.count ?? 0}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

export { ImportsPage as Component };
