import { LEAVE_KINDS } from "@rehab/domain/leave/leave";
import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { TEST_METHODS, TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { VISIT_METHODS } from "@rehab/domain/visit/visit";
import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { YearFact, YearFactKind } from "@rehab/schema/county-records";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { pages } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { PeopleListPage } from "../../../parts/people-list-page.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { BackToYear, useOwnerColumns } from "../components/year-list.tsx";
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
  const year = useYear(useParams()["year"]);
  const [params] = useSearchParams();
  const parsed = Asked.safeParse(Object.fromEntries(params));
  const asked = parsed.success ? parsed.data : Asked.parse({ of: "handed_off" });
  const { of, ending, result } = asked;
  const list = useInfiniteQuery(
    pages(countyRecordsEndpoints.listFacts, (cursor) => ({
      params: { year },
      query: { ...asked, limit: 200, ...(cursor && { cursor }) },
    })),
  );
  const what = [
    t(`countyRecords.facts.${of}`),
    of === "ended" && ending !== undefined && labelOf(CASE_EVENT_KINDS, ending),
    of === "tests" && result !== undefined && labelOf(TEST_RESULTS, result),
  ]
    .filter(Boolean)
    .join(" · ");
  const open = placeOf[of];
  const owner = useOwnerColumns<YearFact>();
  const columns: TableColumnType<YearFact>[] = [
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
    ...owner,
  ];
  return (
    <PeopleListPage
      back={<BackToYear year={year} />}
      title={`${year} ${what}`}
      purpose={t("countyRecords.factsPurpose")}
      list={list}
      listLabel={what}
      rowKey={({ id }) => id}
      enrolleeIdOf={({ enrolleeId }) => enrolleeId}
      pathOf={({ enrolleeId }) => open(enrolleeId)}
      columns={() => columns}
      minWidth={720}
      found={(count) => t("countyRecords.factCount", { count })}
      empty={<EmptyState title={t("countyRecords.noFacts")} />}
    />
  );
}

export { YearFactsPage as Component };
