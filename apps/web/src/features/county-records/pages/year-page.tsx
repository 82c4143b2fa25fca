import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { CASE_END_KINDS, CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
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
import { paths, withQuery } from "../../../lib/paths.ts";
import { CountLink } from "../../../parts/count-link.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { RateFraction } from "../../../ui/rate-fraction.tsx";
import { FundPanel } from "../components/fund-panel.tsx";
import { MeetingTable } from "../components/meeting-table.tsx";
import { PublicityTable } from "../components/publicity-table.tsx";
import { WeekCalendar } from "../components/week-calendar.tsx";
import { useYear } from "../use-year.ts";
import { yearFactsAddress, yearWindowsAddress } from "../year-address.ts";
import styles from "./year-page.module.css";

export type YearRecords = ResponseOf<typeof countyRecordsEndpoints.year>;

/** What the bureau's books say of a year. */
function YearPage() {
  const { t } = useTranslation();
  const thisYear = Number(useSession().session.today.slice(0, 4));
  const year = useYear(useParams()["year"]);
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
          <YearFlow records={data} year={year} />
          <WeekCalendar checks={data.weeklyChecks} />
          <div className={styles.pair}>
            <TestPanel records={data} year={year} />
            <FundPanel fund={data.fund} year={year} />
          </div>
          <PublicityTable events={data.publicity} />
          <MeetingTable meetings={data.meetings} />
        </div>
      )}
    </>
  );
}

interface OfYear {
  readonly records: YearRecords;
  readonly year: number;
}

/** From the register at the year's start to that at its end; each number opens exactly what it counts. */
function YearFlow({ records, year }: OfYear) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { today } = useSession().session;
  const { registeredAtYearStart, handedOff, registeredAtYearEnd, ended, visits, leaves } = records;
  const endedTotal = Object.values(ended).reduce((sum, count) => sum + count, 0);
  const endings = CASE_END_KINDS.filter((kind) => (ended[kind] ?? 0) > 0);
  const lastDay = `${year}-12-31`;
  const registerOn = (asOf: string) => withQuery(paths.indicatorPeople, { asOf });
  const figures = [
    {
      key: "start",
      label: t("countyRecords.atStart"),
      value: registeredAtYearStart,
      to: registerOn(`${year - 1}-12-31`),
    },
    {
      key: "in",
      label: t("countyRecords.handedOff"),
      value: handedOff,
      to: yearFactsAddress(year, { of: "handed_off" }),
    },
    {
      key: "out",
      label: t("countyRecords.ended"),
      value: endedTotal,
      to: yearFactsAddress(year, { of: "ended" }),
      parts: endings.map((kind) => ({
        key: kind,
        label: labelOf(CASE_EVENT_KINDS, kind),
        value: ended[kind],
        to: yearFactsAddress(year, { of: "ended", ending: kind }),
      })),
    },
    {
      key: "end",
      label: t("countyRecords.atEnd"),
      value: registeredAtYearEnd,
      to: registerOn(lastDay < today ? lastDay : today),
    },
    {
      key: "visits",
      label: t("countyRecords.visits"),
      value: visits,
      to: yearFactsAddress(year, { of: "visits" }),
    },
    {
      key: "leaves",
      label: t("countyRecords.leaves"),
      value: leaves,
      to: yearFactsAddress(year, { of: "leaves" }),
    },
  ];
  return (
    <Panel title={t("countyRecords.people")}>
      <dl className={styles.figures}>
        {figures.map(({ key, label, value, to, parts = [] }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <CountLink count={value} to={to} label={`${label} ${value}`} />
              {parts.length > 0 && (
                <small className={styles.parts}>
                  {parts.map((part) => (
                    <Link key={part.key} to={part.to}>
                      {part.label} {part.value}
                    </Link>
                  ))}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function TestPanel({ records, year }: OfYear) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { tests, windows } = records;
  const results = TEST_RESULTS.filter(({ code }) => (tests.byResult[code] ?? 0) > 0);
  return (
    <Panel
      flush
      title={t("countyRecords.windows")}
      extra={
        <span className={styles.parts}>
          <CountLink count={tests.recorded} to={yearFactsAddress(year, { of: "tests" })}>
            {t("countyRecords.tests", { count: tests.recorded })}
          </CountLink>
          {results.map(({ code }) => (
            <Link key={code} to={yearFactsAddress(year, { of: "tests", result: code })}>
              {labelOf(TEST_RESULTS, code)} {tests.byResult[code]}
            </Link>
          ))}
        </span>
      }
    >
      <DataTable
        label={t("countyRecords.windows")}
        rows={[
          ...windows.stations.map((station) => ({ ...station, stationId: station.id })),
          {
            id: "all",
            stationId: undefined,
            name: t("countyRecords.county"),
            due: windows.due,
            done: windows.done,
          },
        ]}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", title: t("indicators.station"), dataIndex: "name" },
          {
            key: "rate",
            title: t("countyRecords.windowsDone"),
            render: (_, { stationId, due, done }) => (
              <RateFraction
                numerator={done}
                denominator={due}
                renderLink={(part) =>
                  part === "numerator" ? (
                    <CountLink count={done} to={yearWindowsAddress(year, { of: "done", stationId })} />
                  ) : (
                    <CountLink count={due} to={yearWindowsAddress(year, { of: "due", stationId })} />
                  )
                }
              />
            ),
          },
          {
            key: "missing",
            title: t("countyRecords.windowsMissing"),
            align: "right",
            width: 80,
            render: (_, { stationId, due, done }) => (
              <CountLink count={due - done} to={yearWindowsAddress(year, { of: "missing", stationId })} />
            ),
          },
        ]}
      />
      <p className={styles.soft}>{t("countyRecords.windowsHelp")}</p>
    </Panel>
  );
}

export { YearPage as Component };
