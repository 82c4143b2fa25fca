import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { LIST_SOURCES, RECONCILIATION_STATES } from "@rehab/domain/handoff/reconciliation-codes";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { ReconciliationEntry } from "@rehab/schema/reconciliations";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Button, Segmented, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { WeekGrid } from "../../../ui/week-grid.tsx";
import styles from "./reconciliations-page.module.css";

type Year = ResponseOf<typeof reconciliationsEndpoints.year>;
type Week = Year["weeklyChecks"]["weeks"][number];

const FIRST_YEAR = 2000;

/** The weeks and months of a year with their comparisons with the police. */
function ReconciliationsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { today } = useSession().session;
  const thisYear = Number(today.slice(0, 4));
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get("year"));
  const year = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= thisYear ? asked : thisYear;
  const kind = search.get("kind") === "monthly" ? "monthly" : "weekly";
  const { data, error, refetch } = useQuery({
    ...q(reconciliationsEndpoints.year, { query: { year } }),
    placeholderData: keepPreviousData,
  });
  const addressOf = (more: { year?: number; kind?: string }) =>
    withQuery(paths.reconciliations, { year, kind: kind === "weekly" ? undefined : kind, ...more });
  const entries = data?.entries.filter((entry) => entry.kind === kind) ?? [];
  const current = data?.weeklyChecks.weeks.find(({ from, to }) => from <= today && today <= to);
  const thisWeek = current === undefined ? undefined : pathOfWeek(year, current, entries);

  return (
    <>
      <PageHeader
        title={t("reconciliations.title", { year })}
        purpose={t("reconciliations.purpose")}
        actions={
          <>
            <nav className={styles.years} aria-label={t("reconciliations.years")}>
              <Link to={addressOf({ year: year - 1 })}>
                <LeftOutlined /> {year - 1}
              </Link>
              {year < thisYear && (
                <Link to={addressOf({ year: year + 1 })}>
                  {year + 1} <RightOutlined />
                </Link>
              )}
            </nav>
            {kind === "weekly" && thisWeek !== undefined && (
              <Link to={thisWeek}>
                <Button type="primary" tabIndex={-1}>
                  {t(
                    current?.checkedOn === null
                      ? "reconciliations.recordThisWeek"
                      : "reconciliations.openThisWeek",
                  )}
                </Button>
              </Link>
            )}
          </>
        }
      />
      <Segmented
        aria-label={t("reconciliations.kind")}
        className={styles.kinds ?? ""}
        value={kind}
        options={[
          { value: "weekly", label: t("reconciliations.weekly") },
          { value: "monthly", label: t("reconciliations.monthly") },
        ]}
        onChange={(next) => setSearch({ year: String(year), ...(next === "monthly" && { kind: next }) })}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div className={styles.sections}>
          {kind === "weekly" ? (
            <WeekPanel year={year} data={data} entries={entries} />
          ) : (
            <MonthPanel year={year} entries={entries} />
          )}
          <EntryTable entries={entries} onOpen={({ id }) => void navigate(paths.reconciliation(id))} />
        </div>
      )}
    </>
  );
}

interface WeekPanelProps {
  readonly year: number;
  readonly data: Year;
  readonly entries: readonly ReconciliationEntry[];
}

function WeekPanel({ year, data, entries }: WeekPanelProps) {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const { made, weeks } = data.weeklyChecks;
  const silent = weeks.filter(({ status }) => status === "silent");
  const zero = weeks.filter(({ status }) => status === "zero");
  return (
    <Panel title={t("reconciliations.calendar")}>
      <p className={styles.summary}>
        <strong>{t("reconciliations.weeksMade", { made, weeks: weeks.length })}</strong>
        <span>{t("reconciliations.weeksZero", { count: zero.length })}</span>
      </p>
      {silent.length > 0 && (
        <Alert
          type="error"
          showIcon
          className={styles.alarm ?? ""}
          title={t("reconciliations.silent", {
            count: silent.length,
            weeks: silent.map(({ week }) => week).join("、"),
          })}
          description={t("reconciliations.silentHelp")}
        />
      )}
      <WeekGrid
        label={t("reconciliations.calendar")}
        weeks={weeks}
        today={today}
        link={(week, className, content) =>
          linked(week.from > today ? undefined : pathOfWeek(year, week, entries), className, content)
        }
        wordOf={(week) => (openEntry(week, entries) ? t("reconciliations.inWork") : undefined)}
      />
      <p className={styles.soft}>{t("reconciliations.calendarHelp")}</p>
    </Panel>
  );
}

