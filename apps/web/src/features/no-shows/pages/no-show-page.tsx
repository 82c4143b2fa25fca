import { noShowsEndpoints } from "@rehab/schema/no-shows";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { NoShowPacket } from "../components/no-show-packet.tsx";
import { AnswerPanel } from "../components/answer-panel.tsx";
import { AttemptsPanel } from "../components/attempts-panel.tsx";
import { ClosingPanel } from "../components/closing-panel.tsx";
import { DeadlinePanel } from "../components/deadline-panel.tsx";
import { DocumentsPanel } from "../components/documents-panel.tsx";
import styles from "../../../ui/matter.module.css";
import { ReferralPanel } from "../components/referral-panel.tsx";

/** A person's file, where it tells of not reporting in: what was done on the left, how far the referral is on the right. */
function NoShowPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data: file, error, refetch } = useQuery(q(noShowsEndpoints.get, { params: { id } }));
  if (file === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 8 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  const missing = file.packet.items.filter(({ present }) => !present).length;
  return (
    <section className={styles.columns} aria-label={t("noShows.tab")}>
      <div className={styles.side}>
        <DeadlinePanel file={file} />
        <AttemptsPanel file={file} />
        <DocumentsPanel file={file} />
      </div>
      <div className={styles.side}>
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
          <NoShowPacket items={file.packet.items} />
          <p className={styles.reason}>
            {file.packet.sentence}（{file.packet.citation}）
          </p>
        </Panel>
        <ReferralPanel file={file} />
        <ClosingPanel file={file} />
        <AnswerPanel file={file} />
      </div>
    </section>
  );
}

export { NoShowPage as Component };
