import { NoShowStep, noShowsEndpoints } from "@rehab/schema/no-shows";
import type { NoShowRow } from "@rehab/schema/no-shows";
import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import type { TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { pages, q } from "../../../api/query.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { StepListPage, useStep } from "../../../parts/matter/step-list-page.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";

const steps = NoShowStep.options;

/** Everybody who did not report in time, by how far the matter has come. */
function NoShowsPage() {
  const { t } = useTranslation();
  const step = useStep(NoShowStep);
  const list = useInfiniteQuery(
    pages(noShowsEndpoints.list, (cursor) => ({
      query: { step, limit: 100, ...(cursor && { cursor }) },
    })),
  );
  // Each count is asked of the query that lists the people.
  const counts = useQueries({
    queries: steps.map((each) => q(noShowsEndpoints.list, { query: { step: each, limit: 1 } })),
  });
  return (
    <StepListPage
      title={t("frame.page.noShows")}
      purpose={t("noShows.purpose")}
      listLabel={t("noShows.list")}
      emptyHelp={t("noShows.nobodyHelp")}
      stepLabel={t("noShows.stepLabel")}
      steps={steps.map((value, index) => ({
        step: value,
        label: t(`noShows.steps.${value}`),
        count: counts[index]?.data?.total.count,
      }))}
      step={step}
      list={list}
      minWidth={1100}
      pathOf={paths.enrolleeNoShow}
      columns={useColumns()}
    />
  );
}

function useColumns(): TableColumnType<NoShowRow>[] {
  const { t } = useTranslation();
  return [
    {
      key: "due",
      title: t("noShows.due"),
      width: 160,
      render: (_, { reportDueOn, daysOver }) => (
        <>
          {reportDueOn === null ? t("common.unknown") : dayText(reportDueOn)}
          <br />
          <StatusTag tone="overdue">{t("noShows.overdueDays", { days: daysOver })}</StatusTag>
        </>
      ),
    },
    {
      key: "attempts",
      title: t("noShows.attempts"),
      width: 150,
      render: (_, { attempts, lastAttempt }) =>
        lastAttempt === null
          ? t("noShows.noAttempt")
          : t("noShows.attemptCount", { count: attempts, day: lastAttempt.on }),
    },
    {
      key: "packet",
      title: t("noShows.packet"),
      render: (_, { missing }) =>
        missing.length === 0 ? (
          <StatusTag tone="done">{t("noShows.packetWhole")}</StatusTag>
        ) : (
          t("noShows.packetMissing", {
            items: missing.map((code) => t(`noShows.missing.${code}`)).join("、"),
          })
        ),
    },
    {
      key: "stage",
      title: t("noShows.stage"),
      width: 150,
      render: (_, row) => <StageTag row={row} />,
    },
  ];
}

function StageTag({ row }: { readonly row: NoShowRow }) {
  const { t } = useTranslation();
  if (row.referredOn !== null) {
    return row.referralClosed ? (
      <StatusTag tone="done">{t("noShows.stageReferred", { day: row.referredOn })}</StatusTag>
    ) : (
      <StatusTag tone="dueSoon">{t("noShows.stageReceiptOpen")}</StatusTag>
    );
  }
  if (row.proposed) return <StatusTag tone="running">{t("noShows.stageProposed")}</StatusTag>;
  if (row.unserved > 0) return <StatusTag tone="dueSoon">{t("noShows.stageUnserved")}</StatusTag>;
  return <StatusTag tone="running">{t("noShows.stageChase")}</StatusTag>;
}

export { NoShowsPage as Component };
