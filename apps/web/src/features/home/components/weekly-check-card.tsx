import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { dayText, spanText } from "../../../lib/day-text.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { Panel } from "../../../ui/panel.tsx";
import { QueueList } from "../../../ui/queue-list.tsx";
import type { QueueLine } from "../../../ui/queue-list.tsx";

const NAMED_WEEKS = 6;

/** Whether this week's check with the police was made, and the weeks without one. */
export function WeeklyCheckCard() {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const year = Number(today.slice(0, 4));
  const { data, error, refetch } = useQuery(q(countyRecordsEndpoints.year, { params: { year } }));
  const weeks = data?.weeklyChecks.weeks ?? [];
  const thisWeek = weeks.find(({ from, to }) => from <= today && today <= to);
  const silent = weeks.filter(({ status, to }) => status === "silent" && to < today);

  const lines: QueueLine[] = [];
  if (thisWeek) {
    const { week, from, to, checkedOn, people } = thisWeek;
    const named = t("home.week", { week, span: spanText(from, to) });
    const result = checkedOn && t("home.weekResult", { day: dayText(checkedOn), count: people });
    lines.push({
      key: "this-week",
      tone: checkedOn === null ? "dueSoon" : "done",
      word: t(checkedOn === null ? "home.weekOpen" : "home.weekChecked"),
      note: (
        <>
          {named} <span style={{ display: "inline-block" }}>{result}</span>
        </>
      ),
      count:
        checkedOn === null ? (
          <Link to={withQuery(paths.newReconciliation, { year, week })}>{t("home.recordWeek")}</Link>
        ) : (
          ""
        ),
    });
  }
  if (silent.length > 0) {
    lines.push({
      key: "silent",
      tone: "overdue",
      word: t("home.silentWeeks"),
      note: t(silent.length > NAMED_WEEKS ? "home.weekNumbersMore" : "home.weekNumbers", {
        weeks: silent
          .slice(0, NAMED_WEEKS)
          .map(({ week }) => week)
          .join("、"),
      }),
      count: <Link to={paths.reconciliations}>{t("home.weeks", { count: silent.length })}</Link>,
    });
  }

  return (
    <Panel
      title={t("home.weeklyCheck")}
      extra={<Link to={paths.reconciliations}>{t("home.openChecks")}</Link>}
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      <QueueList lines={lines} label={t("home.weeklyCheck")} />
    </Panel>
  );
}
