import { noShowsEndpoints } from "@rehab/schema/no-shows";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { ClosingPanel } from "../../../parts/matter/closing-panel.tsx";
import { PacketPanel } from "../../../parts/matter/packet-panel.tsx";
import { ReferralPanel } from "../../../parts/matter/referral-panel.tsx";
import styles from "../../../ui/matter.module.css";
import { NoShowAnswers } from "../components/answer-panel.tsx";
import { AttemptsPanel } from "../components/attempts-panel.tsx";
import { DeadlinePanel } from "../components/deadline-panel.tsx";
import { NoShowDocuments } from "../components/documents-panel.tsx";
import { NoShowPacket } from "../components/no-show-packet.tsx";
import { noShowMatter } from "../no-show-answers.ts";

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
  const matter = noShowMatter(file.enrolleeId);
  const packet = <NoShowPacket items={file.packet.items} />;
  return (
    <section className={styles.columns} aria-label={t("noShows.tab")}>
      <div className={styles.side}>
        <DeadlinePanel file={file} />
        <AttemptsPanel file={file} />
        <NoShowDocuments file={file} />
      </div>
      <div className={styles.side}>
        <PacketPanel packet={file.packet} saysWhy>
          {packet}
        </PacketPanel>
        <ReferralPanel matter={matter} file={file} packet={packet} />
        <ClosingPanel
          matter={matter}
          packet={file.packet}
          obstacle={obstacleOf(file, "recordReferralReceipt")}
        />
        <NoShowAnswers file={file} />
      </div>
    </section>
  );
}

export { NoShowPage as Component };
