import { END_ITEMS } from "@rehab/domain/supervision/end-items";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { TermEndStep, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { TermEndRow } from "@rehab/schema/case-states";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { TableColumnType } from "antd";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
import { useRevealedNames } from "../../../api/revealed-names.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { CaseStateTag } from "../../../ui/case-tags.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ShowNames } from "../../../ui/show-names.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { DaysLeft } from "../components/end-panel.tsx";
import styles from "./term-ends-page.module.css";

/** Whose term ends soon or is over without a release, with what is not ready. */
function TermEndsPage() {
  const { t } = useTranslation();
  const { ability } = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [showNames, setShowNames] = useState(false);
  const parsed = TermEndStep.safeParse(params.get("step"));
  const step = parsed.success ? parsed.data : "all";
  const list = useInfiniteQuery(
    pages(caseStatesEndpoints.listEnds, (cursor) => ({
      query: { step, limit: 100, ...(cursor && { cursor }) },
    })),
  );
  const rowPages = list.data?.pages.map((page) => page.rows) ?? [];
  const rows = rowPages.flat();
  const total = list.data?.pages[0]?.total.count;
  const steps = list.data?.pages[0]?.steps ?? [];
  const revealed = useRevealedNames(
    rowPages.map((page) => page.map(({ id }) => id)),
    showNames,
  );
  const columns = useColumns((row) => revealed.nameOf(row.id) ?? row.maskedName);
  const nameOfStep = (each: TermEndStep) => {
    if (each === "all") return t("caseStates.list.all");
    return each === "expired" ? t("caseStates.list.expired") : t("caseStates.list.within", { days: each });
  };

  return (
    <>
      <PageHeader
        title={t("frame.page.termEnds")}
        purpose={t("caseStates.purpose")}
        actions={
          ability.can("reveal", "CaseFile") && (
            <ShowNames shown={showNames} loading={revealed.loading} onChange={setShowNames} />
          )
        }
      />
      <div className={styles.steps}>
        <Segmented<TermEndStep>
          aria-label={t("caseStates.list.stepLabel")}
          value={step}
          onChange={(next) => setParams(next === "all" ? {} : { step: next }, { replace: true })}
          options={steps.map(({ step: value, count }) => ({
            value,
            label: `${nameOfStep(value)} ${count}`,
          }))}
        />
      </div>
      <p role="status" className={styles.count}>
        {total !== undefined && t("noShows.found", { count: total })}
      </p>
      <ProblemAlert error={list.error ?? revealed.error} onRetry={() => void list.refetch()} />
      <DataTable
        label={t("caseStates.list.title")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        loading={list.isPending}
        minWidth={1000}
        onOpen={({ id }) => void navigate(paths.enrolleeStates(id))}
        empty={
          list.isSuccess ? (
            <EmptyState title={t("noShows.nobody")} help={t("caseStates.list.nobodyHelp")} />
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

function useColumns(nameOf: (row: TermEndRow) => string): TableColumnType<TermEndRow>[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return [
    {
      key: "name",
      title: t("noShows.name"),
      width: 90,
      render: (_, row) => <Link to={paths.enrolleeStates(row.id)}>{nameOf(row)}</Link>,
    },
    {
      key: "end",
      title: t("caseStates.list.endOn"),
      width: 220,
      render: (_, row) => (
        <span className={styles.number}>
          {dayText(row.endOn)} <DaysLeft end={row} />
        </span>
      ),
    },
    {
      key: "state",
      title: t("caseStates.list.state"),
      width: 150,
      render: (_, { state }) => <CaseStateTag state={state} />,
    },
    {
      key: "missing",
      title: t("caseStates.list.missing"),
      render: (_, { missing, proposed }) =>
        proposed ? (
          <StatusTag tone="running">{t("caseStates.list.proposed")}</StatusTag>
        ) : missing.length === 0 ? (
          <StatusTag tone="done">{t("caseStates.list.ready")}</StatusTag>
        ) : (
          missing.map((code) => labelOf(END_ITEMS, code)).join("、")
        ),
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
      width: 180,
      render: (_, { stationName, caseworkerName }) =>
        [stationName, caseworkerName].filter(Boolean).join(" · "),
    },
    {
      key: "handle",
      title: "",
      width: 64,
      render: (_, row) => (
        <Link to={paths.enrolleeStates(row.id)} aria-label={t("noShows.handleOf", { name: nameOf(row) })}>
          {t("noShows.handle")}
        </Link>
      ),
    },
  ];
}

export { TermEndsPage as Component };
