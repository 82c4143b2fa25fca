import { ArrowLeftOutlined } from "@ant-design/icons";
import { HANDOFF_STATES } from "@rehab/domain/handoff/handoff-record";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { isProblem } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { useShownNames } from "../../../parts/shown-names.tsx";
import { CaseStateTag } from "../../../ui/case-tags.tsx";
import { NoticePage } from "../../../ui/notice-page.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { HandoffActions } from "../components/handoff-actions.tsx";
import { Ladder } from "../components/ladder.tsx";
import { OrderPanel } from "../components/order-panel.tsx";
import { RecordedStepsPanel } from "../components/recorded-steps-panel.tsx";
import { Warnings } from "../components/warnings.tsx";
import styles from "./handoff-page.module.css";

/** One hand-off: what the police handed over, how far it has come, and what to do now. */
function HandoffPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data: file, error, refetch } = useQuery(q(handoffsEndpoints.get, { params: { id } }));

  if (isProblem(error, "not_found") || isProblem(error, "invalid_input")) {
    return (
      <NoticePage
        title={t("handoffs.notFound")}
        help={t("handoffs.notFoundHelp")}
        action={<Link to={paths.handoffs}>{t("handoffs.back")}</Link>}
      />
    );
  }
  if (file === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 10 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <>
      <Heading file={file} />
      <Warnings file={file} />
      <div className={styles.actions} role="group" aria-label={t("handoffs.actions")}>
        <HandoffActions file={file} />
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <OrderPanel file={file} />
          {file.liveOrders.length > 1 && <LiveOrders file={file} />}
        </div>
        <div className={styles.column}>
          <Panel
            title={t("handoffs.ladder")}
            extra={<Link to={paths.enrolleeIntake(file.enrolleeId)}>{t("handoffs.toIntake")}</Link>}
          >
            <Ladder file={file} />
          </Panel>
          <RecordedStepsPanel file={file} />
        </div>
      </div>
    </>
  );
}

function Heading({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const names = useShownNames([[file]], ({ enrolleeId }) => enrolleeId);
  const owner = file.caseworkerName === null ? "" : ` · ${t("handoffs.caseworker")} ${file.caseworkerName}`;
  return (
    <>
      <PageHeader
        back={
          <Link to={paths.handoffs}>
            <ArrowLeftOutlined /> {t("handoffs.back")}
          </Link>
        }
        title={
          <>
            {names.nameOf(file)} <CaseStateTag state={file.state} />
          </>
        }
        purpose={
          <>
            {file.maskedIdNumber ?? t("handoffs.noNumber")} · {file.stationName}
            {owner} · {labelOf(HANDOFF_STATES, file.handoffState)} ·{" "}
            <Link to={paths.enrollee(file.enrolleeId)}>{t("handoffs.toFile")}</Link>
          </>
        }
        actions={names.toggle}
      />
      {names.problem}
    </>
  );
}

/** Orders of one person that are under way at the same time. */
function LiveOrders({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <Panel title={t("handoffs.ordersOf")}>
      <ul className={styles.orders} aria-label={t("handoffs.ordersOf")}>
        {file.liveOrders.map((order) => (
          <li key={order.caseId}>
            {order.caseId === file.caseId ? (
              <strong>{t("handoffs.thisOne")}</strong>
            ) : (
              <Link to={paths.handoff(order.caseId)}>{t("common.view")}</Link>
            )}
            <span>{labelOf(MEASURES, order.measure)}</span>
            <span>{order.orderNumber ?? t("common.unknown")}</span>
            <CaseStateTag state={order.state} />
            <span className={styles.soft}>
              {t("handoffs.receivedOn")}{" "}
              {order.receivedOn === null ? t("common.unknown") : dayText(order.receivedOn)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export { HandoffPage as Component };