function linked(path: string | undefined, className: string, content: ReactNode): ReactNode {
  if (path === undefined) return undefined;
  return (
    <Link to={path} className={className}>
      {content}
    </Link>
  );
}

const openEntry = ({ week }: Week, entries: readonly ReconciliationEntry[]) =>
  entries.find((entry) => entry.week === week && entry.state === "open");

/** What is being worked on, else what was finished, else the form; a check that was imported has no page of its own. */
function pathOfWeek(year: number, week: Week, entries: readonly ReconciliationEntry[]): string | undefined {
  const open = openEntry(week, entries);
  if (open !== undefined) return paths.reconciliation(open.id);
  if (week.reconciliationId !== null) return paths.reconciliation(week.reconciliationId);
  if (week.checkedOn !== null) return undefined;
  return withQuery(paths.newReconciliation, { year, week: week.week });
}

function MonthPanel({
  year,
  entries,
}: {
  readonly year: number;
  readonly entries: readonly ReconciliationEntry[];
}) {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const newest = [...entries].reverse();
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return (
    <Panel title={t("reconciliations.months")}>
      <ol className={styles.months} aria-label={t("reconciliations.months")}>
        {months.map((month) => {
          const entry = newest.find((each) => each.month === month);
          const isAhead = `${year}-${String(month).padStart(2, "0")}-01` > today;
          const tone = entry === undefined ? "idle" : entry.state === "finished" ? "done" : "running";
          const word =
            entry === undefined
              ? t(isAhead ? "common.week.upcoming" : "reconciliations.notCompared")
              : entry.state === "finished"
                ? t("reconciliations.monthDone", { count: entry.people })
                : t("reconciliations.inWork");
          const content = (
            <>
              <span>{t("reconciliations.month", { month })}</span>
              <StatusTag tone={tone}>{word}</StatusTag>
            </>
          );
          return (
            <li key={month} className={styles.month}>
              {isAhead ? (
                content
              ) : (
                <Link
                  to={
                    entry === undefined
                      ? withQuery(paths.newReconciliation, { year, month })
                      : paths.reconciliation(entry.id)
                  }
                >
                  {content}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
      <p className={styles.soft}>{t("reconciliations.monthsHelp")}</p>
    </Panel>
  );
}

interface EntryTableProps {
  readonly entries: readonly ReconciliationEntry[];
  readonly onOpen: (entry: ReconciliationEntry) => void;
}

function EntryTable({ entries, onOpen }: EntryTableProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <Panel flush title={t("reconciliations.entries")}>
      <DataTable
        label={t("reconciliations.entries")}
        rows={[...entries].reverse()}
        rowKey={({ id }) => id}
        onOpen={onOpen}
        minWidth={720}
        empty={
          <EmptyState title={t("reconciliations.noEntries")} help={t("reconciliations.noEntriesHelp")} />
        }
        columns={[
          {
            key: "period",
            title: t("reconciliations.period"),
            render: (_, { id, week, month }) => (
              <Link to={paths.reconciliation(id)}>
                {week === null ? t("reconciliations.month", { month }) : t("common.week.number", { week })}
              </Link>
            ),
          },
          {
            key: "checkedOn",
            title: t("reconciliations.checkedOn"),
            render: (_, { checkedOn }) => dayText(checkedOn),
          },
          {
            key: "source",
            title: t("reconciliations.source"),
            render: (_, { source }) => labelOf(LIST_SOURCES, source),
          },
          {
            key: "people",
            title: t("reconciliations.listed"),
            align: "right",
            render: (_, { people }) => people,
          },
          { key: "ours", title: t("reconciliations.ourPerson"), dataIndex: "ourPerson" },
          { key: "police", title: t("reconciliations.policePerson"), dataIndex: "policePerson" },
          {
            key: "state",
            title: t("reconciliations.state"),
            render: (_, { state }) => (
              <StatusTag tone={state === "finished" ? "done" : "running"}>
                {labelOf(RECONCILIATION_STATES, state)}
              </StatusTag>
            ),
          },
        ]}
      />
    </Panel>
  );
}

export { ReconciliationsPage as Component };
