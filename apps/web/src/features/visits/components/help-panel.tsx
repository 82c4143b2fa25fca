import { HELP_KINDS, HELP_OUTCOMES } from "@rehab/domain/help/help";
import type { HelpKind, HelpOutcome } from "@rehab/domain/help/help";
import { visitsEndpoints } from "@rehab/schema/visits";
import type { ContactFile, HelpView } from "@rehab/schema/visits";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useFresh } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { orNull } from "../../../lib/blank.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm, Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { changedByContact } from "../contact-answers.ts";
import { AnnulContact } from "./annul-contact.tsx";
import { ClosingForm } from "./closing-form.tsx";

/** The help ledger: what was done for the person, and what came of it. */
export function HelpPanel({ file }: { readonly file: ContactFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const obstacle = obstacleOf(file, "recordHelp");
  return (
    <Panel title={t("visits.help.title")}>
      {open ? (
        <HelpForm enrolleeId={file.enrolleeId} onClose={() => setOpen(false)} />
      ) : (
        <Opener label={t("visits.help.record")} obstacle={obstacle} onOpen={() => setOpen(true)} />
      )}
      {file.help.length === 0 && <p className={styles.reason}>{t("visits.help.empty")}</p>}
      <ul className={styles.list} aria-label={t("visits.help.title")} style={{ marginTop: 8 }}>
        {file.help.map((help) => (
          <HelpItem
            key={help.id}
            help={help}
            enrolleeId={file.enrolleeId}
            editable={obstacle === undefined}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface HelpItemProps {
  readonly help: HelpView;
  readonly enrolleeId: string;
  readonly editable: boolean;
}

function HelpItem({ help, enrolleeId, editable }: HelpItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const [open, setOpen] = useState(false);
  const { kind, happenedOn, outcome, annulled } = help;
  const what = `${dayText(happenedOn)} ${labelOf(HELP_KINDS, kind)}`;
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>{what}</span>
        <StatusTag tone={outcome === "achieved" ? "done" : outcome === "ongoing" ? "running" : "idle"}>
          {labelOf(HELP_OUTCOMES, outcome)}
        </StatusTag>
        <span className={styles.spring} />
        {editable && annulled === null && (
          <>
            {!open && (
              <Button type="link" size="small" onClick={() => setOpen(true)}>
                {t("visits.help.settle")}
              </Button>
            )}
            <AnnulContact id={help.id} kind="help" what={what} />
          </>
        )}
      </div>
      <p>{help.content}</p>
      <p className={styles.small}>
        {[help.helper, help.outcomeOn, help.outcomeNote].filter(Boolean).join("　")}
      </p>
      {annulled !== null && <p>{t("visits.annulled", { reason: annulled })}</p>}
      {open && <OutcomeForm help={help} enrolleeId={enrolleeId} onClose={() => setOpen(false)} />}
    </li>
  );
}

interface HelpValues {
  readonly kind: HelpKind;
  readonly happenedOn: string | null;
  readonly helper: string;
  readonly content: string;
  readonly outcome: HelpOutcome;
}

function HelpForm({ enrolleeId, onClose }: { readonly enrolleeId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(visitsEndpoints.recordHelp, {
    request: ({ happenedOn, ...values }: HelpValues) => ({
      params: { id: enrolleeId },
      body: { id, happenedOn: happenedOn ?? "", ...values },
    }),
    invalidates: changedByContact,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("visits.help.record")}
      form={form}
      initial={{
        kind: "employment",
        happenedOn: session.today,
        helper: session.account.displayName,
        content: "",
        outcome: "ongoing",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="kind" label={t("visits.help.kind")} required>
        <Select options={HELP_KINDS.map(({ code }) => ({ value: code, label: labelOf(HELP_KINDS, code) }))} />
      </Form.Item>
      <Form.Item name="happenedOn" label={t("visits.help.happenedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="helper" label={t("visits.help.helper")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="outcome" label={t("visits.help.outcome")} required>
        <Select
          options={HELP_OUTCOMES.map(({ code }) => ({ value: code, label: labelOf(HELP_OUTCOMES, code) }))}
        />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="content" label={t("visits.help.content")} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
      </Form.Item>
    </InlineForm>
  );
}

interface OutcomeValues {
  readonly outcome: HelpOutcome;
  readonly outcomeOn: string | null;
  readonly outcomeNote: string;
}

interface OutcomeFormProps {
  readonly help: HelpView;
  readonly enrolleeId: string;
  readonly onClose: () => void;
}

function OutcomeForm({ help, enrolleeId, onClose }: OutcomeFormProps) {
  const fresh = useFresh();
  const { t } = useTranslation();
  const { session } = useSession();
  const closing = useBodyForm(visitsEndpoints.settleHelp, {
    request: ({ outcome, outcomeOn, outcomeNote }: OutcomeValues) => ({
      params: { id: help.id },
      body: { version: help.version, outcome, outcomeOn: outcomeOn ?? "", outcomeNote: orNull(outcomeNote) },
    }),
    invalidates: changedByContact,
    ifStale: {
      merges: false,
      savedNow: async () => {
        const answer = await fresh(visitsEndpoints.ofPerson, { params: { id: enrolleeId } });
        const saved = answer.help.find(({ id }) => id === help.id);
        if (saved === undefined) return {};
        const { outcome, outcomeOn, outcomeNote } = saved;
        return { outcome, outcomeOn, outcomeNote: outcomeNote ?? "" };
      },
    },
    onDone: onClose,
  });
  return (
    <ClosingForm
      label={t("visits.help.settle")}
      closing={closing}
      initial={{ outcome: "achieved", outcomeOn: session.today, outcomeNote: help.outcomeNote ?? "" }}
      result={{ name: "outcome", label: t("visits.help.outcome"), codes: HELP_OUTCOMES }}
      day={{ name: "outcomeOn", label: t("visits.help.outcomeOn") }}
      note={{ name: "outcomeNote", label: t("visits.help.outcomeNote") }}
      onClose={onClose}
    />
  );
}
