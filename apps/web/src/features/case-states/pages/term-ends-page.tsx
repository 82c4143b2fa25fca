import { END_ITEMS } from "@rehab/domain/supervision/end-items";
import { TermEndStep, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { TermEndRow } from "@rehab/schema/case-states";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { pages } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { StepListPage, useStep } from "../../../parts/matter/step-list-page.tsx";
import { CaseStateTag } from "../../../ui/case-tags.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { DaysLeft } from "../components/end-panel.tsx";
import styles from "./term-ends-page.module.css";

/** Whose term ends soon or is over without a release, with what is not ready. */
function TermEndsPage() {
  const { t } = useTranslation();
  const step = useStep(TermEndStep);
  const list = useInfiniteQuery(
    pages(caseStatesEndpoints.listEnds, (cursor) => ({
      query: { step, limit: 100, ...(cursor && { cursor }) },
    })),
  );
  const nameOfStep = (each: TermEndStep) => {
    if (each === "all") return t("caseStates.list.all");
    return each === "expired" ? t("caseStates.list.expired") : t("caseStates.list.within", { days: each });
  };
  return (
    <StepListPage
      title={t("frame.page.termEnds")}
      purpose={t("caseStates.purpose")}
      listLabel={t("caseStates.list.title")}
      emptyHelp={t("caseStates.list.nobodyHelp")}
      stepLabel={t("caseStates.list.stepLabel")}
      steps={(list.data?.pages[0]?.steps ?? []).map((each) => ({ ...each, label: nameOfStep(each.step) }))}
      step={step}
      list={list}
      minWidth={1000}
      pathOf={paths.enrolleeStates}
      columns={useColumns()}
    />
  );
}

function useColumns(): TableColumnType<TermEndRow>[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return [
    {
      key: "end",
      title: t("caseStates.list.endOn"),
      width: 220,
      render: (_, row) => (
        <span className={styles.number}>
          {dayText(row.endOn)} <DaysLeft end={row} />
        </span>
      ),
    },
    {
      key: "state",
      title: t("caseStates.list.state"),
      width: 150,
      render: (_, { state }) => <CaseStateTag state={state} />,
    },
    {
      key: "missing",
      title: t("caseStates.list.missing"),
      render: (_, { missing, proposed }) =>
        proposed ? (
          <StatusTag tone="running">{t("caseStates.list.proposed")}</StatusTag>
        ) : missing.length === 0 ? (
          <StatusTag tone="done">{t("caseStates.list.ready")}</StatusTag>
        ) : (
          missing.map((code) => labelOf(END_ITEMS, code)).join("、")
        ),
    },
  ];
}

export { TermEndsPage as Component };
