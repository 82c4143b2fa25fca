import { DownloadOutlined } from "@ant-design/icons";
import { importsEndpoints } from "@rehab/schema/imports";
import type { ImportBatch, ImportFile, RowVerdict } from "@rehab/schema/imports";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { saveDownload } from "../../../lib/save-download.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { verdicts } from "../import-labels.ts";

/** The batch file by file: what each was taken for, and what its rows do. */
export function BatchFiles({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation();
  const count = (verdict: RowVerdict) => ({
    key: verdict,
    title: t(`imports.verdicts.${verdict}`),
    width: 80,
    align: "right" as const,
    render: (_: unknown, file: ImportFile) =>
      file.verdicts[verdict] === 0 ? (
        <span style={{ color: "var(--ink-soft)" }}>0</span>
      ) : (
        <Link to={withQuery(paths.importRows(batch.id), { fileId: file.id, verdict })}>
          {file.verdicts[verdict]}
        </Link>
      ),
  });

  const hiddenTitle = <span className="visually-hidden">{t("imports.details")}</span>;

  return (
    <DataTable<ImportFile>
      label={t("imports.files")}
      rows={batch.files}
      rowKey={({ id }) => id}
      minWidth={1100}
      expandable={{ expandedRowRender: fileDetails, columnTitle: hiddenTitle }}
      columns={[
        {
          key: "name",
          title: t("imports.fileName"),
          render: (_, { name, problem }) => (
            <>
              {name}
              {problem !== null && (
                <div>
                  <StatusTag tone="overdue">{problem}</StatusTag>
                </div>
              )}
            </>
          ),
        },
        { key: "kind", title: t("imports.kind"), dataIndex: "kindLabel", width: 150 },
        { key: "rows", title: t("imports.rows"), dataIndex: "rows", width: 70, align: "right" },
        ...verdicts.map(count),
        {
          key: "download",
          title: t("imports.rejectedFile"),
          width: 120,
          render: (_, file) => <RejectedDownload batchId={batch.id} file={file} />,
        },
      ]}
    />
  );
}

function FileDetails({ file }: { readonly file: ImportFile }) {
  const { t } = useTranslation();
  const { headerRow, mappedColumns, unknownColumns, notes } = file;
  return (
    <FactList
      facts={[
        {
          label: t("imports.headerRow"),
          value: headerRow && t("imports.rowNumber", { row: headerRow }),
          hideEmpty: true,
        },
        {
          label: t("imports.mapped"),
          value: mappedColumns.map(({ header, label }) => `${header.trim()} → ${label}`).join("；"),
          hideEmpty: true,
        },
        { label: t("imports.unmapped"), value: unknownColumns.join("、") || t("common.none") },
        { label: t("imports.notes"), value: notes.join("；"), hideEmpty: true },
      ]}
    />
  );
}

const fileDetails = (file: ImportFile) => <FileDetails file={file} />;

function RejectedDownload({ batchId, file }: { readonly batchId: string; readonly file: ImportFile }) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const download = useAction(importsEndpoints.rejected, {
    onDone: ({ blob, fileName }) => saveDownload(blob, fileName),
  });
  if (file.verdicts.held + file.verdicts.rejected === 0 || !ability.can("export", "ImportBatch"))
    return <>—</>;
  return (
    <Button
      size="small"
      icon={<DownloadOutlined />}
      loading={download.isPending}
      aria-label={t("imports.downloadRejected", { name: file.name })}
      onClick={() => download.mutate({ params: { id: batchId, fileId: file.id } })}
    >
      Excel
    </Button>
  );
}
