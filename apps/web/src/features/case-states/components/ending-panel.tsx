import { APPROVAL_KINDS, APPROVAL_STATES } from "@rehab/domain/supervision/approval";
import type { CaseStateFile, EndProposalView } from "@rehab/schema/case-states";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { momentText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { paths } from "../../../lib/paths.ts";
import { FactList } from "../../../ui/fact-list.tsx";
import { Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";
import { EndFlow } from "./end-flow.tsx";

/** Release and termination: who proposed, who decided, and the way to propose. */
export function EndingPanel({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"release" | "termination">();
  return (
    <Panel title={t("caseStates.ending.title")}>
      <p className={styles.small}>{t("caseStates.ending.why")}</p>
      {file.proposals.length === 0 && open === undefined && (
        <p className={styles.reason}>{t("caseStates.ending.none")}</p>
      )}
      <ul className={styles.list} aria-label={t("caseStates.ending.title")}>
        {file.proposals.map((proposal) => (
          <ProposalItem key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      {open === undefined ? (
        <div style={{ display: "grid", gap: 8, justifyItems: "start", marginTop: 8 }}>
          <Opener
            label={t("caseStates.ending.release")}
            obstacle={obstacleOf(file, "proposeRelease")}
            onOpen={() => setOpen("release")}
          />
          <Opener
            label={t("caseStates.ending.termination")}
            obstacle={obstacleOf(file, "proposeTermination")}
            onOpen={() => setOpen("termination")}
          />
        </div>
      ) : (
        <EndFlow file={file} kind={open} onClose={() => setOpen(undefined)} />
      )}
    </Panel>
  );
}

const tones: Readonly<Record<EndProposalView["state"], Tone>> = {
  open: "running",
  confirmed: "done",
  refused: "overdue",
  withdrawn: "idle",
};

function ProposalItem({ proposal }: { readonly proposal: EndProposalView }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { kind, state, facts, proposedBy, proposedAt, decidedBy, decidedAt, reason, own } = proposal;
  const decided = { who: decidedBy ?? "", moment: decidedAt === null ? "" : momentText(decidedAt), reason };
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <StatusTag tone={tones[state]}>{labelOf(APPROVAL_STATES, state)}</StatusTag>
        <span>{labelOf(APPROVAL_KINDS, kind)}</span>
      </div>
      <FactList facts={facts} />
      <p className={styles.small}>
        {t("noShows.referral.proposed", { who: proposedBy, moment: momentText(proposedAt) })}
      </p>
      {state === "open" ? (
        <Link to={paths.approvals}>
          {t(own ? "caseStates.ending.toWithdraw" : "caseStates.ending.toApprovals")}
        </Link>
      ) : (
        <p className={styles.small}>{t(`noShows.referral.${state}`, decided)}</p>
      )}
    </li>
  );
}
