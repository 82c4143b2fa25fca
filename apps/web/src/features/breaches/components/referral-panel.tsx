import { APPROVAL_STATES } from "@rehab/domain/supervision/approval";
import { breachesEndpoints } from "@rehab/schema/breaches";
import type { BreachFile } from "@rehab/schema/breaches";
import type { ReferralView } from "@rehab/schema/no-shows";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { momentText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { paths } from "../../../lib/paths.ts";
import { saveDownload } from "../../../lib/save-download.ts";
import { Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { ReferralSteps } from "../../../ui/referral-steps.tsx";
import type { ReferralValues } from "../../../ui/referral-steps.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";
import { changedByBreach } from "../breach-answers.ts";
import { BreachPacket } from "./breach-packet.tsx";

/** The referral: who proposed it, who decided, the letter, and what the law lets follow. */
export function ReferralPanel({ file }: { readonly file: BreachFile }) {
  const { t } = useTranslation();
  const [proposing, setProposing] = useState(false);
  const { referrals, packet, consequence } = file;
  const hasOpen = referrals.some(({ state }) => state === "open");
  const missing = packet.items.filter(({ present }) => !present).length;
  const obstacle = obstacleOf(file, "proposeReferral");
  const isOnlyIncomplete = missing > 0 && obstacleOf(file, "issueDocument") === undefined;
  return (
    <Panel title={t("noShows.referral.title")}>
      <p className={styles.small}>{t("noShows.referral.why")}</p>
      <p className={styles.reason}>
        {consequence.says}（{consequence.citation}）
      </p>
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
              obstacle !== undefined && isOnlyIncomplete
                ? t("noShows.referral.afterPacket", { count: missing })
                : obstacle
            }
            onOpen={() => setProposing(true)}
          />
        </div>
      )}
    </Panel>
  );
}

function ReferralFlow({ file, onClose }: { readonly file: BreachFile; readonly onClose: () => void }) {
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(breachesEndpoints.proposeReferral, {
    request: (values: ReferralValues) => ({ params: { id: file.enrolleeId }, body: { id, ...values } }),
    invalidates: changedByBreach,
    onDone: onClose,
  });
  return (
    <ReferralSteps
      form={form}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      sentence={file.packet.sentence}
      citation={file.packet.citation}
      packet={<BreachPacket items={file.packet.items} />}
      cautions={file.cautions}
      onSubmit={submit}
      onClose={onClose}
    />
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
  const letter = useAction(breachesEndpoints.referralLetter, {
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
        {state === "open" && (
          <Link to={paths.approvals}>
            {t(referral.own ? "breaches.referral.toWithdraw" : "noShows.referral.toApprovals")}
          </Link>
        )}
      </div>
    </li>
  );
}
