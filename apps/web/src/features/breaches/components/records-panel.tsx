import { BREACH_KINDS } from "@rehab/domain/breach/breach-record";
import type { BreachKind } from "@rehab/domain/breach/breach-record";
import { breachesEndpoints } from "@rehab/schema/breaches";
import type { BreachFile, BreachRecordView } from "@rehab/schema/breaches";
import { Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, momentText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { Annulled } from "../../../ui/annul-dialog.tsx";
import { AnnulFact } from "../../../parts/matter/annul-fact.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm, Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { changedByBreach, breachMatter } from "../breach-answers.ts";

/** Breaches that neither tests nor leaves hold, latest first. */
export function RecordsPanel({ file }: { readonly file: BreachFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t("breaches.record.title")}>
      <p className={styles.small}>{t("breaches.record.help")}</p>
      {open ? (
        <RecordForm enrolleeId={file.enrolleeId} onClose={() => setOpen(false)} />
      ) : (
        <Opener
          label={t("breaches.record.record")}
          obstacle={obstacleOf(file, "recordBreach")}
          onOpen={() => setOpen(true)}
        />
      )}
      {file.records.length === 0 && <p className={styles.reason}>{t("breaches.record.empty")}</p>}
      <ul className={styles.list} aria-label={t("breaches.record.title")} style={{ marginTop: 8 }}>
        {file.records.map((record) => (
          <RecordItem key={record.id} record={record} enrolleeId={file.enrolleeId} />
        ))}
      </ul>
    </Panel>
  );
}

interface RecordItemProps {
  readonly record: BreachRecordView;
  readonly enrolleeId: string;
}

function RecordItem({ record, enrolleeId }: RecordItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { id, kind, happenedOn, evidence, note, annulled } = record;
  const what = `${dayText(happenedOn)} ${labelOf(BREACH_KINDS, kind)}`;
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>{what}</span>
        <span className={styles.spring} />
        {annulled === null && (
          <AnnulFact matter={breachMatter(enrolleeId)} fact="record" factId={id} what={what} />
        )}
      </div>
      <p>{[evidence, note].filter(Boolean).join("　")}</p>
      <p className={styles.small}>
        {t("noShows.recordedBy", { who: record.recordedBy ?? "", moment: momentText(record.recordedAt) })}
      </p>
      <Annulled annulled={annulled} />
    </li>
  );
}

interface Values {
  readonly kind: BreachKind;
  readonly happenedOn: string | null;
  readonly evidence: string;
  readonly note: string;
}

function RecordForm({ enrolleeId, onClose }: { readonly enrolleeId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(breachesEndpoints.recordBreach, {
    request: ({ happenedOn, ...values }: Values) => ({
      params: { id: enrolleeId },
      body: { id, happenedOn: happenedOn ?? "", ...values },
    }),
    invalidates: changedByBreach,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("breaches.record.record")}
      form={form}
      initial={{ kind: "contact_change", happenedOn: session.today, evidence: "", note: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="kind" label={t("breaches.record.kind")} required>
        <Select
          options={BREACH_KINDS.map(({ code }) => ({ value: code, label: labelOf(BREACH_KINDS, code) }))}
        />
      </Form.Item>
      <Form.Item name="happenedOn" label={t("breaches.record.happenedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item
        className={styles.wide ?? ""}
        name="evidence"
        label={t("breaches.record.evidence")}
        extra={t("breaches.record.evidenceHelp")}
        required
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="note" label={t("breaches.record.note")}>
        <Input maxLength={2000} />
      </Form.Item>
    </InlineForm>
  );
}
