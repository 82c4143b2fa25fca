import { ArrowLeftOutlined } from "@ant-design/icons";
import { LEAVE_KINDS } from "@rehab/domain/leave/leave";
import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { TEST_METHODS, TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { VISIT_METHODS } from "@rehab/domain/visit/visit";
import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { YearFact, YearFactKind } from "@rehab/schema/county-records";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { TableColumnType } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
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
import { useYear } from "../use-year.ts";

const Asked = countyRecordsEndpoints.listFacts.query.omit({ cursor: true, limit: true });

/** Whose code it is that a fact of this kind carries. */
const codeLists = {
  handed_off: MEASURES,
  ended: CASE_EVENT_KINDS,
  tests: TEST_METHODS,
  visits: VISIT_METHODS,
  leaves: LEAVE_KINDS,
} as const satisfies Record<YearFactKind, unknown>;

/** Where a file tells more about a fact of this kind. */
const placeOf: Readonly<Record<YearFactKind, (id: string) => string>> = {
  handed_off: paths.enrolleeIntake,
  ended: paths.enrolleeStates,
  tests: paths.enrolleeTests,
  visits: paths.enrolleeContacts,
  leaves: paths.enrolleeLeaves,
};

/** Exactly the facts behind one number of a year's book. */
function YearFactsPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const navigate = useNavigate();
  const year = useYear(useParams()["year"]);
  const [params] = useSearchParams();
  const [showNames, setShowNames] = useState(false);
  const parsed = Asked.safeParse(Object.fromEntries(params));
  const asked = parsed.success ? parsed.data : Asked.parse({ of: "handed_off" });
  const { of, ending, result } = asked;
  const list = useInfiniteQuery(
    pages(countyRecordsEndpoints.listFacts, (cursor) => ({
      params: { year },
      query: { ...asked, limit: 200, ...(cursor && { cursor }) },
    })),
  );
  const rowPages = list.data?.pages.map((page) => page.rows) ?? [];
  const rows = rowPages.flat();
  const total = list.data?.pages[0]?.total.count;
  const revealed = useRevealedNames(
    rowPages.map((page) => [...new Set(page.map(({ enrolleeId }) => enrolleeId))]),
    showNames,
  );
  const what = [
    t(`countyRecords.facts.${of}`),
    of === "ended" && ending !== undefined && labelOf(CASE_EVENT_KINDS, ending),
    of === "tests" && result !== undefined && labelOf(TEST_RESULTS, result),
  ]
    .filter(Boolean)
    .join(" · ");
  const open = placeOf[of];
  const nameOf = (row: YearFact) => revealed.nameOf(row.enrolleeId) ?? row.maskedName;
  const columns: TableColumnType<YearFact>[] = [
    {
      key: "name",
      title: t("enrollees.name"),
      width: 90,
      render: (_, row) => <Link to={open(row.enrolleeId)}>{nameOf(row)}</Link>,
    },
    { key: "on", title: t("countyRecords.day"), width: 140, render: (_, { on }) => dayText(on) },
    {
      key: "what",
      title: t(`countyRecords.factColumn.${of}`),
      render: (_, { code }) => labelOf(codeLists[of], code),
    },
    ...(of === "tests"
      ? [
          {
            key: "result",
            title: t("countyRecords.result"),
            render: (_: unknown, row: YearFact) =>
              row.result === null ? "" : labelOf(TEST_RESULTS, row.result),
          },
        ]
      : []),
    { key: "station", title: t("enrollees.station"), width: 160, dataIndex: "stationName" },
    {
      key: "caseworker",
      title: t("enrollees.caseworker"),
      width: 100,
      render: (_, { caseworkerName }) => caseworkerName ?? t("enrollees.file.noOwner"),
    },
  ];
  return (
    <>
      <PageHeader
        back={
          <Link to={paths.countyRecordsOf(year)}>
            <ArrowLeftOutlined /> {t("countyRecords.title", { year })}
          </Link>
        }
        title={`${year} ${what}`}
        purpose={t("countyRecords.factsPurpose")}
        actions={
          ability.can("reveal", "CaseFile") && (
            <ShowNames shown={showNames} loading={revealed.loading} onChange={setShowNames} />
          )
        }
      />
      <p role="status" style={{ fontWeight: 600, marginBottom: 8 }}>
        {total !== undefined && t("countyRecords.factCount", { count: total })}
      </p>
      <ProblemAlert error={list.error ?? revealed.error} onRetry={() => void list.refetch()} />
      <DataTable
        label={what}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        loading={list.isPending}
        minWidth={720}
        onOpen={({ enrolleeId }) => void navigate(open(enrolleeId))}
        empty={list.isSuccess ? <EmptyState title={t("countyRecords.noFacts")} /> : <span />}
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

export { YearFactsPage as Component };
