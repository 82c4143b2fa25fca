import { APPROVAL_STATES } from "@rehab/domain/supervision/approval";
import type { ReferralView } from "@rehab/schema/no-shows";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../api/body-form.ts";
import { ProblemAlert } from "../../api/problems.tsx";
import { useAction } from "../../api/query.ts";
import { useSession } from "../../api/session.ts";
import { useCodeLabel } from "../../lib/code-label.ts";
import { momentText } from "../../lib/day-text.ts";
import { obstacleOf } from "../../lib/obstacle.ts";
import { paths } from "../../lib/paths.ts";
import { saveDownload } from "../../lib/save-download.ts";
import { Opener } from "../../ui/inline-form.tsx";
import { LetterFlow } from "../../ui/letter-flow.tsx";
import type { LetterValues } from "../../ui/letter-flow.tsx";
import styles from "../../ui/matter.module.css";
import { Panel } from "../../ui/panel.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import type { Tone } from "../../ui/status-tag.tsx";
import type { Matter, MatterEndpoints } from "./matter.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

type Referrals = Matter<Pick<MatterEndpoints, "get" | "proposeReferral" | "referralLetter">>;

/** What a referral rests on. */
interface ReferralFile {
  readonly packet: {
    readonly items: readonly { readonly present: boolean }[];
    readonly sentence: string;
    readonly citation: string;
  };
  /** Latest proposal first. */
  readonly referrals: readonly ReferralView[];
  readonly cautions: readonly string[];
  readonly actions: Parameters<typeof obstacleOf>[0]["actions"];
}

interface ReferralPanelProps {
  readonly matter: Referrals;
  readonly file: ReferralFile;
  /** The parts of the packet, to be looked at again before it is proposed. */
  readonly packet: ReactNode;
  /** What the law lets follow, where it depends on the person. */
  readonly consequence?: { readonly says: string; readonly citation: string };
}

/** The referral: who proposed it, who decided, the letter, and what the law lets follow. */
export function ReferralPanel({ matter, file, packet, consequence }: ReferralPanelProps) {
  const { t } = useTranslation();
  const [proposing, setProposing] = useState(false);
  const { referrals, cautions } = file;
  const hasOpen = referrals.some(({ state }) => state === "open");
  const missing = file.packet.items.filter(({ present }) => !present).length;
  const obstacle = obstacleOf(file, "proposeReferral");
  const isOnlyIncomplete = missing > 0 && obstacleOf(file, "issueDocument") === undefined;
  return (
    <Panel title={t("noShows.referral.title")}>
      <p className={styles.small}>{t("noShows.referral.why")}</p>
      {consequence !== undefined && (
        <p className={styles.reason}>
          {consequence.says}（{consequence.citation}）
        </p>
      )}
      {cautions.map((caution) => (
        <p key={caution} className={styles.reason}>
          {caution}
        </p>
      ))}
      {referrals.length === 0 && !proposing && <p className={styles.reason}>{t("noShows.referral.none")}</p>}
      <ul className={styles.list} aria-label={t("noShows.referral.title")}>
        {referrals.map((referral) => (
          <ReferralItem key={referral.id} referral={referral} matter={matter} />
        ))}
      </ul>
      {proposing && (
        <ReferralFlow matter={matter} file={file} packet={packet} onClose={() => setProposing(false)} />
      )}
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

interface ReferralFlowProps {
  readonly matter: Referrals;
  readonly file: ReferralFile;
  readonly packet: ReactNode;
  readonly onClose: () => void;
}

function ReferralFlow({ matter, file, packet, onClose }: ReferralFlowProps) {
  const { t } = useTranslation();
  const { sentence, citation } = file.packet;
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(matter.endpoints.proposeReferral, {
    request: (values: LetterValues) => ({ params: { id: matter.enrolleeId }, body: { id, ...values } }),
    invalidates: matter.changed,
    onDone: onClose,
  });
  return (
    <LetterFlow
      form={form}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      texts={{
        label: t("noShows.referral.propose"),
        questions: {
          letterNumber: t("noShows.referral.letterTitle"),
          organ: t("noShows.referral.organTitle"),
          note: t("noShows.referral.noteTitle"),
          summary: t("noShows.referral.summaryTitle"),
        },
        fields: {
          letterNumber: t("noShows.referral.letterNumber"),
          organ: t("noShows.referral.organ"),
          note: t("noShows.referral.note"),
        },
        missing: {
          letterNumber: t("noShows.referral.letterMissing"),
          organ: t("noShows.referral.organMissing"),
        },
        help: { organ: t("noShows.referral.organHelp"), note: t("noShows.referral.noteHelp") },
        afterwards: t("noShows.referral.afterwards"),
      }}
      basis={{
        question: t("noShows.referral.basisTitle"),
        content: (
          <>
            <p>
              {sentence}（{citation}）
            </p>
            {packet}
          </>
        ),
      }}
      facts={[{ label: t("noShows.referral.basis"), value: citation }]}
      enclosed={packet}
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
  readonly matter: Referrals;
}

function ReferralItem({ referral, matter }: ReferralItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [withdrawing, setWithdrawing] = useState(false);
  const letter = useAction(matter.endpoints.referralLetter, {
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
            onClick={() => letter.mutate({ params: { id: matter.enrolleeId, factId: referral.id } })}
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
      {withdrawing && (
        <WithdrawDialog referral={referral} matter={matter} onClose={() => setWithdrawing(false)} />
      )}
    </li>
  );
}
