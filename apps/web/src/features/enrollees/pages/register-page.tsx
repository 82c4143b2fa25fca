import { DownloadOutlined, PlusOutlined, PrinterOutlined } from "@ant-design/icons";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { RegisterRow } from "@rehab/schema/enrollees";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Button, Skeleton, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { paths } from "../../../lib/paths.ts";
import { usePrintAll } from "../../../lib/print-all.ts";
import { useNarrow } from "../../../lib/printing.ts";
import { useStoredState } from "../../../lib/stored-state.ts";
import { useShownNames } from "../../../parts/shown-names.tsx";
import { ColumnSettings } from "../../../ui/column-settings.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ExportDialog } from "../components/export-dialog.tsx";
import { RegisterCards } from "../components/register-cards.tsx";
import { RegisterChips } from "../components/register-chips.tsx";
import { RegisterFilters } from "../components/register-filters.tsx";
import { useRegisterAddress } from "../register-address.ts";
import type { RegisterAddress } from "../register-address.ts";
import { tableColumn, useRegisterColumns } from "../register-columns.tsx";
import styles from "./register-page.module.css";

function RegisterPage() {
  const { t } = useTranslation();
  const { ability } = useSession();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const address = useRegisterAddress();
  const { filter, sorting, words } = address;
  const [exporting, setExporting] = useState(false);

  const register = useInfiniteQuery({
    ...pages(enrolleesEndpoints.search, (cursor) => ({
      body: { ...filter, ...sorting, ...(words !== "" && { q: words }), ...(cursor && { cursor }) },
    })),
    placeholderData: keepPreviousData,
  });
  const rowPages = register.data?.pages.map((page) => page.rows) ?? [];
  const rows = rowPages.flat();
  const total = register.data?.pages[0]?.total;

  const names = useShownNames(rowPages, ({ id }) => id);
  const printing = usePrintAll({
    total,
    more: register.hasNextPage,
    loading: register.isFetching || names.loading,
    failed: register.isError || register.isFetchNextPageError,
    onMore: () => void register.fetchNextPage(),
  });
  return (
    <>
      <PageHeader
        title={t("frame.page.enrollees")}
        purpose={t("enrollees.purpose")}
        actions={
          <>
            {names.toggle}
            {ability.can("create", "Handoff") && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate(paths.newHandoff)}>
                {t("enrollees.newHandoff")}
              </Button>
            )}
            <Button icon={<PrinterOutlined />} onClick={printing.print} loading={printing.preparing}>
              {t("enrollees.print")}
            </Button>
            {ability.can("export", "CaseFile") && (
              <Tooltip title={total?.count === 0 && t("enrollees.nothingToExport")}>
                <Button
                  icon={<DownloadOutlined />}
                  onClick={() => setExporting(true)}
                  disabled={(total?.count ?? 0) === 0}
                >
                  {t("enrollees.export")}
                </Button>
              </Tooltip>
            )}
          </>
        }
      />
      <RegisterFilters address={address} narrow={narrow} />
      <div className={styles.result}>
        <p role="status" className={styles.count}>
          {total && t(total.exact ? "enrollees.found" : "enrollees.foundAtLeast", { count: total.count })}
        </p>
        <RegisterChips address={address} />
      </div>
      {total && register.hasNextPage && (
        <p className={styles.printed}>
          {t(total.exact ? "enrollees.printedSome" : "enrollees.printedSomeAtLeast", {
            shown: rows.length,
            total: total.count,
          })}
        </p>
      )}
      <ProblemAlert error={register.error} onRetry={() => void register.refetch()} />
      {names.problem}
      {narrow ? (
        register.isPending ? (
          <Skeleton active paragraph={{ rows: 10 }} />
        ) : rows.length === 0 ? (
          <NobodyFound address={address} />
        ) : (
          <RegisterCards rows={rows} nameOf={names.nameOf} />
        )
      ) : (
        <RegisterTable
          address={address}
          rows={register.isPending ? undefined : rows}
          refreshing={register.isPlaceholderData}
          nameOf={names.nameOf}
          onOpen={(row) => void navigate(paths.enrollee(row.id))}
        />
      )}
      <ListFooter
        shown={rows.length}
        total={total?.count ?? 0}
        more={register.hasNextPage}
        loading={register.isFetchingNextPage}
        onMore={() => void register.fetchNextPage()}
      />
      <ExportDialog
        open={exporting}
        onClose={() => setExporting(false)}
        filter={filter}
        words={words}
        count={total?.count ?? 0}
      />
    </>
  );
}

interface RegisterTableProps {
  readonly address: RegisterAddress;
  readonly rows: readonly RegisterRow[] | undefined;
  readonly refreshing: boolean;
  readonly nameOf: (row: RegisterRow) => string;
  readonly onOpen: (row: RegisterRow) => void;
}

function RegisterTable({ address, rows, refreshing, nameOf, onOpen }: RegisterTableProps) {
  const { t } = useTranslation();
  const columns = useRegisterColumns(nameOf);
  const usual = columns.filter((column) => column.hiddenAtFirst !== true).map(({ key }) => key);
  const [visible, setVisible] = useStoredState<readonly string[]>("register-columns", usual);
  const [compact, setCompact] = useStoredState("register-compact", false);
  const { sorting, setSorting } = address;

  const shown = columns.filter(({ key, fixedChoice }) => fixedChoice === true || visible.includes(key));

  return (
    <>
      <div className={styles.tools}>
        <ColumnSettings
          columns={columns.map(({ key, title, fixedChoice }) => ({
            key,
            label: title,
            fixed: fixedChoice === true,
          }))}
          visible={visible}
          compact={compact}
          onVisible={setVisible}
          onCompact={setCompact}
          onReset={() => {
            setVisible(usual);
            setCompact(false);
          }}
        />
      </div>
      <DataTable
        label={t("enrollees.list")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={shown.map((column) => tableColumn(column, sorting))}
        compact={compact}
        sticky
        minWidth={shown.reduce((width, column) => width + column.width, 0)}
        loading={rows === undefined || refreshing}
        onOpen={onOpen}
        empty={rows === undefined ? <Skeleton active /> : <NobodyFound address={address} />}
        onChange={(_, __, sorter) => {
          const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
          const sort = columns.find(({ key }) => key === columnKey)?.sort;
          if (sort) setSorting({ sort, direction: order === "descend" ? "desc" : "asc" });
        }}
      />
    </>
  );
}

function NobodyFound({ address }: { readonly address: RegisterAddress }) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const { standing, ...others } = address.filter;
  const filtered =
    address.words !== "" ||
    standing !== "registered" ||
    Object.values(others).some((value) => value !== undefined);
  if (filtered) {
    return (
      <EmptyState
        title={t("enrollees.emptyFiltered")}
        help={t("enrollees.emptyFilteredHelp")}
        action={<Button onClick={address.clear}>{t("common.clearAll")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t("enrollees.emptyRegister")}
      help={t("enrollees.emptyRegisterHelp")}
      action={
        ability.can("list", "ImportBatch") ? <Link to={paths.imports}>{t("enrollees.toImports")}</Link> : null
      }
    />
  );
}

export { RegisterPage as Component };
