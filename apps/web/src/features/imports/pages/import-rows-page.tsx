import { ArrowLeftOutlined } from "@ant-design/icons";
import { RowVerdict, importsEndpoints } from "@rehab/schema/imports";
import type { ImportRow } from "@rehab/schema/imports";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { RowDetails } from "../components/row-details.tsx";
import { useImportBatch } from "../import-batch.ts";
import { verdictTones, verdicts } from "../import-labels.ts";

/** The rows of a batch: what each would do or did, and why. */
function ImportRowsPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const [params, setParams] = useSearchParams();
  const { data: batch } = useImportBatch(id);
  const verdict = RowVerdict.safeParse(params.get("verdict")).data;
  const fileId = batch?.files.find((file) => file.id === params.get("fileId"))?.id ?? undefined;

  const list = useInfiniteQuery({
    ...pages(importsEndpoints.rows, (cursor) => ({
      params: { id },
      query: { limit: 100, fileId, verdict, ...(cursor && { cursor }) },
    })),
    enabled: batch !== undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages[0]?.total.count ?? 0;

  const hiddenTitle = <span className="visually-hidden">{t("imports.details")}</span>;
  const set = (key: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    setParams(next, { replace: true });
  };

  return (
    <>
      <PageHeader
        back={
          <Link to={paths.importBatch(id)}>
            <ArrowLeftOutlined /> {t("imports.backToBatch")}
          </Link>
        }
        title={t("imports.rowsTitle")}
        purpose={t("imports.rowsPurpose")}
      />
      <search style={{ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center", marginBottom: 12 }}>
        <Select
          aria-label={t("imports.fileName")}
          placeholder={t("imports.allFiles")}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          style={{ width: 280 }}
          value={fileId ?? null}
          options={(batch?.files ?? []).map((file) => ({ value: file.id, label: file.name }))}
          onChange={(value: string | null) => set("fileId", value ?? undefined)}
        />
        <Segmented
          aria-label={t("imports.result")}
          style={{ maxWidth: "100%", overflowX: "auto" }}
          value={verdict ?? "all"}
          options={[
            { value: "all", label: t("common.all") },
            ...verdicts.map((value) => ({ value, label: t(`imports.verdicts.${value}`) })),
          ]}
          onChange={(value) => set("verdict", value === "all" ? undefined : value)}
        />
        <strong role="status">{list.isSuccess && t("imports.rowsFound", { count: total })}</strong>
      </search>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      <DataTable<ImportRow>
        label={t("imports.rowsTitle")}
        rows={rows}
        rowKey={(row) => row.id}
        loading={list.isPending}
        sticky
        minWidth={960}
        empty={<EmptyState title={t("imports.noRows")} />}
        expandable={{ expandedRowRender: rowDetails, columnTitle: hiddenTitle }}
        columns={[
          { key: "file", title: t("imports.fileName"), dataIndex: "fileName", width: 240 },
          { key: "row", title: t("imports.rowInSheet"), dataIndex: "rowNumber", width: 70, align: "right" },
          { key: "name", title: t("enrollees.name"), width: 90, render: (_, row) => row.maskedName ?? "—" },
          {
            key: "verdict",
            title: t("imports.result"),
            width: 100,
            render: (_, row) => (
              <StatusTag tone={verdictTones[row.verdict]}>{t(`imports.verdicts.${row.verdict}`)}</StatusTag>
            ),
          },
          {
            key: "effect",
            title: t("imports.effect"),
            render: (_, { effect, issues }) => (
              <>
                {effect}
                {issues.map(({ code, cell, text }) => (
                  <div key={`${code}${cell}`} style={{ color: "var(--ink-soft)" }}>
                    {[cell, text].filter(Boolean).join(" ")}
                  </div>
                ))}
              </>
            ),
          },
        ]}
      />
      <ListFooter
        shown={rows.length}
        total={total}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

const rowDetails = (row: ImportRow) => <RowDetails row={row} />;

export { ImportRowsPage as Component };
