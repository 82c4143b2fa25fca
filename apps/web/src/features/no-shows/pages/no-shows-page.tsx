import { MEASURES } from "@rehab/domain/supervision/measure";
import { NoShowStep, noShowsEndpoints } from "@rehab/schema/no-shows";
import type { NoShowRow } from "@rehab/schema/no-shows";
import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import type { TableColumnType } from "antd";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages, q } from "../../../api/query.ts";
import { useRevealedNames } from "../../../api/revealed-names.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ShowNames } from "../../../ui/show-names.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import styles from "./no-shows-page.module.css";

const steps = NoShowStep.options;
type Step = (typeof steps)[number];

/** Everybody who did not report in time, by how far the matter has come. */
function NoShowsPage() {
  const { t } = useTranslation();
  const { ability } = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [showNames, setShowNames] = useState(false);
  const parsed = NoShowStep.safeParse(params.get("step"));
  const step = parsed.success ? parsed.data : "all";

  const list = useInfiniteQuery(
    pages(noShowsEndpoints.list, (cursor) => ({
      query: { step, limit: 100, ...(cursor && { cursor }) },
    })),
  );
  const rowPages = list.data?.pages.map((page) => page.rows) ?? [];
  const rows = rowPages.flat();
  const total = list.data?.pages[0]?.total.count;
  const revealed = useRevealedNames(
    rowPages.map((page) => page.map(({ id }) => id)),
    showNames,
  );
  const columns = useColumns((row) => revealed.nameOf(row.id) ?? row.maskedName);

  return (
    <>
      <PageHeader
        title={t("frame.page.noShows")}
        purpose={t("noShows.purpose")}
        actions={
          ability.can("reveal", "CaseFile") && (
            <ShowNames shown={showNames} loading={revealed.loading} onChange={setShowNames} />
          )
        }
      />
      <StepChoice
        step={step}
        onStep={(next) => setParams(next === "all" ? {} : { step: next }, { replace: true })}
      />
      <p role="status" className={styles.count}>
        {total !== undefined && t("noShows.found", { count: total })}
      </p>
      <ProblemAlert error={list.error ?? revealed.error} onRetry={() => void list.refetch()} />
      <DataTable
        label={t("noShows.list")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        loading={list.isPending}
        minWidth={1100}
        onOpen={({ id }) => void navigate(paths.enrolleeNoShow(id))}
        empty={
          list.isSuccess ? (
            <EmptyState title={t("noShows.nobody")} help={t("noShows.nobodyHelp")} />
          ) : (
            <span />
          )
        }
      />
      <ListFooter
        shown={rows.length}
        total={total ?? 0}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

/** The stages with their counts, asked of the query that lists them. */
function StepChoice({ step, onStep }: { readonly step: Step; readonly onStep: (step: Step) => void }) {
  const { t } = useTranslation();
  const counts = useQueries({
    queries: steps.map((each) => q(noShowsEndpoints.list, { query: { step: each, limit: 1 } })),
  });
  return (
    <div className={styles.steps}>
      <Segmented<Step>
        aria-label={t("noShows.stepLabel")}
        value={step}
        onChange={onStep}
        options={steps.map((value, index) => ({
          value,
          label: `${t(`noShows.steps.${value}`)} ${counts[index]?.data?.total.count ?? ""}`.trim(),
        }))}
      />
    </div>
  );
}

function useColumns(nameOf: (row: NoShowRow) => string): TableColumnType<NoShowRow>[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return [
    {
      key: "name",
      title: t("noShows.name"),
      width: 90,
      render: (_, row) => <Link to={paths.enrolleeNoShow(row.id)}>{nameOf(row)}</Link>,
    },
    {
      key: "due",
      title: t("noShows.due"),
      width: 160,
      render: (_, { reportDueOn, daysOver }) => (
        <>
          {reportDueOn === null ? t("common.unknown") : dayText(reportDueOn)}
          <br />
          <StatusTag tone="overdue">{t("noShows.overdueDays", { days: daysOver })}</StatusTag>
        </>
      ),
    },
    {
      key: "attempts",
      title: t("noShows.attempts"),
      width: 150,
      render: (_, { attempts, lastAttempt }) =>
        lastAttempt === null
          ? t("noShows.noAttempt")
          : t("noShows.attemptCount", { count: attempts, day: lastAttempt.on }),
    },
    {
      key: "packet",
      title: t("noShows.packet"),
      render: (_, { missing }) =>
        missing.length === 0 ? (
          <StatusTag tone="done">{t("noShows.packetWhole")}</StatusTag>
        ) : (
          t("noShows.packetMissing", {
            items: missing.map((code) => t(`noShows.missing.${code}`)).join("、"),
          })
        ),
    },
    {
      key: "stage",
      title: t("noShows.stage"),
      width: 150,
      render: (_, row) => <StageTag row={row} />,
    },
    {
      key: "measure",
      title: t("noShows.measure"),
      width: 88,
      render: (_, { measure }) => labelOf(MEASURES, measure),
    },
    {
      key: "place",
      title: t("noShows.place"),
      width: 200,
      render: (_, { stationName, caseworkerName }) =>
        [stationName, caseworkerName].filter(Boolean).join(" · "),
    },
    {
      key: "handle",
      title: "",
      width: 64,
      render: (_, row) => (
        <Link to={paths.enrolleeNoShow(row.id)} aria-label={t("noShows.handleOf", { name: nameOf(row) })}>
          {t("noShows.handle")}
        </Link>
      ),
    },
  ];
}

function StageTag({ row }: { readonly row: NoShowRow }) {
  const { t } = useTranslation();
  if (row.referredOn !== null) {
    return row.referralClosed ? (
      <StatusTag tone="done">{t("noShows.stageReferred", { day: row.referredOn })}</StatusTag>
    ) : (
      <StatusTag tone="dueSoon">{t("noShows.stageReceiptOpen")}</StatusTag>
    );
  }
  if (row.proposed) return <StatusTag tone="running">{t("noShows.stageProposed")}</StatusTag>;
  if (row.unserved > 0) return <StatusTag tone="dueSoon">{t("noShows.stageUnserved")}</StatusTag>;
  return <StatusTag tone="running">{t("noShows.stageChase")}</StatusTag>;
}

export { NoShowsPage as Component };
