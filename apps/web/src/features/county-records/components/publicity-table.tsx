import { useTranslation } from "react-i18next";
import { dayText } from "../../../lib/day-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Panel } from "../../../ui/panel.tsx";
import type { YearRecords } from "../pages/year-page.tsx";

/** The year's publicity events with what was shown and handed out. */
export function PublicityTable({ events }: { readonly events: YearRecords["publicity"] }) {
  const { t } = useTranslation();
  const quantity = (key: "audience" | "booklets" | "boards" | "vehicles") => ({
    key,
    title: t(`countyRecords.${key}`),
    align: "right" as const,
    width: 104,
    render: (_: unknown, event: YearRecords["publicity"][number]) => event[key] ?? "—",
  });
  return (
    <Panel flush title={t("countyRecords.publicity", { count: events.length })}>
      <DataTable
        label={t("countyRecords.publicity", { count: events.length })}
        rows={events}
        rowKey={({ id }) => id}
        minWidth={900}
        empty={<EmptyState title={t("countyRecords.noPublicity")} />}
        columns={[
          {
            key: "day",
            title: t("countyRecords.day"),
            width: 130,
            render: (_, { happenedOn }) => dayText(happenedOn),
          },
          { key: "name", title: t("countyRecords.event"), dataIndex: "name" },
          { key: "form", title: t("countyRecords.form"), width: 120, render: (_, { form }) => form ?? "—" },
          {
            key: "place",
            title: t("countyRecords.place"),
            width: 180,
            render: (_, { place }) => place ?? "—",
          },
          quantity("audience"),
          quantity("booklets"),
          quantity("boards"),
          quantity("vehicles"),
        ]}
      />
    </Panel>
  );
}
