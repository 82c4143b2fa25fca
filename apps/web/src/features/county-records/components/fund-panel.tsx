import { useTranslation } from "react-i18next";
import { percentText } from "../../../lib/fraction-text.ts";
import { moneyText } from "../../../lib/money-text.ts";
import { CountLink } from "../../../parts/count-link.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { YearRecords } from "../pages/year-page.tsx";
import { yearExpensesAddress } from "../year-address.ts";
import styles from "./fund-panel.module.css";

type Fund = YearRecords["fund"];

/** The earmarked fund: spent against budget, and what for. */
export function FundPanel({ fund, year }: { readonly fund: Fund; readonly year: number }) {
  const { t } = useTranslation();
  return (
    <Panel flush title={t("countyRecords.fund")} extra={<FundExecution fund={fund} />}>
      <DataTable
        label={t("countyRecords.fund")}
        rows={[
          ...fund.byCategory.map((line) => ({ ...line, key: `of ${line.category}`, asked: line.category })),
          {
            key: "all",
            asked: undefined,
            category: t("indicators.total"),
            spentFen: fund.spentFen,
            items: fund.byCategory.reduce((sum, { items }) => sum + items, 0),
          },
        ]}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "category",
            title: t("countyRecords.category"),
            render: (_, { category }) => category || t("countyRecords.uncategorised"),
          },
          {
            key: "items",
            title: t("countyRecords.items"),
            align: "right",
            width: 80,
            render: (_, { items, asked }) => (
              <CountLink count={items} to={yearExpensesAddress(year, asked)} />
            ),
          },
          {
            key: "spent",
            title: t("countyRecords.spent"),
            align: "right",
            render: (_, { spentFen, items, asked }) => (
              <CountLink count={items} to={yearExpensesAddress(year, asked)}>
                {moneyText(spentFen)}
              </CountLink>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function FundExecution({ fund }: { readonly fund: Fund }) {
  const { t } = useTranslation();
  const { budgetFen, spentFen } = fund;
  if (budgetFen === null) return <span>{t("countyRecords.noBudget", { spent: moneyText(spentFen) })}</span>;
  const over = spentFen - budgetFen;
  return (
    <span className={styles.execution}>
      <span>
        {moneyText(spentFen)} / {moneyText(budgetFen)} {t("countyRecords.yuan")}
        {budgetFen > 0 && (
          <>
            {" = "}
            <strong>{percentText(spentFen, budgetFen)}</strong>
          </>
        )}
      </span>
      {over > 0 && (
        <StatusTag tone="overdue">{t("countyRecords.overspent", { amount: moneyText(over) })}</StatusTag>
      )}
    </span>
  );
}
