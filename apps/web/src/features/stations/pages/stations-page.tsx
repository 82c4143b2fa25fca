import { stationsEndpoints } from "@rehab/schema/stations";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { CountLink } from "../../../parts/count-link.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";

function StationsPage() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(q(stationsEndpoints.list, {}));
  const stations = data?.stations ?? [];
  const seesPeople = stations.some(({ registered }) => registered !== null);
  const sum = (values: readonly (number | null)[]) =>
    values.reduce<number>((all, value) => all + (value ?? 0), 0);
  const staff = sum(stations.map(({ staffCount }) => staffCount));

  return (
    <>
      <PageHeader
        title={t("stations.title")}
        purpose={
          <>
            {t("stations.purpose", {
              stations: stations.length,
              townships: sum(stations.map(({ townships }) => townships.length)),
            })}{" "}
            <CountLink count={staff} to={withQuery(paths.staff, { stationId: "all" })}>
              {t("stations.staffSum", { count: staff })}
            </CountLink>
          </>
        }
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <DataTable
        label={t("stations.title")}
        rows={stations}
        rowKey={({ id }) => id}
        loading={isPending}
        minWidth={820}
        empty={<EmptyState title={t("stations.empty")} help={t("stations.emptyHelp")} />}
        columns={[
          { key: "name", title: t("stations.name"), dataIndex: "name", width: 170 },
          {
            key: "townships",
            title: t("stations.townships"),
            render: (_, { townships }) => townships.map(({ name }) => name).join("、") || "—",
          },
          {
            key: "address",
            title: t("stations.address"),
            width: 220,
            render: (_, { address }) => address ?? t("common.unknown"),
          },
          {
            key: "staff",
            title: t("stations.staff"),
            width: 100,
            align: "right",
            render: (_, { id, staffCount }) => (
              <CountLink count={staffCount} to={withQuery(paths.staff, { stationId: id })} />
            ),
          },
          ...(seesPeople
            ? [
                {
                  key: "registered",
                  title: t("stations.registered"),
                  width: 110,
                  align: "right" as const,
                  render: (_: unknown, { id, registered }: (typeof stations)[number]) =>
                    registered === null ? (
                      "—"
                    ) : (
                      <CountLink count={registered} to={withQuery(paths.enrollees, { stationId: id })} />
                    ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

export { StationsPage as Component };
