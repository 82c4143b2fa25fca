import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
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

/** Whether this week's check with the police was made, and the weeks of this year and the last without one. */
export function WeeklyCheckCard() {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const year = Number(today.slice(0, 4));
  const ofYear = (asked: number) => q(reconciliationsEndpoints.year, { query: { year: asked } });
  const { data, error, refetch } = useQuery(ofYear(year));
  const { data: lastYear } = useQuery(ofYear(year - 1));
  const weeks = data?.weeklyChecks.weeks ?? [];
  const thisWeek = weeks.find(({ from, to }) => from <= today && today <= to);
  const open = data?.entries.find(({ week, state }) => week === thisWeek?.week && state === "open");
  // A county that began this year has no checks of the last one to miss.
  const years = [data, lastYear].filter(
    (each) => each !== undefined && (each === data || each.weeklyChecks.made > 0),
  );

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
          <Link
            to={
              open === undefined
                ? withQuery(paths.newReconciliation, { year, week })
                : paths.reconciliation(open.id)
            }
          >
            {t(open === undefined ? "home.recordWeek" : "home.continueWeek")}
          </Link>
        ) : (
          ""
        ),
    });
  }
  for (const each of years) {
    const of = each?.weeklyChecks.year ?? year;
    const silent = each?.weeklyChecks.weeks.filter(({ status }) => status === "silent") ?? [];
    if (silent.length === 0) continue;
    lines.push({
      key: `silent-${of}`,
      tone: "overdue",
      word: t("home.silentWeeks"),
      note: t(silent.length > NAMED_WEEKS ? "home.weekNumbersMore" : "home.weekNumbers", {
        year: of,
        weeks: silent
          .slice(0, NAMED_WEEKS)
          .map(({ week }) => week)
          .join("、"),
      }),
      count: (
        <Link to={withQuery(paths.reconciliations, { year: of })}>
          {t("home.weeks", { count: silent.length })}
        </Link>
      ),
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
