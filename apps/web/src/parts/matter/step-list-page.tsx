import { MEASURES } from "@rehab/domain/supervision/measure";
import { Segmented } from "antd";
import type { TableColumnType } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { z } from "zod";
import { ProblemAlert } from "../../api/problems.tsx";
import { useRevealedNames } from "../../api/revealed-names.ts";
import { useSession } from "../../api/session.ts";
import { useCodeLabel } from "../../lib/code-label.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ListFooter } from "../../ui/list-footer.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ShowNames } from "../../ui/show-names.tsx";
import styles from "./step-list-page.module.css";

/** Somebody in a list of matters. */
interface MatterRow {
  readonly id: string;
  readonly maskedName: string;
  readonly measure: string;
  readonly stationName: string;
  readonly caseworkerName: string | null;
}

/** Pages of a list, as `useInfiniteQuery` holds them. */
interface ListQuery<Row> {
  readonly data:
    | {
        readonly pages: readonly {
          readonly rows: readonly Row[];
          readonly total: { readonly count: number };
        }[];
      }
    | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

interface StepOption<Step extends string> {
  readonly step: Step;
  readonly label: string;
  /** How many stand at it; undefined until the server has answered. */
  readonly count: number | undefined;
}

interface StepListPageProps<Step extends string, Row extends MatterRow> {
  readonly title: string;
  readonly purpose: string;
  readonly listLabel: string;
  readonly emptyHelp: string;
  readonly stepLabel: string;
  readonly steps: readonly StepOption<Step>[];
  readonly step: Step;
  readonly list: ListQuery<Row>;
  readonly minWidth: number;
  /** Where a row's matter is dealt with. */
  readonly pathOf: (id: string) => string;
  /** What is told of a row between its name and the measure. */
  readonly columns: TableColumnType<Row>[];
}

/** The step that the address names; "all" where it names none. */
export function useStep<Step extends string>(steps: z.ZodType<Step>): Step | "all" {
  const [params] = useSearchParams();
  const parsed = steps.safeParse(params.get("step"));
  return parsed.success ? parsed.data : "all";
}

/** People by how far their matter has come: the steps with their counts, and who stands at the chosen one. */
export function StepListPage<Step extends string, Row extends MatterRow>(
  props: StepListPageProps<Step, Row>,
) {
  const { title, purpose, listLabel, emptyHelp, stepLabel, steps, step, list, minWidth, pathOf, columns } =
    props;
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  const [showNames, setShowNames] = useState(false);
  const rowPages = list.data?.pages.map((page) => page.rows) ?? [];
  const rows = rowPages.flat();
  const total = list.data?.pages[0]?.total.count;
  const revealed = useRevealedNames(
    rowPages.map((page) => page.map(({ id }) => id)),
    showNames,
  );
  const nameOf = (row: Row) => revealed.nameOf(row.id) ?? row.maskedName;
  const allColumns: TableColumnType<Row>[] = [
    {
      key: "name",
      title: t("noShows.name"),
      width: 90,
      render: (_, row) => <Link to={pathOf(row.id)}>{nameOf(row)}</Link>,
    },
    ...columns,
    {
      key: "measure",
      title: t("noShows.measure"),
      width: 88,
      render: (_, { measure }) => labelOf(MEASURES, measure),
    },
    {
      key: "place",
      title: t("noShows.place"),
      width: 190,
      render: (_, { stationName, caseworkerName }) =>
        [stationName, caseworkerName].filter(Boolean).join(" · "),
    },
    {
      key: "handle",
      title: t("noShows.handle"),
      width: 64,
      render: (_, row) => (
        <Link to={pathOf(row.id)} aria-label={t("noShows.handleOf", { name: nameOf(row) })}>
          {t("noShows.handle")}
        </Link>
      ),
    },
  ];

  return (
    <>
      <PageHeader
        title={title}
        purpose={purpose}
        actions={
          ability.can("reveal", "CaseFile") && (
            <ShowNames shown={showNames} loading={revealed.loading} onChange={setShowNames} />
          )
        }
      />
      <div className={styles.steps}>
        <Segmented<Step>
          aria-label={stepLabel}
          value={step}
          onChange={(next) => setParams(next === "all" ? {} : { step: next }, { replace: true })}
          options={steps.map(({ step: value, label, count }) => ({
            value,
            label: `${label} ${count ?? ""}`.trim(),
          }))}
        />
      </div>
      <p role="status" className={styles.count}>
        {total !== undefined && t("noShows.found", { count: total })}
      </p>
      <ProblemAlert error={list.error ?? revealed.error} onRetry={() => void list.refetch()} />
      <DataTable
        label={listLabel}
        rows={rows}
        rowKey={({ id }) => id}
        columns={allColumns}
        loading={list.isPending}
        minWidth={minWidth}
        onOpen={({ id }) => void navigate(pathOf(id))}
        empty={list.isSuccess ? <EmptyState title={t("noShows.nobody")} help={emptyHelp} /> : <span />}
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
