import { BREACH_LEVELS } from "@rehab/domain/breach/breach-ladder";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import { BreachStep, breachesEndpoints } from "@rehab/schema/breaches";
import type { BreachRow } from "@rehab/schema/breaches";
import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import type { TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { pages, q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { StepListPage, useStep } from "../../../parts/matter/step-list-page.tsx";
import { Explain } from "../../../ui/explain.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { levelTones } from "../components/counters-panel.tsx";
import styles from "./breaches-page.module.css";

const steps = BreachStep.options;

/** Everybody with a breach on record, nearest to the numbers of the law first. */
function BreachesPage() {
  const { t } = useTranslation();
  const step = useStep(BreachStep);
  const list = useInfiniteQuery(
    pages(breachesEndpoints.list, (cursor) => ({
      query: { step, limit: 100, ...(cursor && { cursor }) },
    })),
  );
  // Each count is asked of the query that lists the people.
  const counts = useQueries({
    queries: steps.map((each) => q(breachesEndpoints.list, { query: { step: each, limit: 1 } })),
  });
  return (
    <StepListPage
      title={t("frame.page.breaches")}
      purpose={t("breaches.purpose")}
      listLabel={t("breaches.list")}
      emptyHelp={t("breaches.nobodyHelp")}
      stepLabel={t("breaches.stepLabel")}
      steps={steps.map((value, index) => ({
        step: value,
        label: t(`breaches.steps.${value}`),
        count: counts[index]?.data?.total.count,
      }))}
      step={step}
      list={list}
      minWidth={1100}
      pathOf={paths.enrolleeBreaches}
      columns={useColumns()}
    />
  );
}

function useColumns(): TableColumnType<BreachRow>[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return [
    {
      key: "level",
      title: t("breaches.level"),
      width: 130,
      render: (_, { level }) => (
        <StatusTag tone={levelTones[level]}>{labelOf(BREACH_LEVELS, level)}</StatusTag>
      ),
    },
    ...(["refusals", "departures", "absence_days"] as const).map((ground): TableColumnType<BreachRow> => ({
      key: ground,
      title: t(`breaches.counters.${ground}`),
      width: ground === "refusals" ? 130 : 100,
      render: (_, { counters, uncounted }) => {
        const counter = counters.find((each) => each.ground === ground);
        return (
          <span className={styles.number}>
            {counter?.count} / {counter?.threshold}
            {ground === "refusals" && uncounted > 0 && (
              <>
                <br />
                {t("breaches.uncounted", { count: uncounted })}
              </>
            )}
          </span>
        );
      },
    })),
    {
      key: "next",
      title: t("breaches.nextTitle"),
      render: (_, row) => <Stage row={row} />,
    },
  ];
}

/** How far the matter is: with the police, with the second person, or what the office does next. */
function Stage({ row }: { readonly row: BreachRow }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  if (row.referredOn !== null) {
    return (
      <StatusTag tone={row.referralClosed ? "running" : "dueSoon"}>
        {t(row.referralClosed ? "breaches.stage.answer" : "breaches.stage.receipt", { day: row.referredOn })}
      </StatusTag>
    );
  }
  if (row.proposed) return <StatusTag tone="running">{t("noShows.stageProposed")}</StatusTag>;
  if (row.next === null) {
    return row.unserved > 0 ? (
      <StatusTag tone="dueSoon">{t("breaches.stage.unserved", { count: row.unserved })}</StatusTag>
    ) : (
      <>{t("breaches.stage.none")}</>
    );
  }
  const { action, document, dueOn, citation, says } = row.next;
  const what = t(`breaches.next.${action}`, {
    document: document === null ? "" : labelOf(DOCUMENT_KINDS, document),
  });
  return (
    <>
      {what}
      {"　"}
      <Explain
        title={citation}
        label={
          dueOn === null ? t("breaches.ladder.atOnce") : t("breaches.ladder.due", { day: dayText(dueOn) })
        }
      >
        {says}
      </Explain>
      {dueOn !== null && dueOn < session.today && (
        <StatusTag tone="overdue">{t("breaches.ladder.late")}</StatusTag>
      )}
    </>
  );
}

export { BreachesPage as Component };
