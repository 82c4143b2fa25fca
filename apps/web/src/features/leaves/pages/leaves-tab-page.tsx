import { leavesEndpoints } from "@rehab/schema/leaves";
import type { LeaveFile } from "@rehab/schema/leaves";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import { Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { LeaveItem } from "../components/leave-item.tsx";
import { AbsenceForm, ReportForm } from "../components/report-forms.tsx";

/** The leave ledger of a person, with what counts towards a serious breach. */
function LeavesTabPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data: file, error, refetch } = useQuery(q(leavesEndpoints.ofPerson, { params: { id } }));
  if (file === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 8 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <section className={styles.columns} aria-label={t("leaves.tab")}>
      <div className={styles.side}>
        <Ledger file={file} />
      </div>
      <div className={styles.side}>
        <Panel title={t("leaves.totals")}>
          <FactList
            facts={[
              { label: t("leaves.times"), value: t("leaves.timesOf", { count: file.totals.leaves }) },
              { label: t("leaves.daysAway"), value: t("leaves.daysOf", { count: file.totals.daysAway }) },
              {
                label: t("leaves.departures"),
                value: `${file.totals.departures} / ${file.totals.departuresFrom}`,
              },
              {
                label: t("leaves.unauthorised"),
                value: `${file.totals.unauthorisedDays} / ${file.totals.unauthorisedDaysFrom}`,
              },
            ]}
          />
          <p className={styles.small}>
            {file.rule.says}
            {file.rule.citation}
          </p>
          <p className={styles.small}>
            {file.approvalFromDays === null
              ? t("leaves.noApproval")
              : t("leaves.approvalFrom", { count: file.approvalFromDays })}
          </p>
        </Panel>
      </div>
    </section>
  );
}

function Ledger({ file }: { readonly file: LeaveFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"report" | "recordAbsence">();
  const close = () => setOpen(undefined);
  return (
    <Panel title={t("leaves.ledger")}>
      {open === "report" && <ReportForm file={file} onClose={close} />}
      {open === "recordAbsence" && <AbsenceForm file={file} onClose={close} />}
      {open === undefined && (
        <div className={styles.buttons}>
          <Opener
            label={t("leaves.report")}
            obstacle={obstacleOf(file, "report")}
            onOpen={() => setOpen("report")}
          />
          {obstacleOf(file, "recordAbsence") === undefined && (
            <Opener
              label={t("leaves.absence")}
              obstacle={undefined}
              onOpen={() => setOpen("recordAbsence")}
            />
          )}
        </div>
      )}
      {file.leaves.length === 0 && <EmptyState title={t("leaves.empty")} help={t("leaves.threeDays")} />}
      <ul className={styles.list} aria-label={t("leaves.ledger")}>
        {file.leaves.map((leave) => (
          <LeaveItem key={leave.id} leave={leave} />
        ))}
      </ul>
    </Panel>
  );
}

export { LeavesTabPage as Component };
