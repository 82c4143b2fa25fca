import { transfersEndpoints } from "@rehab/schema/transfers";
import { useQuery } from "@tanstack/react-query";
import { Alert, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useRuleOn } from "../../../api/rules.ts";
import { useSession } from "../../../api/session.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { RequestForm } from "../components/request-form.tsx";
import { TransferPanel } from "../components/transfer-panel.tsx";
import styles from "../components/transfers.module.css";

/** A person's changes of the place of execution: what is under way, what was, and the request for another. */
function TransferPage() {
  const { t } = useTranslation();
  const { ability, session } = useSession();
  const rule = useRuleOn("T12", session.today);
  const id = useParams()["id"] ?? "";
  const [asked, setAsked] = useState(false);
  const { data, error, refetch } = useQuery(q(transfersEndpoints.ofPerson, { params: { id } }));
  if (data === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 6 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  const { transfers, present } = data;
  const mayAsk = ability.can("update", "CaseFile");
  const isOpen = transfers.some(({ state }) => state === "requested" || state === "sent");
  return (
    <section aria-label={t("enrollees.file.transfer")} className={styles.stack}>
      {asked && isOpen && <Alert type="success" showIcon role="status" title={t("transfers.asked")} />}
      {transfers.map((transfer) => (
        <TransferPanel key={transfer.id} transfer={transfer} />
      ))}
      {transfers.length === 0 && <EmptyState title={t("transfers.none")} help={rule?.text ?? ""} />}
      {present !== null && !isOpen && present.whyNot !== null && (
        <Alert type="info" showIcon title={t("transfers.cannot", { reason: present.whyNot })} />
      )}
      {present !== null &&
        present.whyNot === null &&
        (mayAsk ? (
          <RequestForm caseId={present.caseId} wanted={present.wanted} onAsked={() => setAsked(true)} />
        ) : (
          <p className={styles.soft}>{t("transfers.onlyStation")}</p>
        ))}
    </section>
  );
}

export { TransferPage as Component };
