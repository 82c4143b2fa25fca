import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import type { ControlRate } from "@rehab/schema/indicators";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { Panel } from "../../../ui/panel.tsx";
import { QueueList } from "../../../ui/queue-list.tsx";
import { RateFraction } from "../../../ui/rate-fraction.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";

const EVIDENCE_DAYS = 90;

/** Today's control rate and the people who are missing in it. */
export function ControlRateCard() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const asOf = useSession().session.today;
  const {
    data: rate,
    error,
    refetch,
  } = useQuery(q(indicatorsEndpoints.controlRate, { query: { asOf, evidenceDays: EVIDENCE_DAYS } }));
  const peopleAt = (asked: Record<string, string>) => withQuery(paths.indicatorPeople, { asOf, ...asked });

  const open = (part: "numerator" | "denominator", text: ReactNode) => (
    <Link to={peopleAt({ group: part === "numerator" ? "controlled" : "registered" })}>{text}</Link>
  );

  return (
    <Panel
      title={t("indicators.controlRate")}
      extra={<Link to={paths.indicators}>{t("home.openIndicators")}</Link>}
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {rate === undefined && error === null && <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      {rate && (
        <>
          <RateFraction large numerator={rate.numerator} denominator={rate.denominator} renderLink={open} />
          <p style={{ margin: "4px 0 8px" }}>
            <TargetTag rate={rate} />
          </p>
          <QueueList
            label={t("indicators.notCounted")}
            lines={rate.target.waysBack.map(({ reason, people, way }) => ({
              key: reason,
              tone: "overdue",
              word: labelOf(CONTROL_REASONS, reason),
              note: way,
              count: <Link to={peopleAt({ reason })}>{t("common.people", { count: people })}</Link>,
            }))}
          />
        </>
      )}
    </Panel>
  );
}

function TargetTag({ rate }: { readonly rate: ControlRate }) {
  const { t } = useTranslation();
  const { target, denominator } = rate;
  if (denominator === 0) return <StatusTag tone="idle">{t("indicators.nobodyRegistered")}</StatusTag>;
  if (target.missing === 0) return <StatusTag tone="done">{t("indicators.targetReached", target)}</StatusTag>;
  return (
    <StatusTag tone="overdue">
      {t("home.toTarget", { percent: target.percent, count: target.missing })}
    </StatusTag>
  );
}
