import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { RateFraction } from "../../../ui/rate-fraction.tsx";
import { FundPanel } from "../components/fund-panel.tsx";
import { MeetingTable } from "../components/meeting-table.tsx";
import { PublicityTable } from "../components/publicity-table.tsx";
import { WeekCalendar } from "../components/week-calendar.tsx";
import styles from "./year-page.module.css";

export type YearRecords = ResponseOf<typeof countyRecordsEndpoints.year>;

const FIRST_YEAR = 2000;

/** What the bureau's books say of a year. */
function YearPage() {
  const { t } = useTranslation();
  const thisYear = Number(useSession().session.today.slice(0, 4));
  const asked = Number(useParams()["year"]);
  const year = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= thisYear ? asked : thisYear;
  const { data, error, refetch } = useQuery({
    ...q(countyRecordsEndpoints.year, { params: { year } }),
    placeholderData: keepPreviousData,
  });

  return (
    <>
      <PageHeader
        title={t("countyRecords.title", { year })}
        purpose={t("countyRecords.purpose")}
        actions={
          <nav className={styles.years} aria-label={t("countyRecords.years")}>
            <Link to={paths.countyRecordsOf(year - 1)}>
              <LeftOutlined /> {year - 1}
            </Link>
            <strong>{year}</strong>
            {year < thisYear && (
              <Link to={paths.countyRecordsOf(year + 1)}>
                {year + 1} <RightOutlined />
              </Link>
            )}
          </nav>
        }
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 12 }} />}
      {data && (
        <div className={styles.sections}>
          <YearFlow records={data} />
          <WeekCalendar checks={data.weeklyChecks} />
          <div className={styles.pair}>
            <TestPanel records={data} />
            <FundPanel fund={data.fund} />
          </div>
          <PublicityTable events={data.publicity} />
          <MeetingTable meetings={data.meetings} />
        </div>
      )}
    </>
  );
}

/** From the register at the year's start to that at its end. */
function YearFlow({ records }: { readonly records: YearRecords }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { registeredAtYearStart, handedOff, registeredAtYearEnd, ended, visits, leaves } = records;
  const endedTotal = Object.values(ended).reduce((sum, count) => sum + count, 0);
  const endings = Object.entries(ended)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${labelOf(CASE_EVENT_KINDS, kind)} ${count}`);
  const figures = [
    { key: "start", label: t("countyRecords.atStart"), value: registeredAtYearStart, note: "" },
    { key: "in", label: t("countyRecords.handedOff"), value: handedOff, note: "" },
    { key: "out", label: t("countyRecords.ended"), value: endedTotal, note: endings.join("，") },
    { key: "end", label: t("countyRecords.atEnd"), value: registeredAtYearEnd, note: "" },
    { key: "visits", label: t("countyRecords.visits"), value: visits, note: "" },
    { key: "leaves", label: t("countyRecords.leaves"), value: leaves, note: "" },
  ];
  return (
    <Panel title={t("countyRecords.people")}>
      <dl className={styles.figures}>
        {figures.map(({ key, label, value, note }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {value}
              {note !== "" && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function TestPanel({ records }: { readonly records: YearRecords }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { tests, windows } = records;
  const results = Object.entries(tests.byResult)
    .filter(([, count]) => count > 0)
    .map(([result, count]) => `${labelOf(TEST_RESULTS, result)} ${count}`);
  return (
    <Panel
      flush
      title={t("countyRecords.windows")}
      extra={
        <span className={styles.soft}>
          {t("countyRecords.tests", { count: tests.recorded })}
          {results.length > 0 && `：${results.join("，")}`}
        </span>
      }
    >
      <DataTable
        label={t("countyRecords.windows")}
        rows={[
          ...windows.stations,
          { id: "all", name: t("countyRecords.county"), due: windows.due, done: windows.done },
        ]}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", title: t("indicators.station"), dataIndex: "name" },
          {
            key: "rate",
            title: t("countyRecords.windowsDone"),
            render: (_, { due, done }) => <RateFraction numerator={done} denominator={due} />,
          },
          {
            key: "missing",
            title: t("countyRecords.windowsMissing"),
            align: "right",
            width: 80,
            render: (_, { due, done }) => due - done,
          },
        ]}
      />
      <p className={styles.soft}>{t("countyRecords.windowsHelp")}</p>
    </Panel>
  );
}

export { YearPage as Component };
