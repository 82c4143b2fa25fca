import { TEST_METHODS, TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { DelegationView, TestFile } from "@rehab/schema/test-views";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { paths } from "../../../lib/paths.ts";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { DelegateForm, DelegationStepForm } from "./delegation-forms.tsx";
import type { DelegationStep } from "./delegation-forms.tsx";
import { AnnulFact } from "../../../parts/matter/annul-fact.tsx";
import styles from "../../../ui/matter.module.css";
import { testMatter } from "../test-answers.ts";

/** Tests that other places were asked to make. */
export function DelegationsPanel({ file }: { readonly file: TestFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const obstacle = obstacleOf(file, "delegate");
  return (
    <Panel title={t("tests.file.delegations")}>
      <p className={styles.small}>{t("tests.delegation.help")}</p>
      {open && <DelegateForm enrolleeId={file.enrolleeId} onClose={() => setOpen(false)} />}
      {!open && obstacle === undefined && (
        <Button onClick={() => setOpen(true)}>{t("tests.file.delegate")}</Button>
      )}
      {!open && obstacle !== undefined && (
        <p className={styles.soft}>
          {t("tests.file.delegate")}：{obstacle}
        </p>
      )}
      {file.delegations.length === 0 && <p className={styles.soft}>{t("tests.file.noDelegations")}</p>}
      <ul className={styles.list} aria-label={t("tests.file.delegations")}>
        {file.delegations.map((delegation) => (
          <DelegationItem key={delegation.id} delegation={delegation} enrolleeId={file.enrolleeId} />
        ))}
      </ul>
    </Panel>
  );
}

interface DelegationItemProps {
  readonly delegation: DelegationView;
  readonly enrolleeId: string;
}

function DelegationItem({ delegation, enrolleeId }: DelegationItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [step, setStep] = useState<DelegationStep>();
  const { annulled, method, wantedFrom, wantedTo, toPlace, letterNumber, reason, result } = delegation;
  const what = t("tests.delegation.line", {
    method: labelOf(TEST_METHODS, method),
    from: wantedFrom,
    to: wantedTo,
    place: toPlace,
    number: letterNumber,
  });
  const isOpen = annulled === null && delegation.receiptOn === null && delegation.cancelledOn === null;
  const steps: DelegationStep[] =
    delegation.acceptedOn === null ? ["accept", "receipt", "cancel"] : ["receipt", "cancel"];
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>{what}</span>
        <DelegationTag delegation={delegation} />
        {result !== null && <strong>{labelOf(TEST_RESULTS, result)}</strong>}
        <span className={styles.spring} />
        {ability.can("export", "CaseFile") && (
          <Link
            to={paths.testDelegationLetter(enrolleeId, delegation.id)}
            aria-label={t("tests.delegation.letterOf", { number: letterNumber })}
          >
            {t("tests.delegation.letter")}
          </Link>
        )}
        {annulled === null && (
          <AnnulFact
            matter={testMatter(enrolleeId)}
            fact="delegation"
            factId={delegation.id}
            what={what}
            help={t("tests.file.annulHelp")}
          />
        )}
      </div>
      <p className={styles.small}>{[reason, delegation.acceptedBy].filter(Boolean).join("　")}</p>
      {annulled !== null && <p>{t("tests.file.annulled", { reason: annulled.reason })}</p>}
      {isOpen && step === undefined && ability.can("update", "CaseFile") && (
        <div className={styles.line}>
          {steps.map((each) => (
            <Button key={each} size="small" onClick={() => setStep(each)}>
              {t(`tests.delegation.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {step !== undefined && (
        <DelegationStepForm
          enrolleeId={enrolleeId}
          delegation={delegation}
          step={step}
          onClose={() => setStep(undefined)}
        />
      )}
    </li>
  );
}

function DelegationTag({ delegation }: { readonly delegation: DelegationView }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const { receiptOn, receiptNumber, cancelledOn, cancelReason, acceptedOn, wantedTo } = delegation;
  if (receiptOn !== null) {
    return (
      <StatusTag tone="done">
        {t("tests.delegation.received", { day: receiptOn, number: receiptNumber })}
      </StatusTag>
    );
  }
  if (cancelledOn !== null) {
    return (
      <StatusTag tone="idle">
        {t("tests.delegation.cancelled", { day: cancelledOn, reason: cancelReason })}
      </StatusTag>
    );
  }
  if (wantedTo < session.today) return <StatusTag tone="overdue">{t("tests.delegation.overdue")}</StatusTag>;
  return acceptedOn === null ? (
    <StatusTag tone="dueSoon">{t("tests.delegation.waiting")}</StatusTag>
  ) : (
    <StatusTag tone="running">{t("tests.delegation.accepted", { day: dayText(acceptedOn) })}</StatusTag>
  );
}
