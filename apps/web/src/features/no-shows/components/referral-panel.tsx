import { APPROVAL_STATES } from "@rehab/domain/supervision/approval";
import { approvalsEndpoints } from "@rehab/schema/approvals";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { NoShowFile, ReferralView } from "@rehab/schema/no-shows";
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { momentText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { paths } from "../../../lib/paths.ts";
import { saveDownload } from "../../../lib/save-download.ts";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";
import { changedByNoShow } from "../no-show-answers.ts";
import { Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { ReferralFlow } from "./referral-flow.tsx";

/** The referral: who proposed it, who decided, and the letter. */
export function ReferralPanel({ file }: { readonly file: NoShowFile }) {
  const { t } = useTranslation();
  const [proposing, setProposing] = useState(false);
  const { referrals } = file;
  const { ability } = useSession();
  const missing = file.packet.items.filter(({ present }) => !present).length;
  const isIncomplete = file.state === "overdue_report" && missing > 0 && ability.can("create", "Approval");
  const hasOpen = referrals.some(({ state }) => state === "open");
  return (
    <Panel title={t("noShows.referral.title")}>
      <p className={styles.small}>{t("noShows.referral.why")}</p>
      {file.cautions.map((caution) => (
        <p key={caution} className={styles.reason}>
          {caution}
        </p>
      ))}
      {referrals.length === 0 && !proposing && <p className={styles.reason}>{t("noShows.referral.none")}</p>}
      <ul className={styles.list} aria-label={t("noShows.referral.title")}>
        {referrals.map((referral) => (
          <ReferralItem key={referral.id} referral={referral} enrolleeId={file.enrolleeId} />
        ))}
      </ul>
      {proposing && <ReferralFlow file={file} onClose={() => setProposing(false)} />}
      {!proposing && !hasOpen && (
        <div style={{ marginTop: 8 }}>
          <Opener
            label={t("noShows.referral.propose")}
            obstacle={
              isIncomplete
                ? t("noShows.referral.afterPacket", { count: missing })
                : obstacleOf(file, "proposeReferral")
            }
            onOpen={() => setProposing(true)}
          />
        </div>
      )}
    </Panel>
  );
}

const tones: Readonly<Record<ReferralView["state"], Tone>> = {
  open: "running",
  confirmed: "done",
  refused: "overdue",
  withdrawn: "idle",
};

interface ReferralItemProps {
  readonly referral: ReferralView;
  readonly enrolleeId: string;
}

function ReferralItem({ referral, enrolleeId }: ReferralItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [withdrawing, setWithdrawing] = useState(false);
  const letter = useAction(noShowsEndpoints.referralLetter, {
    onDone: ({ blob, fileName }) => saveDownload(blob, fileName),
  });
  const { state, letterNumber, organ, note, proposedBy, proposedAt, decidedBy, decidedAt, reason } = referral;
  const decided = { who: decidedBy ?? "", moment: decidedAt === null ? "" : momentText(decidedAt), reason };
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <StatusTag tone={tones[state]}>{labelOf(APPROVAL_STATES, state)}</StatusTag>
        <span>
          {letterNumber}　{organ}
        </span>
      </div>
      {note !== null && <p>{note}</p>}
      <p className={styles.small}>
        {t("noShows.referral.proposed", { who: proposedBy, moment: momentText(proposedAt) })}
      </p>
      {state !== "open" && <p className={styles.small}>{t(`noShows.referral.${state}`, decided)}</p>}
      <div className={styles.line}>
        {(state === "open" || state === "confirmed") && ability.can("export", "CaseFile") && (
          <Button
            size="small"
            loading={letter.isPending}
            onClick={() => letter.mutate({ params: { id: enrolleeId, factId: referral.id } })}
          >
            {t("noShows.referral.letterWord")}
          </Button>
        )}
        {state === "open" && referral.own && (
          <Button size="small" onClick={() => setWithdrawing(true)}>
            {t("noShows.referral.withdraw")}
          </Button>
        )}
        {state === "open" && ability.can("update", "Approval") && (
          <Link to={paths.approvals}>{t("noShows.referral.toApprovals")}</Link>
        )}
      </div>
      {withdrawing && <WithdrawDialog referral={referral} onClose={() => setWithdrawing(false)} />}
    </li>
  );
}

function WithdrawDialog({
  referral,
  onClose,
}: {
  readonly referral: ReferralView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { form, submit, pending, error } = useBodyForm(approvalsEndpoints.withdraw, {
    request: ({ reason }: { reason: string }) => ({
      params: { id: referral.id },
      body: { version: referral.version, reason },
    }),
    invalidates: changedByNoShow,
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t("noShows.referral.withdrawTitle")}
      okText={t("noShows.referral.withdraw")}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        name={`withdraw-${referral.id}`}
        layout="vertical"
        onFinish={submit}
        initialValues={{ reason: "" }}
      >
        <ProblemAlert error={error} />
        <Form.Item name="reason" label={t("noShows.referral.withdrawReason")} required>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
