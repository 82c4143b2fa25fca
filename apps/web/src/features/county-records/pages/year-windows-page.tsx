import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { YearWindow } from "@rehab/schema/county-records";
import { stationsEndpoints } from "@rehab/schema/stations";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { pages, q } from "../../../api/query.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { PeopleListPage } from "../../../parts/people-list-page.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { BackToYear, useOwnerColumns } from "../components/year-list.tsx";
import { useYear } from "../use-year.ts";

const Asked = countyRecordsEndpoints.listWindows.query.omit({ cursor: true, limit: true });

/** Exactly the test windows behind one number of a year's book. */
function YearWindowsPage() {
  const { t } = useTranslation();
  const year = useYear(useParams()["year"]);
  const [params] = useSearchParams();
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
  const what = [t(`countyRecords.windowsTitle.${asked.of}`), station].filter(Boolean).join(" · ");
  const owner = useOwnerColumns<YearWindow>();
  const columns: TableColumnType<YearWindow>[] = [
    { key: "index", title: t("countyRecords.windowNumber"), width: 80, align: "right", dataIndex: "index" },
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
    ...owner,
  ];
  return (
    <PeopleListPage
      back={<BackToYear year={year} />}
      title={`${year} ${what}`}
      purpose={t("countyRecords.windowsHelp")}
      list={list}
      listLabel={what}
      rowKey={({ caseId, index }) => `${caseId} ${index}`}
      enrolleeIdOf={({ enrolleeId }) => enrolleeId}
      pathOf={({ enrolleeId }) => paths.enrolleeTests(enrolleeId)}
      columns={() => columns}
      found={(count) => t("countyRecords.factCount", { count })}
      empty={<EmptyState title={t("countyRecords.noWindows")} />}
    />
  );
}

export { YearWindowsPage as Component };
