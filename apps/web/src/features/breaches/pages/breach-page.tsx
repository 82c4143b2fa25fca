import { breachesEndpoints } from "@rehab/schema/breaches";
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
import { breachMatter } from "../breach-answers.ts";
import { BreachAnswers } from "../components/answer-panel.tsx";
import { BreachPacket } from "../components/breach-packet.tsx";
import { CountersPanel } from "../components/counters-panel.tsx";
import { BreachDocuments } from "../components/documents-panel.tsx";
import { LadderPanel } from "../components/ladder-panel.tsx";
import { RecordsPanel } from "../components/records-panel.tsx";

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
  const matter = breachMatter(file.enrolleeId);
  const packet = <BreachPacket items={file.packet.items} />;
  return (
    <section className={styles.columns} aria-label={t("breaches.tab")}>
      <div className={styles.side}>
        <CountersPanel file={file} />
        <RecordsPanel file={file} />
        <BreachDocuments file={file} />
      </div>
      <div className={styles.side}>
        <LadderPanel file={file} />
        {file.level !== "none" && (
          <>
            <PacketPanel packet={file.packet} saysWhy={file.level === "grave"}>
              {packet}
            </PacketPanel>
            {(file.level === "grave" || file.referrals.length > 0) && (
              <ReferralPanel matter={matter} file={file} packet={packet} consequence={file.consequence} />
            )}
          </>
        )}
        <ClosingPanel
          matter={matter}
          packet={file.packet}
          obstacle={obstacleOf(file, "recordReferralReceipt")}
        />
        <BreachAnswers file={file} />
      </div>
    </section>
  );
}

export { BreachPage as Component };
