import { FULL_LOAD, overload } from "@rehab/domain/handoff/station-load";
import { staffEndpoints } from "@rehab/schema/staff";
import type { StaffMember } from "@rehab/schema/staff";
import { useQuery } from "@tanstack/react-query";
import { Alert, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { CountLink } from "../../../parts/count-link.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FilterChips } from "../../../ui/filter-chips.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import styles from "./staff-page.module.css";

/** In the address for all stations together, without the bureau's own staff. */
const ALL_STATIONS = "all";

interface Office {
  readonly id: string;
  /** Null for the bureau itself. */
  readonly stationId: string | null;
  readonly name: string;
  readonly members: readonly StaffMember[];
}

function StaffPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(q(staffEndpoints.list, {}));
  const [params, setParams] = useSearchParams();
  const stationId = params.get("stationId");
  const all = officesOf(data?.staff ?? [], t("frame.bureauStaff"));
  const chosen = all.find(({ id }) => id === stationId);
  const isStations = stationId === ALL_STATIONS;
  const offices =
    chosen === undefined ? all.filter((office) => !isStations || office.stationId !== null) : [chosen];
  const chip = chosen?.name ?? (isStations ? t("staff.allStations") : undefined);

  return (
    <>
      <PageHeader
        title={t("staff.title")}
        purpose={t("staff.purpose", {
          count: offices.flatMap(({ members }) => members).length,
          load: FULL_LOAD,
        })}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (data.withoutCaseworker ?? 0) > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={
            <CountLink
              count={data.withoutCaseworker ?? 0}
              to={withQuery(paths.enrollees, { withoutCaseworker: "true" })}
            >
              {t("staff.withoutCaseworker", { count: data.withoutCaseworker ?? 0 })}
            </CountLink>
          }
        />
      )}
      {data?.staff.length === 0 && <EmptyState title={t("staff.empty")} help={t("stations.emptyHelp")} />}
      {chip !== undefined && (
        <FilterChips
          chips={[{ key: "stationId", label: t("stations.name"), value: chip }]}
          onRemove={() => setParams({}, { replace: true })}
          onClear={() => setParams({}, { replace: true })}
        />
      )}
      <div className={styles.offices}>
        {offices.map((office) => (
          <OfficeTable key={office.id} office={office} isAlone={offices.length === 1} />
        ))}
      </div>
    </>
  );
}

function officesOf(staff: readonly StaffMember[], bureau: string): Office[] {
  const ids = [...new Set(staff.map(({ stationId }) => stationId))];
  return ids.map((stationId) => {
    const members = staff.filter((member) => member.stationId === stationId);
    return { id: stationId ?? "bureau", stationId, name: members[0]?.stationName ?? bureau, members };
  });
}

interface OfficeTableProps {
  readonly office: Office;
  /** The page shows this office only: its number of staff opens nothing else. */
  readonly isAlone: boolean;
}

function OfficeTable({ office, isAlone }: OfficeTableProps) {
  const { t } = useTranslation();
  const known = office.members.filter(({ caseload }) => caseload !== null);
  const carried = known.reduce((sum, { caseload }) => sum + (caseload ?? 0), 0);
  const heaviest = Math.max(FULL_LOAD, ...known.map(({ caseload }) => caseload ?? 0));

  return (
    <Panel
      flush
      title={office.name}
      extra={
        <span className={styles.soft}>
          <CountLink
            count={office.members.length}
            to={isAlone ? undefined : withQuery(paths.staff, { stationId: office.id })}
          >
            {t("staff.officeSum", { count: office.members.length })}
          </CountLink>
          {known.length > 0 && (
            <>
              {" · "}
              <CountLink
                count={carried}
                to={
                  office.stationId === null
                    ? undefined
                    : withQuery(paths.enrollees, { caseworkerStationId: office.stationId })
                }
              >
                {t("staff.officeLoad", { count: carried })}
              </CountLink>
            </>
          )}
        </span>
      }
    >
      <DataTable
        label={office.name}
        rows={office.members}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", title: t("staff.name"), dataIndex: "name", width: 100 },
          { key: "post", title: t("staff.post"), dataIndex: "post", width: 140 },
          {
            key: "caseload",
            title: t("staff.caseload"),
            render: (_, member) => <Caseload member={member} heaviest={heaviest} />,
          },
        ]}
      />
    </Panel>
  );
}

function Caseload({ member, heaviest }: { readonly member: StaffMember; readonly heaviest: number }) {
  const { t } = useTranslation();
  const { caseload, stationId } = member;
  // Staff of the bureau itself carry nobody.
  if (caseload === null || (stationId === null && caseload === 0)) return <>—</>;
  return (
    <span className={styles.load}>
      <span className={styles.number}>
        <CountLink count={caseload} to={withQuery(paths.enrollees, { caseworkerId: member.id })} />
      </span>
      <span className={styles.track} aria-hidden>
        <span className={styles.bar} style={{ width: `${(caseload / heaviest) * 100}%` }} />
      </span>
      {overload(caseload, 1) > 0 && (
        <StatusTag tone="dueSoon">{t("staff.overload", { count: overload(caseload, 1) })}</StatusTag>
      )}
    </span>
  );
}

export { StaffPage as Component };
