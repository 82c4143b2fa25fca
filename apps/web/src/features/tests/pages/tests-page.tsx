import { PrinterOutlined } from "@ant-design/icons";
import { testsEndpoints } from "@rehab/schema/tests";
import type { TestFile } from "@rehab/schema/test-views";
import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { paths } from "../../../lib/paths.ts";
import matter from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { DelegationsPanel } from "../components/delegations-panel.tsx";
import { TestForm } from "../components/test-form.tsx";
import { TestItem } from "../components/test-item.tsx";
import styles from "../components/tests.module.css";
import { WindowStrip } from "../components/window-strip.tsx";

/** A person's tests: the windows of the term, each test with what followed, and tests made elsewhere. */
function TestsPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data: file, error, refetch } = useQuery(q(testsEndpoints.get, { params: { id } }));
  if (file === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 8 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <section className={styles.stack} aria-label={t("tests.file.tab")}>
      <WindowStrip file={file} />
      <TestsPanel file={file} />
      <DelegationsPanel file={file} />
    </section>
  );
}

function TestsPanel({ file }: { readonly file: TestFile }) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const [open, setOpen] = useState(false);
  const obstacle = obstacleOf(file, "record");
  return (
    <Panel
      title={`${t("tests.file.tests")} ${file.tests.length}`}
      extra={
        ability.can("export", "CaseFile") && (
          <Link to={paths.enrolleeTestSheet(file.enrolleeId)}>
            <PrinterOutlined /> {t("tests.file.sheet")}
          </Link>
        )
      }
    >
      {open && <TestForm file={file} onClose={() => setOpen(false)} />}
      {!open && obstacle === undefined && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {t("tests.file.record")}
        </Button>
      )}
      {!open && obstacle !== undefined && (
        <p className={matter.soft}>
          {t("tests.file.record")}：{obstacle}
        </p>
      )}
      {file.tests.length === 0 && <p className={matter.soft}>{t("tests.file.none")}</p>}
      <ul className={matter.list} aria-label={t("tests.file.tests")}>
        {file.tests.map((test) => (
          <TestItem key={test.id} file={file} test={test} />
        ))}
      </ul>
    </Panel>
  );
}

export { TestsPage as Component };
