import { PlusOutlined } from "@ant-design/icons";
import { INTAKE_RUNGS } from "@rehab/domain/handoff/intake-ladder";
import { HANDOFF_STATES } from "@rehab/domain/handoff/handoff-record";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffRow } from "@rehab/schema/handoffs";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import type { TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { pages } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { useNarrow } from "../../../lib/printing.ts";
import { PeopleListPage } from "../../../parts/people-list-page.tsx";
import { StationFilter } from "../../../parts/station-filter.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { HandoffTabs } from "../components/queue-tabs.tsx";
import { RowAction } from "../components/row-action.tsx";
import { useDaysLeft } from "../days-left.ts";
import { useHandoffsAddress } from "../handoffs-address.ts";
import styles from "./handoffs-page.module.css";

/** Cases on their way from the order to the plan, by what is to be done next. */
function HandoffsPage() {
  const { t } = useTranslation();
  const { ability, session } = useSession();
  const navigate = useNavigate();
  const address = useHandoffsAddress();
  const { filter } = address;
  const isBureau = session.account.stationId === null;

  const list = useInfiniteQuery({
    ...pages(handoffsEndpoints.list, (cursor) => ({ query: { ...filter, cursor } })),
    placeholderData: keepPreviousData,
  });
  const total = list.data?.pages[0]?.total.count ?? 0;
  const columns = useColumns(filter.queue);

  return (
    <PeopleListPage
      title={t("handoffs.title")}
      purpose={t("handoffs.purpose")}
      actions={
        ability.can("create", "Handoff") && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate(paths.newHandoff)}>
            {t("enrollees.newHandoff")}
          </Button>
        )
      }
      list={list}
      listLabel={t("handoffs.title")}
      rowKey={({ caseId }) => caseId}
      enrolleeIdOf={({ enrolleeId }) => enrolleeId}
      pathOf={({ caseId }) => paths.handoff(caseId)}
      columns={columns}
      empty={<EmptyState title={t("handoffs.empty")} help={t("handoffs.emptyHelp")} />}
    >
      <HandoffTabs address={address} />
      <div className={styles.filters}>
        {isBureau && (
          <StationFilter
            value={filter.stationId}
            onChange={(stationId) => address.setFilter({ stationId })}
          />
        )}
        <Checkbox
          checked={filter.overdue === "true"}
          onChange={({ target }) => address.setFilter({ overdue: target.checked ? "true" : undefined })}
        >
          {t("handoffs.overdueOnly")}
        </Checkbox>
        <span role="status" className={styles.soft}>
          {list.isSuccess && t("common.people", { count: total })}
        </span>
        <span className={styles.soft}>{t(`handoffs.queueHelp.${filter.queue ?? "all"}`)}</span>
      </div>
    </PeopleListPage>
  );
}

function useColumns(
  queue: ReturnType<typeof useHandoffsAddress>["filter"]["queue"],
): (nameOf: (row: HandoffRow) => string) => TableColumnType<HandoffRow>[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const narrow = useNarrow();
  const isBureau = session.account.stationId === null;
  const next: TableColumnType<HandoffRow> = {
    key: "next",
    title: t("handoffs.next"),
    width: 112,
    render: (_, row) => <NextStep row={row} />,
  };
  const due: TableColumnType<HandoffRow> = {
    key: "due",
    title: t("handoffs.due"),
    width: narrow ? 170 : 240,
    render: (_, row) => (
      <>
        {narrow && <NextStep row={row} />} <Due row={row} />
      </>
    ),
  };
  const action = (nameOf: (row: HandoffRow) => string): TableColumnType<HandoffRow> => ({
    key: "action",
    title: t("handoffs.action"),
    width: 96,
    render: (_, row) => <RowAction row={row} queue={queue} name={nameOf(row)} />,
  });
  if (narrow) return (nameOf) => [due, action(nameOf)];
  return (nameOf) => [
    {
      key: "idNumber",
      title: t("handoffs.idNumber"),
      width: 164,
      render: (_, row) =>
        row.maskedIdNumber ?? <StatusTag tone="dueSoon">{t("handoffs.noNumber")}</StatusTag>,
    },
    {
      key: "measure",
      title: t("handoffs.measure"),
      width: 84,
      render: (_, row) => labelOf(MEASURES, row.measure),
    },
    next,
    due,
    ...(isBureau
      ? [{ key: "station", title: t("handoffs.station"), width: 128, dataIndex: "stationName" }]
      : []),
    {
      key: "township",
      title: t("handoffs.township"),
      width: 108,
      render: (_, row) => row.townshipName ?? "—",
    },
    {
      key: "caseworker",
      title: t("handoffs.caseworker"),
      width: 76,
      render: (_, row) => row.caseworkerName ?? "—",
    },
    action(nameOf),
  ];
}

function NextStep({ row }: { readonly row: HandoffRow }) {
  const labelOf = useCodeLabel();
  if (row.handoffState === "station_returned" || row.handoffState === "returned_to_police") {
    return <StatusTag tone="overdue">{labelOf(HANDOFF_STATES, row.handoffState)}</StatusTag>;
  }
  if (row.intakeRung === null) return <>—</>;
  return (
    <StatusTag tone={row.overdue ? "overdue" : "dueSoon"}>{labelOf(INTAKE_RUNGS, row.intakeRung)}</StatusTag>
  );
}

function Due({ row }: { readonly row: HandoffRow }) {
  const daysLeft = useDaysLeft();
  if (row.dueOn === null || row.daysLeft === null) return <>—</>;
  return (
    <span className={styles.due}>
      {dayText(row.dueOn)}{" "}
      <StatusTag tone={row.overdue ? "overdue" : "dueSoon"}>{daysLeft(row.daysLeft)}</StatusTag>
    </span>
  );
}

export { HandoffsPage as Component };
