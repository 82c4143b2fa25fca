import { ArrowLeftOutlined } from "@ant-design/icons";
import type { ImportBatch } from "@rehab/schema/imports";
import { Alert, Progress, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { momentText } from "../../../lib/day-text.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { BatchActions } from "../components/batch-actions.tsx";
import { BatchFiles } from "../components/batch-files.tsx";
import { useImportBatch } from "../import-batch.ts";
import { isBusy, isUsable, stateTones, verdictTones, verdicts } from "../import-labels.ts";
import styles from "./import-batch-page.module.css";

function ImportBatchPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data: batch, error, refetch } = useImportBatch(id);

  return (
    <>
      <PageHeader
        back={
          <Link to={paths.imports}>
            <ArrowLeftOutlined /> {t("imports.back")}
          </Link>
        }
        title={t("imports.batch")}
        purpose={
          batch && (
            <>
              <StatusTag tone={stateTones[batch.state]}>{t(`imports.states.${batch.state}`)}</StatusTag>
              {" · "}
              {t("imports.createdLine", { by: batch.createdBy, at: momentText(batch.createdAt) })}
            </>
          )
        }
        actions={batch && <BatchActions batch={batch} />}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {batch === undefined && error === null && <Skeleton active paragraph={{ rows: 8 }} />}
      {batch && <BatchBody batch={batch} />}
    </>
  );
}

function BatchBody({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation();
  const { progress } = batch;
  return (
    <>
      <div role="status">
        {isBusy(batch) && (
          <div className={styles.progress}>
            <span>{t("imports.progress", progress)}</span>
            <Progress
              percent={progress.total === 0 ? 0 : Math.floor((progress.done / progress.total) * 100)}
              status="active"
              aria-label={t(`imports.states.${batch.state}`)}
            />
          </div>
        )}
        {!isBusy(batch) && <NextStep batch={batch} />}
      </div>
      {batch.files.length > 0 && <BatchResult batch={batch} />}
    </>
  );
}

/** The rows by what they do, and the files they come from. */
function BatchResult({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className={styles.verdicts} aria-label={t("imports.result")}>
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <StatusTag tone={verdictTones[verdict]}>{t(`imports.verdicts.${verdict}`)}</StatusTag>
            <Link className={styles.count ?? ""} to={withQuery(paths.importRows(batch.id), { verdict })}>
              {batch.verdicts[verdict]}
            </Link>
            <span className={styles.soft}>{t(`imports.verdictHelp.${verdict}`)}</span>
          </li>
        ))}
      </ul>
      <BatchFiles batch={batch} />
    </>
  );
}

/** What the batch asks for now. */
function NextStep({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation();
  const { state, toDecide, appliedAt, undoneAt, undoReason } = batch;
  if (state === "failed") return <Alert type="error" showIcon title={t("imports.failed")} />;
  if (state === "undone") {
    return (
      <Alert
        type="info"
        showIcon
        title={t("imports.undoneLine", {
          at: undoneAt === null ? "" : momentText(undoneAt),
          reason: undoReason,
        })}
      />
    );
  }
  if (state === "applied") {
    return (
      <Alert
        type={toDecide > 0 ? "warning" : "success"}
        showIcon
        title={t("imports.appliedLine", { at: appliedAt === null ? "" : momentText(appliedAt) })}
        {...(toDecide > 0 && { description: t("imports.appliedHeld", { count: toDecide }) })}
      />
    );
  }
  if (!isUsable(batch)) return <Alert type="error" showIcon title={t("imports.plannedUnusable")} />;
  const { verdicts } = batch;
  const isNew = verdicts.new + verdicts.changed + toDecide > 0;
  const next = isNew ? t("imports.plannedReady") : t("imports.plannedNothingNew");
  return (
    <Alert
      type="info"
      showIcon
      title={t("imports.plannedLine")}
      description={toDecide > 0 ? t("imports.plannedHeld", { count: toDecide }) : next}
    />
  );
}

export { ImportBatchPage as Component };
