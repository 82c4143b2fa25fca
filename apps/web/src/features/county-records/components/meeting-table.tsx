import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { YearRecords } from "../pages/year-page.tsx";

/** The year's joint meetings with their resolutions and what became of them. */
export function MeetingTable({ meetings }: { readonly meetings: YearRecords["meetings"] }) {
  const { t } = useTranslation();
  const { today } = useSession().session;
  return (
    <Panel flush title={t("countyRecords.meetings", { count: meetings.length })}>
      <DataTable
        label={t("countyRecords.meetings", { count: meetings.length })}
        rows={meetings}
        rowKey={({ id }) => id}
        minWidth={900}
        empty={<EmptyState title={t("countyRecords.noMeetings")} />}
        columns={[
          {
            key: "day",
            title: t("countyRecords.day"),
            width: 130,
            render: (_, { happenedOn }) => dayText(happenedOn),
          },
          { key: "name", title: t("countyRecords.meeting"), dataIndex: "name", width: 150 },
          { key: "host", title: t("countyRecords.host"), width: 120, render: (_, { host }) => host ?? "—" },
          {
            key: "resolution",
            title: t("countyRecords.resolution"),
            render: (_, { resolution }) => resolution ?? "—",
          },
          {
            key: "responsible",
            title: t("countyRecords.responsible"),
            width: 130,
            render: (_, { responsible }) => responsible ?? "—",
          },
          {
            key: "dueOn",
            title: t("countyRecords.dueOn"),
            width: 130,
            render: (_, { dueOn }) => (dueOn === null ? "—" : dayText(dueOn)),
          },
          {
            key: "completion",
            title: t("countyRecords.completion"),
            width: 130,
            render: (_, { completion, dueOn }) =>
              completion ?? (
                <StatusTag tone={dueOn !== null && dueOn < today ? "overdue" : "dueSoon"}>
                  {t("countyRecords.notRecorded")}
                </StatusTag>
              ),
          },
        ]}
      />
    </Panel>
  );
}
