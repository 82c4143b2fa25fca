import type { WeeklyChecks } from "@rehab/schema/county-records";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { countyRecordsEndpoints } from "@rehab/schema/county-records";
import { Segmented } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { useSession } from "../../../api/session.ts";
import { dayText, spanText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";
import { WeekGrid } from "../../../ui/week-grid.tsx";
import styles from "./week-calendar.module.css";

type Checks = z.output<typeof WeeklyChecks>;
type Week = ResponseOf<typeof countyRecordsEndpoints.year>["weeklyChecks"]["weeks"][number];

const tones: Record<Week["status"], Tone> = {
  checked: "done",
  zero: "done",
  silent: "overdue",
  upcoming: "idle",
};

/** A check that was made on the screen opens with everything that was decided. */
const linkTo = ({ reconciliationId }: Week, className: string, content: ReactNode): ReactNode =>
  reconciliationId === null ? undefined : (
    <Link to={paths.reconciliation(reconciliationId)} className={className}>
      {content}
    </Link>
  );

/** More silent weeks than these are left to the calendar. */
const NAMED_WEEKS = 12;

/** The weekly checks with the police over a year: made, made without new people, or not made at all. */
export function WeekCalendar({ checks }: { readonly checks: Checks }) {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const [as, setAs] = useState<"calendar" | "table">("calendar");
  const numbersOf = (status: Week["status"]) =>
    checks.weeks.filter((week) => week.status === status).map(({ week }) => week);
  const silent = numbersOf("silent");
  const zero = numbersOf("zero");

  return (
    <Panel
      title={t("countyRecords.weekly")}
      extra={
        <Segmented
          value={as}
          onChange={setAs}
          options={[
            { value: "calendar", label: t("countyRecords.calendar") },
            { value: "table", label: t("common.asTable") },
          ]}
        />
      }
    >
      <p className={styles.summary}>
        <strong>{t("countyRecords.weeksMade", { made: checks.made, weeks: checks.weeks.length })}</strong>
        <span>{t("countyRecords.weeksZero", { count: zero.length })}</span>
        {silent.length > 0 && (
          <span>
            <StatusTag tone="overdue">{t("countyRecords.weeksSilent", { count: silent.length })}</StatusTag>{" "}
            {silent.length <= NAMED_WEEKS && t("countyRecords.weekNumbers", { weeks: silent.join("、") })}
          </span>
        )}
      </p>
      {as === "calendar" ? (
        <WeekGrid label={t("countyRecords.weekly")} weeks={checks.weeks} today={today} link={linkTo} />
      ) : (
        <WeekTable weeks={checks.weeks} />
      )}
    </Panel>
  );
}

function WeekTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      compact
      label={t("countyRecords.weekly")}
      rows={weeks}
      rowKey={({ week }) => String(week)}
      columns={[
        {
          key: "week",
          title: t("countyRecords.weekColumn"),
          render: (_, { week }) => t("common.week.number", { week }),
        },
        { key: "span", title: t("countyRecords.days"), render: (_, { from, to }) => spanText(from, to) },
        {
          key: "status",
          title: t("countyRecords.status"),
          render: (_, { status }) => (
            <StatusTag tone={tones[status]}>{t(`countyRecords.statuses.${status}`)}</StatusTag>
          ),
        },
        {
          key: "checkedOn",
          title: t("countyRecords.checkDay"),
          render: (_, { checkedOn }) => (checkedOn === null ? "—" : dayText(checkedOn)),
        },
        {
          key: "checkedBy",
          title: t("countyRecords.checkedBy"),
          render: (_, { checkedBy }) => checkedBy ?? "—",
        },
        {
          key: "people",
          title: t("countyRecords.listed"),
          align: "right",
          render: (_, { people, checkedOn }) => (checkedOn === null ? "—" : people),
        },
      ]}
    />
  );
}
