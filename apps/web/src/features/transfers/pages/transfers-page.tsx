import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { TRANSFER_DIRECTIONS, TRANSFER_STATES } from "@rehab/domain/handoff/transfer";
import type { TransferDirection, TransferState } from "@rehab/domain/handoff/transfer";
import { transfersEndpoints } from "@rehab/schema/transfers";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Button, Segmented, Select, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { useShownNames } from "../../../parts/shown-names.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FilterChips } from "../../../ui/filter-chips.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ExportDialog } from "../components/export-dialog.tsx";
import { TransferList } from "../components/transfer-list.tsx";
import styles from "../components/transfers.module.css";

/** Every change of the place of execution, by how far it has come; what waits too long is said on top. */
function TransfersPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const navigate = useNavigate();
  const address = useAddress();
  const { direction, state, late } = address;
  const [exporting, setExporting] = useState(false);
  const filter = { ...(direction && { direction }), ...(state && { state }) };
  const { data, error, refetch } = useQuery({
    ...q(transfersEndpoints.list, { query: { ...filter, ...(late && { late: "true" }) } }),
    placeholderData: keepPreviousData,
  });
  const transfers = data?.transfers;
  const names = useShownNames([transfers ?? []], ({ enrolleeId }) => enrolleeId);
  const all = Object.values(data?.counts ?? {}).reduce((sum, count) => sum + count, 0);
  const chips = [
    ...(direction
      ? [
          {
            key: "direction",
            label: t("transfers.direction"),
            value: labelOf(TRANSFER_DIRECTIONS, direction),
          },
        ]
      : []),
    ...(late ? [{ key: "late", label: t("transfers.waiting"), value: t("transfers.late") }] : []),
  ];
  const isFiltered = chips.length > 0 || state !== undefined;

  return (
    <>
      <PageHeader
        title={t("frame.page.transfers")}
        purpose={t("transfers.purpose")}
        actions={
          <>
            {names.toggle}
            <Tooltip title={transfers?.length === 0 && t("transfers.nothingToExport")}>
              <Button
                icon={<DownloadOutlined />}
                disabled={transfers?.length === 0}
                onClick={() => setExporting(true)}
              >
                {t("transfers.export")}
              </Button>
            </Tooltip>
            {ability.can("create", "Handoff") && (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                onClick={() => void navigate(withQuery(paths.newHandoff, { kind: "transfer" }))}
              >
                {t("transfers.recordIn")}
              </Button>
            )}
          </>
        }
      />
      {data !== undefined && data.late > 0 && !late && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t("transfers.lateCount", { count: data.late })}
          action={
            <Button size="small" onClick={() => address.set({ late: "true", state: undefined })}>
              {t("transfers.showLate")}
            </Button>
          }
        />
      )}
      <search className={styles.bar}>
        <div className={styles.scroll}>
          <Segmented
            aria-label={t("transfers.state")}
            value={state ?? "all"}
            options={[
              { value: "all", label: `${t("transfers.all")} ${all}` },
              ...TRANSFER_STATES.map(({ code }) => ({
                value: code,
                label: `${labelOf(TRANSFER_STATES, code)} ${data?.counts[code] ?? 0}`,
              })),
            ]}
            onChange={(value) => address.set({ state: value === "all" ? undefined : value })}
          />
        </div>
        <Select
          aria-label={t("transfers.direction")}
          placeholder={t("transfers.direction")}
          allowClear
          className={styles.select ?? ""}
          value={direction ?? null}
          options={TRANSFER_DIRECTIONS.map(({ code }) => ({
            value: code,
            label: labelOf(TRANSFER_DIRECTIONS, code),
          }))}
          onChange={(value: string | null) => address.set({ direction: value ?? undefined })}
        />
      </search>
      <div className={styles.bar}>
        <p role="status" style={{ fontWeight: 600 }}>
          {transfers && t("transfers.count", { count: transfers.length })}
        </p>
        <FilterChips
          chips={chips}
          onRemove={(key) => address.set({ [key]: undefined })}
          onClear={() => address.set({ direction: undefined, state: undefined, late: undefined })}
        />
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {names.problem}
      <TransferList
        transfers={transfers}
        nameOf={names.nameOf}
        empty={
          isFiltered ? (
            <EmptyState title={t("transfers.emptyFiltered")} />
          ) : (
            <EmptyState title={t("transfers.empty")} help={t("transfers.emptyHelp")} />
          )
        }
      />
      {exporting && (
        <ExportDialog
          onClose={() => setExporting(false)}
          filter={{ ...filter, ...(late && { late }) }}
          count={transfers?.length ?? 0}
        />
      )}
    </>
  );
}

/** The filter as the address keeps it. */
function useAddress() {
  const [params, setParams] = useSearchParams();
  const of = <C extends string>(list: readonly { readonly code: C }[], name: string): C | undefined =>
    list.find(({ code }) => code === params.get(name))?.code;
  return {
    direction: of<TransferDirection>(TRANSFER_DIRECTIONS, "direction"),
    state: of<TransferState>(TRANSFER_STATES, "state"),
    late: params.get("late") === "true",
    set: (changes: Readonly<Record<string, string | undefined>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
  };
}

export { TransfersPage as Component };
