import { PrinterOutlined } from "@ant-design/icons";
import { DUTY_KINDS } from "@rehab/domain/supervision/duty";
import type { DutyKind } from "@rehab/domain/supervision/duty";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { workbenchEndpoints } from "@rehab/schema/workbench";
import type { DutyRow } from "@rehab/schema/workbench";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import type { TableColumnType } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { pages } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { useNarrow } from "../../../lib/printing.ts";
import { PeopleListPage } from "../../../parts/people-list-page.tsx";
import { StationFilter } from "../../../parts/station-filter.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Explain } from "../../../ui/explain.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { WorkbenchTabs } from "../components/queue-tabs.tsx";
import { SnoozeDialog, WakeDialog } from "../components/snooze-dialog.tsx";
import { placeOf, useDutyText } from "../duty-text.ts";
import { useWorkbenchAddress } from "../workbench-address.ts";
import styles from "./workbench-page.module.css";

/** One queue of the workbench: for whom, what, why, until when, and where to do it. */
function WorkbenchPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const navigate = useNavigate();
  const address = useWorkbenchAddress();
  const { filter } = address;
  const [asked, setAsked] = useState<DutyRow>();
  const textOf = useDutyText();

  const list = useInfiniteQuery({
    ...pages(workbenchEndpoints.list, (cursor) => ({ query: { ...filter, ...(cursor && { cursor }) } })),
    placeholderData: keepPreviousData,
  });
  const total = list.data?.pages[0]?.total.count ?? 0;
  const columns = useColumns(setAsked);

  return (
    <>
      <PeopleListPage
        title={t("workbench.title")}
        purpose={t("workbench.purpose", { day: dayText(session.today) })}
        actions={
          <Button icon={<PrinterOutlined />} onClick={() => void navigate(paths.workbenchSheet)}>
            {t("workbench.sheet.title")}
          </Button>
        }
        list={list}
        listLabel={t("workbench.title")}
        rowKey={({ enrolleeId, kind, subject }) => `${enrolleeId} ${kind} ${subject}`}
        enrolleeIdOf={({ enrolleeId }) => enrolleeId}
        pathOf={({ enrolleeId }) => paths.enrollee(enrolleeId)}
        openAt={placeOf}
        columns={columns}
        empty={<EmptyState title={t("workbench.empty")} help={t("workbench.emptyHelp")} />}
      >
        <WorkbenchTabs address={address} />
        <div className={styles.filters}>
          {session.account.stationId === null && (
            <StationFilter
              value={filter.stationId}
              onChange={(stationId) => address.setFilter({ stationId })}
            />
          )}
          <Select
            allowClear
            aria-label={t("workbench.kind")}
            placeholder={t("workbench.allKinds")}
            style={{ width: 180 }}
            value={filter.kind ?? null}
            options={DUTY_KINDS.map(({ code }) => ({ value: code, label: labelOf(DUTY_KINDS, code) }))}
            onChange={(kind?: DutyKind | null) => address.setFilter({ kind: kind ?? undefined })}
          />
          <span role="status" className={styles.soft}>
            {list.isSuccess && t("workbench.found", { count: total })}
          </span>
          <span className={styles.soft}>{t(`workbench.queueHelp.${filter.queue}`)}</span>
        </div>
      </PeopleListPage>
      {asked && asked.snoozedTo === null && (
        <SnoozeDialog row={asked} what={textOf(asked)} onClose={() => setAsked(undefined)} />
      )}
      {asked && asked.snoozedTo !== null && (
        <WakeDialog row={asked} what={textOf(asked)} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

function useColumns(
  onPutOff: (row: DutyRow) => void,
): (nameOf: (row: DutyRow) => string) => TableColumnType<DutyRow>[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const textOf = useDutyText();
  const { ability, session } = useSession();
  const narrow = useNarrow();
  const what: TableColumnType<DutyRow> = {
    key: "what",
    title: t("workbench.what"),
    width: narrow ? 130 : 190,
    render: (_, row) => (
      <>
        <Explain title={row.citation} label={textOf(row)}>
          {row.says}
        </Explain>
        {narrow && <Due row={row} />}
      </>
    ),
  };
  const action = (nameOf: (row: DutyRow) => string): TableColumnType<DutyRow> => ({
    key: "action",
    title: t("workbench.action"),
    width: narrow ? 76 : 116,
    render: (_, row) => (
      <span className={styles.actions}>
        <Link to={placeOf(row)} aria-label={`${t("workbench.do")} ${nameOf(row)} ${textOf(row)}`}>
          {t("workbench.do")}
        </Link>
        {row.snoozeObstacle === null && ability.can("update", "CaseFile") && (
          <Button type="link" size="small" onClick={() => onPutOff(row)}>
            {t(row.snoozedTo === null ? "workbench.snooze.ok" : "workbench.wake.ok")}
          </Button>
        )}
      </span>
    ),
  });
  if (narrow) return (nameOf) => [what, action(nameOf)];
  return (nameOf) => [
    what,
    { key: "due", title: t("workbench.due"), width: 190, render: (_, row) => <Due row={row} /> },
    {
      key: "place",
      title: t("workbench.place"),
      width: 170,
      render: (_, row) => [row.townshipName, row.village].filter(Boolean).join(" ") || "—",
    },
    {
      key: "measure",
      title: t("workbench.measure"),
      width: 140,
      render: (_, row) =>
        `${labelOf(MEASURES, row.measure)}${row.riskLevel === null ? "" : ` · ${labelOf(RISK_LEVELS, row.riskLevel)}`}`,
    },
    {
      key: "caseworker",
      title: t("workbench.caseworker"),
      width: 84,
      render: (_, row) => row.caseworkerName ?? "—",
    },
    ...(session.account.stationId === null
      ? [{ key: "station", title: t("workbench.station"), width: 136, dataIndex: "stationName" }]
      : []),
    action(nameOf),
  ];
}

function Due({ row }: { readonly row: DutyRow }) {
  const { t } = useTranslation();
  if (row.snoozedTo !== null) {
    return <StatusTag tone="idle">{t("workbench.snoozedTo", { day: row.snoozedTo })}</StatusTag>;
  }
  if (row.dueOn === null || row.daysOver === null) return <>{t("workbench.noDay")}</>;
  const over = row.daysOver;
  return (
    <span className={styles.due}>
      {dayText(row.dueOn)}{" "}
      <StatusTag tone={over > 0 ? "overdue" : "dueSoon"}>
        {over > 0
          ? t("workbench.daysOver", { count: over })
          : over === 0
            ? t("workbench.today")
            : t("workbench.daysLeft", { count: -over })}
      </StatusTag>
    </span>
  );
}

export { WorkbenchPage as Component };
