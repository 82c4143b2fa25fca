import { breachesEndpoints } from "@rehab/schema/breaches";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { AnswerPanel } from "../components/answer-panel.tsx";
import { BreachPacket } from "../components/breach-packet.tsx";
import { ClosingPanel } from "../components/closing-panel.tsx";
import { CountersPanel } from "../components/counters-panel.tsx";
import { DocumentsPanel } from "../components/documents-panel.tsx";
import { LadderPanel } from "../components/ladder-panel.tsx";
import { RecordsPanel } from "../components/records-panel.tsx";
import { ReferralPanel } from "../components/referral-panel.tsx";

/** A person's file, where it tells of breaches: counters and records on the left, what follows on the right. */
function BreachPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data: file, error, refetch } = useQuery(q(breachesEndpoints.get, { params: { id } }));
  if (file === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 8 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  const missing = file.packet.items.filter(({ present }) => !present).length;
  return (
    <section className={styles.columns} aria-label={t("breaches.tab")}>
      <div className={styles.side}>
        <CountersPanel file={file} />
        <RecordsPanel file={file} />
        <DocumentsPanel file={file} />
      </div>
      <div className={styles.side}>
        <LadderPanel file={file} />
        {file.level !== "none" && (
          <>
            <Panel
              title={t("noShows.packetPanel.title")}
              extra={
                <StatusTag tone={missing === 0 ? "done" : "dueSoon"}>
                  {missing === 0
                    ? t(file.packet.canRefer ? "noShows.packetPanel.whole" : "noShows.packetWhole")
                    : t("noShows.packetPanel.incomplete", { count: missing })}
                </StatusTag>
              }
            >
              <BreachPacket items={file.packet.items} />
              {file.level === "grave" && (
                <p className={styles.reason}>
                  {file.packet.sentence}（{file.packet.citation}）
                </p>
              )}
            </Panel>
            {(file.level === "grave" || file.referrals.length > 0) && <ReferralPanel file={file} />}
          </>
        )}
        <ClosingPanel file={file} />
        <AnswerPanel file={file} />
      </div>
    </section>
  );
}

export { BreachPage as Component };
