import { CASE_STATES } from "@rehab/domain/supervision/case-state";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { CaseState } from "@rehab/schema/supervision";
import { useQueries } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { Panel } from "../../../ui/panel.tsx";
import { QueueList } from "../../../ui/queue-list.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";

const queues = [
  { state: "overdue_report", tone: "overdue" },
  { state: "missing", tone: "overdue" },
  { state: "pending_report", tone: "dueSoon" },
  { state: "reported", tone: "dueSoon" },
  { state: "expired", tone: "dueSoon" },
] as const satisfies readonly { state: CaseState; tone: Tone }[];

/** The list behind a count: that of the work itself where there is one. */
function addressOf(state: CaseState): string {
  return state === "overdue_report"
    ? withQuery(paths.noShows, { step: "not_referred" })
    : withQuery(paths.enrollees, { state });
}

/** People whose state asks for something, counted by the query that lists them. */
export function CaseQueues() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const answers = useQueries({
    queries: queues.map(({ state }) => q(enrolleesEndpoints.search, { body: { state, limit: 1 } })),
  });
  const error = answers.find((answer) => answer.error !== null)?.error ?? null;
  const pending = answers.some(({ isPending }) => isPending);
  const counts = answers.map(({ data }) => data?.total.count ?? 0);
  const lines = queues.flatMap(({ state, tone }, index) => {
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    const people = t("common.people", { count });
    return [
      {
        key: state,
        tone,
        word: labelOf(CASE_STATES, state),
        note: t(`home.states.${state}`),
        count: <Link to={addressOf(state)}>{people}</Link>,
      },
    ];
  });

  return (
    <Panel title={t("home.people")}>
      <ProblemAlert error={error} />
      {pending && <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      {!pending && error === null && lines.length === 0 && (
        <StatusTag tone="done">{t("home.nothingDue")}</StatusTag>
      )}
      {!pending && <QueueList lines={lines} label={t("home.people")} />}
    </Panel>
  );
}
