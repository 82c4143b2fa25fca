import { ArrowLeftOutlined } from "@ant-design/icons";
import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { YearWindow } from "@rehab/schema/county-records";
import { stationsEndpoints } from "@rehab/schema/stations";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages, q } from "../../../api/query.ts";
import { useRevealedNames } from "../../../api/revealed-names.ts";
import { useSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ShowNames } from "../../../ui/show-names.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { useYear } from "../use-year.ts";

const Asked = countyRecordsEndpoints.listWindows.query.omit({ cursor: true, limit: true });

/** Exactly the test windows behind one number of a year's book. */
function YearWindowsPage() {
  const { t } = useTranslation();
  const { ability } = useSession();
  const navigate = useNavigate();
  const year = useYear(useParams()["year"]);
  const [params] = useSearchParams();
  const [showNames, setShowNames] = useState(false);
  const parsed = Asked.safeParse(Object.fromEntries(params));
  const asked = parsed.success ? parsed.data : Asked.parse({});
  const list = useInfiniteQuery(
    pages(countyRecordsEndpoints.listWindows, (cursor) => ({
      params: { year },
      query: { ...asked, limit: 200, ...(cursor && { cursor }) },
    })),
  );
  const stations = useQuery({ ...q(stationsEndpoints.list, {}), enabled: asked.stationId !== undefined });
  const station = stations.data?.stations.find(({ id }) => id === asked.stationId)?.name;
  const rowPages = list.data?.pages.map((page) => page.rows) ?? [];
  const rows = rowPages.flat();
  const total = list.data?.pages[0]?.total.count;
  const revealed = useRevealedNames(
    rowPages.map((page) => [...new Set(page.map(({ enrolleeId }) => enrolleeId))]),
    showNames,
  );
  const what = [t(`countyRecords.windowsTitle.${asked.of}`), station].filter(Boolean).join(" · ");
  const nameOf = (row: YearWindow) => revealed.nameOf(row.enrolleeId) ?? row.maskedName;
  return (
    <>
      <PageHeader
        back={
          <Link to={paths.countyRecordsOf(year)}>
            <ArrowLeftOutlined /> {t("countyRecords.title", { year })}
          </Link>
        }
        title={`${year} ${what}`}
        purpose={t("countyRecords.windowsHelp")}
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
        rowKey={({ caseId, index }) => `${caseId} ${index}`}
        loading={list.isPending}
        minWidth={840}
        onOpen={({ enrolleeId }) => void navigate(paths.enrolleeTests(enrolleeId))}
        empty={list.isSuccess ? <EmptyState title={t("countyRecords.noWindows")} /> : <span />}
        columns={[
          {
            key: "name",
            title: t("enrollees.name"),
            width: 90,
            render: (_, row) => <Link to={paths.enrolleeTests(row.enrolleeId)}>{nameOf(row)}</Link>,
          },
          {
            key: "index",
            title: t("countyRecords.windowNumber"),
            width: 80,
            align: "right",
            dataIndex: "index",
          },
          {
            key: "span",
            title: t("countyRecords.windowSpan"),
            width: 270,
            render: (_, { from, to }) => `${dayText(from)} — ${dayText(to)}`,
          },
          {
            key: "testedOn",
            title: t("countyRecords.testedOn"),
            width: 150,
            render: (_, { testedOn }) =>
              testedOn === null ? (
                <StatusTag tone="overdue">{t("countyRecords.noTest")}</StatusTag>
              ) : (
                dayText(testedOn)
              ),
          },
          { key: "station", title: t("enrollees.station"), width: 150, dataIndex: "stationName" },
          {
            key: "caseworker",
            title: t("enrollees.caseworker"),
            width: 100,
            render: (_, { caseworkerName }) => caseworkerName ?? t("enrollees.file.noOwner"),
          },
        ]}
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

export { YearWindowsPage as Component };
