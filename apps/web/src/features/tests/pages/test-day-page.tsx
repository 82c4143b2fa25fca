import { testsEndpoints } from "@rehab/schema/tests";
import type { TestSessionView } from "@rehab/schema/test-views";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useRevealedNames } from "../../../api/revealed-names.ts";
import { useSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ShowNames } from "../../../ui/show-names.tsx";
import { DayForm } from "../components/day-form.tsx";
import { useResultsText } from "../components/results-text.ts";
import { SessionsPanel } from "../components/sessions-panel.tsx";
import { TestsNav } from "../components/tests-nav.tsx";
import styles from "../components/tests.module.css";

/** A station's test day for its caseworkers, and the days that were recorded for everybody. */
function TestDayPage() {
  const { t } = useTranslation();
  const { ability } = useSession();
  const records = ability.can("create", "CaseFile");
  const [showNames, setShowNames] = useState(false);
  return (
    <>
      <PageHeader
        title={t("frame.page.tests")}
        purpose={t(records ? "tests.dayPurpose" : "tests.supervisorPurpose")}
        actions={records && <ShowNames shown={showNames} loading={false} onChange={setShowNames} />}
      />
      <TestsNav />
      <div className={styles.stack}>
        {records && <TestDay showNames={showNames} />}
        <SessionsPanel />
      </div>
    </>
  );
}

function TestDay({ showNames }: { readonly showNames: boolean }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [params, setParams] = useSearchParams();
  const on = /^\d{4}-\d{2}-\d{2}$/u.test(params.get("on") ?? "") ? (params.get("on") ?? "") : session.today;
  const { data, error, refetch } = useQuery(q(testsEndpoints.dayList, { query: { on } }));
  const [done, setDone] = useState<{ session: TestSessionView; photoFailed: boolean }>();
  const resultsText = useResultsText();
  const revealed = useRevealedNames(
    data === undefined ? [] : [data.rows.map(({ enrolleeId }) => enrolleeId)],
    showNames,
  );
  if (done !== undefined) {
    return (
      <Alert
        type={done.photoFailed ? "warning" : "success"}
        showIcon
        role="status"
        title={t("tests.done.title")}
        description={
          <>
            <p>
              {t("tests.done.text", {
                day: dayText(done.session.happenedOn),
                results: resultsText(done.session.results),
              })}
            </p>
            {done.photoFailed && <p>{t("tests.done.photoFailed")}</p>}
          </>
        }
        action={<Button onClick={() => setDone(undefined)}>{t("tests.done.next")}</Button>}
      />
    );
  }
  if (data === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 10 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <>
      <ProblemAlert error={revealed.error} />
      <DayForm
        key={on}
        on={on}
        onDay={(day) => setParams({ on: day }, { replace: true })}
        rows={data.rows}
        stationName={data.stationName}
        nameOf={(row) => revealed.nameOf(row.enrolleeId) ?? row.maskedName}
        onRecorded={(recorded, photoFailed) => setDone({ session: recorded, photoFailed })}
      />
    </>
  );
}

export { TestDayPage as Component };
