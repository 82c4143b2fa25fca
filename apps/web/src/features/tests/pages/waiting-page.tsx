import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import { WaitingStep } from "@rehab/schema/test-views";
import { testsEndpoints } from "@rehab/schema/tests";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { pages } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { PeopleListPage } from "../../../parts/people-list-page.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Explain } from "../../../ui/explain.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { TestsNav } from "../components/tests-nav.tsx";

const steps = ["all", ...WaitingStep.options] as const;
type Step = (typeof steps)[number];

/** Tests that wait for a result, a review, a report or an answer, longest overdue first. */
function WaitingPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const [params, setParams] = useSearchParams();
  const step: Step = steps.find((each) => each === params.get("step")) ?? "all";
  const list = useInfiniteQuery(
    pages(testsEndpoints.waiting, (cursor) => ({ query: { step, ...(cursor && { cursor }) } })),
  );
  const counts = list.data?.pages[0]?.counts;
  return (
    <PeopleListPage
      title={t("tests.waiting")}
      purpose={t("tests.waitingPurpose")}
      list={list}
      listLabel={t("tests.queue.list")}
      rowKey={({ testId }) => testId}
      enrolleeIdOf={({ enrolleeId }) => enrolleeId}
      pathOf={({ enrolleeId }) => paths.enrolleeTests(enrolleeId)}
      columns={(nameOf) => [
        {
          key: "step",
          title: t("tests.queue.step"),
          width: 130,
          render: (_, row) => (
            <Explain title={`${row.ruleTitle} ${row.citation}`} label={t(`tests.queue.steps.${row.step}`)}>
              {row.ruleSays}
            </Explain>
          ),
        },
        {
          key: "due",
          title: t("tests.queue.due"),
          width: 160,
          render: (_, { dueOn, daysOver }) =>
            dueOn === null ? (
              t("tests.queue.noDue")
            ) : (
              <>
                {dayText(dueOn)}
                {daysOver > 0 && (
                  <>
                    <br />
                    <StatusTag tone="overdue">{t("tests.queue.over", { days: daysOver })}</StatusTag>
                  </>
                )}
              </>
            ),
        },
        {
          key: "test",
          title: t("tests.queue.test"),
          width: 180,
          render: (_, { on, method }) => `${dayText(on)} ${labelOf(TEST_METHODS, method)}`,
        },
        {
          key: "sample",
          title: t("tests.queue.sample"),
          render: (_, { sampleNumber, laboratory }) => [sampleNumber, laboratory].filter(Boolean).join(" · "),
        },
        { key: "station", title: t("tests.queue.station"), dataIndex: "stationName", width: 160 },
        {
          key: "action",
          title: "",
          width: 64,
          render: (_, row) => (
            <Link
              to={paths.enrolleeTests(row.enrolleeId)}
              aria-label={t("tests.queue.actionOf", { name: nameOf(row) })}
            >
              {t("tests.queue.action")}
            </Link>
          ),
        },
      ]}
      minWidth={960}
      found={(count) => t("tests.queue.found", { count })}
      empty={<EmptyState title={t("tests.queue.nobody")} help={t("tests.queue.nobodyHelp")} />}
    >
      <TestsNav />
      <div style={{ overflowX: "auto", marginBottom: 8 }}>
        <Segmented<Step>
          aria-label={t("tests.queue.step")}
          value={step}
          onChange={(next) => setParams(next === "all" ? {} : { step: next }, { replace: true })}
          options={steps.map((value) => ({
            value,
            label: `${t(`tests.queue.steps.${value}`)} ${counts?.[value] ?? ""}`.trim(),
          }))}
        />
      </div>
    </PeopleListPage>
  );
}

export { WaitingPage as Component };
