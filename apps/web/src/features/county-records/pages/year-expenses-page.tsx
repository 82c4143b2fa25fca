import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
import { dayText } from "../../../lib/day-text.ts";
import { moneyText } from "../../../lib/money-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { BackToYear } from "../components/year-list.tsx";
import { useYear } from "../use-year.ts";

/** Exactly the payments behind one number of a year's fund. */
function YearExpensesPage() {
  const { t } = useTranslation();
  const year = useYear(useParams()["year"]);
  const category = useSearchParams()[0].get("category") ?? undefined;
  const list = useInfiniteQuery(
    pages(countyRecordsEndpoints.listExpenses, (cursor) => ({
      params: { year },
      query: { limit: 200, ...(category !== undefined && { category }), ...(cursor && { cursor }) },
    })),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const [first] = list.data?.pages ?? [];
  const use = (name: string) => name || t("countyRecords.uncategorised");
  const what = [t("countyRecords.expensesTitle"), ...(category === undefined ? [] : [use(category)])].join(
    " · ",
  );
  return (
    <>
      <PageHeader
        back={<BackToYear year={year} />}
        title={`${year} ${what}`}
        purpose={first && t("countyRecords.expensesPurpose", { spent: moneyText(first.spentFen) })}
      />
      <p role="status" style={{ fontWeight: 600, marginBottom: 8 }}>
        {first && t("countyRecords.factCount", { count: first.total.count })}
      </p>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      <DataTable
        label={what}
        rows={rows}
        rowKey={({ id }) => id}
        loading={list.isPending}
        minWidth={900}
        empty={list.isSuccess ? <EmptyState title={t("countyRecords.noExpenses")} /> : <span />}
        columns={[
          { key: "on", title: t("countyRecords.day"), width: 140, render: (_, { on }) => dayText(on) },
          {
            key: "category",
            title: t("countyRecords.category"),
            width: 140,
            render: (_, row) => use(row.category),
          },
          { key: "summary", title: t("countyRecords.summary"), render: (_, row) => row.summary ?? "—" },
          {
            key: "amount",
            title: t("countyRecords.spent"),
            width: 130,
            align: "right",
            render: (_, { amountFen }) => moneyText(amountFen),
          },
          {
            key: "voucher",
            title: t("countyRecords.voucher"),
            width: 130,
            render: (_, { voucher }) => voucher ?? "—",
          },
          {
            key: "handledBy",
            title: t("countyRecords.handledBy"),
            width: 100,
            render: (_, { handledBy }) => handledBy ?? "—",
          },
          { key: "note", title: t("countyRecords.note"), width: 160, render: (_, { note }) => note ?? "—" },
        ]}
      />
      <ListFooter
        shown={rows.length}
        total={first?.total.count}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

export { YearExpensesPage as Component };
