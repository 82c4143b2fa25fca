import { BREACH_LEVELS } from "@rehab/domain/breach/breach-ladder";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { BreachStep, breachesEndpoints } from "@rehab/schema/breaches";
import type { BreachRow } from "@rehab/schema/breaches";
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
import { Explain } from "../../../ui/explain.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ShowNames } from "../../../ui/show-names.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { levelTones } from "../components/counters-panel.tsx";
import styles from "./breaches-page.module.css";

const steps = BreachStep.options;
type Step = (typeof steps)[number];

/** Everybody with a breach on record, nearest to the numbers of the law first. */
function BreachesPage() {
  const { t } = useTranslation();
  const { ability } = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [showNames, setShowNames] = useState(false);
  const parsed = BreachStep.safeParse(params.get("step"));
  const step = parsed.success ? parsed.data : "all";

  const list = useInfiniteQuery(
    pages(breachesEndpoints.list, (cursor) => ({
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
        title={t("frame.page.breaches")}
        purpose={t("breaches.purpose")}
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
        label={t("breaches.list")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        loading={list.isPending}
        minWidth={1100}
        onOpen={({ id }) => void navigate(paths.enrolleeBreaches(id))}
        empty={
          list.isSuccess ? (
            <EmptyState title={t("noShows.nobody")} help={t("breaches.nobodyHelp")} />
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

/** The steps with their counts, asked of the query that lists them. */
function StepChoice({ step, onStep }: { readonly step: Step; readonly onStep: (step: Step) => void }) {
  const { t } = useTranslation();
  const counts = useQueries({
    queries: steps.map((each) => q(breachesEndpoints.list, { query: { step: each, limit: 1 } })),
  });
  return (
    <div className={styles.steps}>
      <Segmented<Step>
        aria-label={t("breaches.stepLabel")}
        value={step}
        onChange={onStep}
        options={steps.map((value, index) => ({
          value,
          label: `${t(`breaches.steps.${value}`)} ${counts[index]?.data?.total.count ?? ""}`.trim(),
        }))}
      />
    </div>
  );
}

function useColumns(nameOf: (row: BreachRow) => string): TableColumnType<BreachRow>[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return [
    {
      key: "name",
      title: t("noShows.name"),
      width: 90,
      render: (_, row) => <Link to={paths.enrolleeBreaches(row.id)}>{nameOf(row)}</Link>,
    },
    {
      key: "level",
      title: t("breaches.level"),
      width: 130,
      render: (_, { level }) => (
        <StatusTag tone={levelTones[level]}>{labelOf(BREACH_LEVELS, level)}</StatusTag>
      ),
    },
    ...(["refusals", "departures", "absence_days"] as const).map((ground): TableColumnType<BreachRow> => ({
      key: ground,
      title: t(`breaches.counters.${ground}`),
      width: ground === "refusals" ? 130 : 100,
      render: (_, { counters, uncounted }) => {
        const counter = counters.find((each) => each.ground === ground);
        return (
          <span className={styles.number}>
            {counter?.count} / {counter?.threshold}
            {ground === "refusals" && uncounted > 0 && (
              <>
                <br />
                {t("breaches.uncounted", { count: uncounted })}
              </>
            )}
          </span>
        );
      },
    })),
    {
      key: "next",
      title: t("breaches.nextTitle"),
      render: (_, row) => <Stage row={row} />,
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
      title: t("noShows.handle"),
      width: 64,
      render: (_, row) => (
        <Link to={paths.enrolleeBreaches(row.id)} aria-label={t("noShows.handleOf", { name: nameOf(row) })}>
          {t("noShows.handle")}
        </Link>
      ),
    },
  ];
}

/** How far the matter is: with the police, with the second person, or what the office does next. */
function Stage({ row }: { readonly row: BreachRow }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  if (row.referredOn !== null) {
    return (
      <StatusTag tone={row.referralClosed ? "running" : "dueSoon"}>
        {t(row.referralClosed ? "breaches.stage.answer" : "breaches.stage.receipt", { day: row.referredOn })}
      </StatusTag>
    );
  }
  if (row.proposed) return <StatusTag tone="running">{t("noShows.stageProposed")}</StatusTag>;
  if (row.next === null) {
    return row.unserved > 0 ? (
      <StatusTag tone="dueSoon">{t("breaches.stage.unserved", { count: row.unserved })}</StatusTag>
    ) : (
      <>{t("breaches.stage.none")}</>
    );
  }
  const { action, document, dueOn, citation, says } = row.next;
  const what = t(`breaches.next.${action}`, {
    document: document === null ? "" : labelOf(DOCUMENT_KINDS, document),
  });
  return (
    <>
      {what}
      {"　"}
      <Explain
        title={citation}
        label={
          dueOn === null ? t("breaches.ladder.atOnce") : t("breaches.ladder.due", { day: dayText(dueOn) })
        }
      >
        {says}
      </Explain>
      {dueOn !== null && dueOn < session.today && (
        <StatusTag tone="overdue">{t("breaches.ladder.late")}</StatusTag>
      )}
    </>
  );
}

export { BreachesPage as Component };
