import { ArrowLeftOutlined } from "@ant-design/icons";
import { importsEndpoints } from "@rehab/schema/imports";
import type { ImportRow } from "@rehab/schema/imports";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages, useAction } from "../../../api/query.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useKeys } from "../../../lib/keys.ts";
import { paths } from "../../../lib/paths.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { DecisionFile } from "../components/decision-file.tsx";
import { DecisionForm } from "../components/decision-form.tsx";
import type { DecisionInput, Draft } from "../components/decision-form.tsx";
import { RowDetails } from "../components/row-details.tsx";
import { changedByImports } from "../import-batch.ts";
import styles from "./import-decisions-page.module.css";

/** The rows that a person must decide, one after the other. */
function ImportDecisionsPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const list = useInfiniteQuery({
    ...pages(importsEndpoints.rows, (cursor) => ({
      params: { id },
      query: { verdict: "held" as const, limit: 200, ...(cursor && { cursor }) },
    })),
    staleTime: 0,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows).filter((row) => row.decision === null) ?? [];
  const more = list.hasNextPage && !list.isFetchingNextPage;
  const { fetchNextPage } = list;
  useEffect(() => {
    if (more) void fetchNextPage();
  }, [more, fetchNextPage]);

  return (
    <>
      <PageHeader
        back={
          <Link to={paths.importBatch(id)}>
            <ArrowLeftOutlined /> {t("imports.backToBatch")}
          </Link>
        }
        title={t("imports.decisionsTitle")}
        purpose={t("imports.decisionsPurpose")}
        actions={rows.length > 0 && <DecisionFile batchId={id} rows={rows} />}
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      <p role="status" className={styles.count}>
        {list.isSuccess && rows.length > 0 && t("imports.waiting", { count: rows.length })}
      </p>
      {list.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          title={t("imports.allDecided")}
          help={t("imports.allDecidedHelp")}
          action={<Link to={paths.importBatch(id)}>{t("imports.backToBatch")}</Link>}
        />
      )}
      {rows.length > 0 && <DecisionQueue batchId={id} rows={rows} />}
    </>
  );
}

interface DecisionQueueProps {
  readonly batchId: string;
  readonly rows: readonly ImportRow[];
}

function DecisionQueue({ batchId, rows }: DecisionQueueProps) {
  const { t } = useTranslation();
  const [currentId, setCurrentId] = useState<string>();
  // What was typed for each row, so that going on to another row loses nothing.
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});

  const found = rows.findIndex((row) => row.id === currentId);
  const index = Math.max(found, 0);
  const current = rows[index];
  const goTo = (next: number) => setCurrentId(rows[Math.min(Math.max(next, 0), rows.length - 1)]?.id);

  const decide = useAction(importsEndpoints.decide, {
    quiet: true,
    invalidates: changedByImports,
    // The next row moves up when this one leaves the queue.
    onDone: () => setCurrentId((rows[index + 1] ?? rows[index - 1])?.id),
  });

  useKeys((key) => {
    if (key === "j" || key === "arrowdown") goTo(index + 1);
    else if (key === "k" || key === "arrowup") goTo(index - 1);
    else return false;
    return true;
  });

  if (current === undefined) return null;
  const submit = (decision: DecisionInput) =>
    decide.mutate({ params: { id: batchId }, body: { decisions: [decision] } });

  return (
    <div className={styles.queue}>
      <ol className={styles.list} aria-label={t("imports.decisionsTitle")}>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              aria-current={row.id === current.id}
              className={classNames(styles.item, row.id === current.id && styles.here)}
              onClick={() => setCurrentId(row.id)}
            >
              <span className={styles.line}>
                <strong>{row.maskedName ?? t("imports.noName")}</strong>
                <span>{t("imports.rowNumber", { row: row.rowNumber })}</span>
              </span>
              <span className={styles.soft}>{row.issues.map(({ text }) => text).join("；")}</span>
              <span className={styles.soft}>{row.fileName}</span>
            </button>
          </li>
        ))}
      </ol>
      <section className={styles.detail} aria-label={t("imports.rowDetail")}>
        <div className={styles.detailHead}>
          <h2>
            {current.fileName} · {t("imports.rowNumber", { row: current.rowNumber })}
          </h2>
          <span className={styles.moves}>
            <Button size="small" disabled={index === 0} onClick={() => goTo(index - 1)}>
              {t("imports.previous")}
            </Button>
            <span>
              {index + 1} / {rows.length}
            </span>
            <Button size="small" disabled={index === rows.length - 1} onClick={() => goTo(index + 1)}>
              {t("imports.next")}
            </Button>
          </span>
        </div>
        <RowDetails row={current} />
        <ProblemAlert error={decide.error} />
        <DecisionForm
          key={current.id}
          row={current}
          draft={drafts[current.id] ?? {}}
          pending={decide.isPending}
          onDraft={(draft) => setDrafts((before) => ({ ...before, [current.id]: draft }))}
          onDecide={submit}
        />
      </section>
    </div>
  );
}

export { ImportDecisionsPage as Component };
