import type { TableColumnType } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { ProblemAlert } from "../api/problems.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { ListFooter } from "../ui/list-footer.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import styles from "./people-list-page.module.css";
import { useShownNames } from "./shown-names.tsx";
import type { Listed } from "./shown-names.tsx";

/** Pages of a list, as `useInfiniteQuery` holds them. */
export interface ListQuery<Row> {
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
  readonly isPlaceholderData: boolean;
  readonly isSuccess: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

interface PeopleListPageProps<Row extends Listed> {
  readonly back?: ReactNode;
  readonly title: string;
  readonly purpose: string;
  /** What can be done beside showing the names. */
  readonly actions?: ReactNode;
  readonly list: ListQuery<Row>;
  readonly listLabel: string;
  readonly rowKey: (row: Row) => string;
  readonly enrolleeIdOf: (row: Row) => string;
  /** Where the name leads. */
  readonly pathOf: (row: Row) => string;
  /** Where the row leads when that is not where the name does. */
  readonly openAt?: (row: Row) => string;
  /** What is told of a row after its name. */
  readonly columns: (nameOf: (row: Row) => string) => TableColumnType<Row>[];
  readonly minWidth?: number;
  readonly sticky?: boolean;
  /** How many there are, in words; a page that says it elsewhere leaves it out. */
  readonly found?: (count: number) => string;
  readonly empty: ReactNode;
  /** What narrows the list, above it. */
  readonly children?: ReactNode;
}

const NAME_WIDTH = 90;

/** People with what is told of each: how many there are, their names once they are asked for, and page by page. */
export function PeopleListPage<Row extends Listed>(props: PeopleListPageProps<Row>) {
  const { back, title, purpose, actions, list, listLabel, rowKey, found, empty, children } = props;
  const { enrolleeIdOf, pathOf, openAt = pathOf, columns, minWidth, sticky = false } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const rowPages = list.data?.pages.map((page) => page.rows) ?? [];
  const rows = rowPages.flat();
  const total = list.data?.pages[0]?.total.count;
  const names = useShownNames(rowPages, enrolleeIdOf);
  const told = columns(names.nameOf);
  return (
    <>
      <PageHeader
        back={back}
        title={title}
        purpose={purpose}
        actions={
          <>
            {names.toggle}
            {actions}
          </>
        }
      />
      {children}
      {found && (
        <p role="status" className={styles.count}>
          {total !== undefined && found(total)}
        </p>
      )}
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {names.problem}
      <DataTable
        label={listLabel}
        rows={rows}
        rowKey={rowKey}
        columns={[
          {
            key: "name",
            title: t("enrollees.name"),
            width: NAME_WIDTH,
            render: (_, row) => <Link to={pathOf(row)}>{names.nameOf(row)}</Link>,
          },
          ...told,
        ]}
        loading={list.isPending || list.isPlaceholderData}
        sticky={sticky}
        minWidth={minWidth ?? told.reduce((width, column) => width + Number(column.width), NAME_WIDTH)}
        onOpen={(row) => void navigate(openAt(row))}
        empty={list.isSuccess ? empty : <span />}
      />
      <ListFooter
        shown={rows.length}
        total={total}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
