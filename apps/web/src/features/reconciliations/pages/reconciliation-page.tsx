import { ArrowLeftOutlined, FileExcelOutlined, PrinterOutlined } from "@ant-design/icons";
import {
  LINE_FINDINGS,
  LIST_SOURCES,
  RECONCILIATION_STATES,
} from "@rehab/domain/handoff/reconciliation-codes";
import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { LineView, Reconciliation } from "@rehab/schema/reconciliations";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q, useAction } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, momentText, spanText } from "../../../lib/day-text.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { saveDownload } from "../../../lib/save-download.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { CancelDialog } from "../components/cancel-dialog.tsx";
import { FinishPanel } from "../components/finish-panel.tsx";
import { LinesPanel } from "../components/lines-panel.tsx";
import { ListPanel } from "../components/list-panel.tsx";
import { TotalsBar } from "../components/totals-bar.tsx";
import type { LineFilter } from "../components/totals-bar.tsx";
import type { TypedLine } from "../typed-lines.ts";
import styles from "./reconciliation-page.module.css";

/** One comparison from the list to the signatures. */
function ReconciliationPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data, error, refetch } = useQuery({
    ...q(reconciliationsEndpoints.get, { params: { id } }),
    staleTime: 0,
  });
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 10 }} />}
      {data === undefined && error !== null && (
        <Link to={paths.reconciliations}>{t("reconciliations.backToYear")}</Link>
      )}
      {data && <Sheet of={data} />}
    </>
  );
}

function Sheet({ of }: { readonly of: Reconciliation }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  // Kept here, so that a list that is replaced or read again loses nothing that was typed.
  const [typed, setTyped] = useState<readonly TypedLine[]>([]);
  const filter = filterOf(search.get("show"));
  const warned = of.list?.warnings.some(({ answer }) => answer === null) === true;
  const isReady = of.list !== null || of.source === "none";

  return (
    <>
      <Head of={of} />
      <div className={styles.sections}>
        {of.state === "open" && <ListPanel of={of} typed={typed} onTyped={setTyped} />}
        {isReady && !warned && of.state !== "cancelled" && (
          <>
            <TotalsBar
              totals={of.totals}
              filter={filter}
              onFilter={(next) => setSearch(next === null ? {} : { show: next }, { replace: true })}
            />
            {of.lines.length === 0 ? (
              <EmptyState
                title={t("reconciliations.nobody")}
                help={t(`reconciliations.nobodyHelp.${of.state}`)}
              />
            ) : (
              <LinesPanel key={`${of.state} ${filter}`} of={of} isShown={(line) => isShown(line, filter)} />
            )}
            {of.state === "open" && <FinishPanel key={of.id} of={of} />}
          </>
        )}
      </div>
    </>
  );
}

function Head({ of }: { readonly of: Reconciliation }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const [cancelling, setCancelling] = useState(false);
  const { year, week, month, state } = of;
  const download = useAction(reconciliationsEndpoints.sheet, {
    onDone: ({ blob, fileName }) => saveDownload(blob, fileName),
  });
  const period =
    week === null
      ? t("reconciliations.monthOfYear", { year, month })
      : t("reconciliations.weekOfYear", { year, week });
  const tones = { open: "running", finished: "done", cancelled: "idle" } as const;

  return (
    <>
      <PageHeader
        back={
          <Link to={withQuery(paths.reconciliations, { year, kind: week === null ? "monthly" : undefined })}>
            <ArrowLeftOutlined /> {t("reconciliations.backToYear")}
          </Link>
        }
        title={
          <>
            {t("reconciliations.sheetTitle", { period })}{" "}
            <span className={styles.state}>
              <StatusTag tone={tones[state]}>{labelOf(RECONCILIATION_STATES, state)}</StatusTag>
            </span>
          </>
        }
        purpose={[
          spanText(of.from, of.to),
          t("reconciliations.checkedOnLine", { day: dayText(of.checkedOn) }),
          labelOf(LIST_SOURCES, of.source),
          `${of.ourPerson} / ${of.policePerson}`,
          ...(of.note === null ? [] : [of.note]),
        ].join("，")}
        actions={
          state !== "cancelled" && (
            <span className={styles.actions}>
              <Link to={paths.reconciliationSheet(of.id)}>
                <Button icon={<PrinterOutlined />} tabIndex={-1}>
                  {t("reconciliations.print")}
                </Button>
              </Link>
              <Button
                icon={<FileExcelOutlined />}
                loading={download.isPending}
                onClick={() => download.mutate({ params: { id: of.id } })}
              >
                {t("reconciliations.excel")}
              </Button>
              <Button danger onClick={() => setCancelling(true)}>
                {t("reconciliations.cancel")}
              </Button>
            </span>
          )
        }
      />
      {state === "finished" && of.finishedAt !== null && (
        <Alert
          type="success"
          showIcon
          role="status"
          className={styles.done ?? ""}
          title={t("reconciliations.finished", { at: momentText(of.finishedAt), by: of.finishedBy })}
          description={t("reconciliations.finishedHelp")}
        />
      )}
      {state === "cancelled" && (
        <Alert
          type="info"
          showIcon
          role="status"
          className={styles.done ?? ""}
          title={t("reconciliations.cancelled", { reason: of.note })}
        />
      )}
      {cancelling && <CancelDialog of={of} onClose={() => setCancelling(false)} />}
    </>
  );
}

function filterOf(text: string | null): LineFilter {
  if (text === "undecided") return text;
  return LINE_FINDINGS.find(({ code }) => code === text)?.code ?? null;
}

function isShown(line: LineView, filter: LineFilter): boolean {
  if (filter === null) return true;
  return filter === "undecided" ? line.decision === null : line.finding === filter;
}

export { ReconciliationPage as Component };
