import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import { WaitingStep } from "@rehab/schema/test-views";
import { testsEndpoints } from "@rehab/schema/tests";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
import { useRevealedNames } from "../../../api/revealed-names.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Explain } from "../../../ui/explain.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import styles from "../../../ui/matter.module.css";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ShowNames } from "../../../ui/show-names.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { TestsNav } from "../components/tests-nav.tsx";

const steps = ["all", ...WaitingStep.options] as const;
type Step = (typeof steps)[number];

/** Tests that wait for a result, a review, a report or an answer, longest overdue first. */
function WaitingPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [showNames, setShowNames] = useState(false);
  const step: Step = steps.find((each) => each === params.get("step")) ?? "all";
  const list = useInfiniteQuery(
    pages(testsEndpoints.waiting, (cursor) => ({ query: { step, ...(cursor && { cursor }) } })),
  );
  const rowPages = list.data?.pages.map((page) => page.rows) ?? [];
  const rows = rowPages.flat();
  const first = list.data?.pages[0];
  const revealed = useRevealedNames(
    rowPages.map((page) => [...new Set(page.map(({ enrolleeId }) => enrolleeId))]),
    showNames,
  );
  const nameOf = (row: { enrolleeId: string; maskedName: string }) =>
    revealed.nameOf(row.enrolleeId) ?? row.maskedName;
  return (
    <>
      <PageHeader
        title={t("tests.waiting")}
        purpose={t("tests.waitingPurpose")}
        actions={
          ability.can("reveal", "CaseFile") && (
            <ShowNames shown={showNames} loading={revealed.loading} onChange={setShowNames} />
          )
        }
      />
      <TestsNav />
      <div style={{ overflowX: "auto", marginBottom: 8 }}>
        <Segmented<Step>
          aria-label={t("tests.queue.step")}
          value={step}
          onChange={(next) => setParams(next === "all" ? {} : { step: next }, { replace: true })}
          options={steps.map((value) => ({
            value,
            label: `${t(`tests.queue.steps.${value}`)} ${first?.counts[value] ?? ""}`.trim(),
          }))}
        />
      </div>
      <p role="status" className={styles.soft}>
        {first !== undefined && t("tests.queue.found", { count: first.total.count })}
      </p>
      <ProblemAlert error={list.error ?? revealed.error} onRetry={() => void list.refetch()} />
      <DataTable
        label={t("tests.queue.list")}
        rows={rows}
        rowKey={({ testId }) => testId}
        loading={list.isPending}
        minWidth={960}
        onOpen={({ enrolleeId }) => void navigate(paths.enrolleeTests(enrolleeId))}
        empty={<EmptyState title={t("tests.queue.nobody")} help={t("tests.queue.nobodyHelp")} />}
        columns={[
          {
            key: "person",
            title: t("tests.queue.person"),
            width: 90,
            render: (_, row) => <Link to={paths.enrolleeTests(row.enrolleeId)}>{nameOf(row)}</Link>,
          },
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
            render: (_, { sampleNumber, laboratory }) =>
              [sampleNumber, laboratory].filter(Boolean).join(" · "),
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
      />
      <ListFooter
        shown={rows.length}
        total={first?.total.count}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

export { WaitingPage as Component };
