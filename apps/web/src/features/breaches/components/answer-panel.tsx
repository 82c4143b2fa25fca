import { BreachAnswer } from "@rehab/schema/breach-bodies";
import { breachesEndpoints } from "@rehab/schema/breaches";
import type { BreachAnswerView, BreachFile } from "@rehab/schema/breaches";
import { Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { dayText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { Annulled } from "../../../ui/annul-dialog.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm, Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { changedByBreach } from "../breach-answers.ts";
import { AnnulButton } from "./annul-button.tsx";

/** What the police decided; stands once there is a referral. */
export function AnswerPanel({ file }: { readonly file: BreachFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { answers, enrolleeId } = file;
  if (file.packet.referredOn === null) return null;
  return (
    <Panel title={t("noShows.answer.title")}>
      {answers.length === 0 && <p>{t("noShows.answer.empty")}</p>}
      <ul className={styles.list} aria-label={t("noShows.answer.title")}>
        {answers.map((answer) => (
          <AnswerItem key={answer.id} answer={answer} enrolleeId={enrolleeId} />
        ))}
      </ul>
      {open ? (
        <AnswerForm file={file} onClose={() => setOpen(false)} />
      ) : (
        <div style={{ marginTop: 8 }}>
          <Opener
            label={t("noShows.answer.record")}
            obstacle={obstacleOf(file, "recordAnswer")}
            onOpen={() => setOpen(true)}
          />
        </div>
      )}
    </Panel>
  );
}

interface AnswerItemProps {
  readonly answer: BreachAnswerView;
  readonly enrolleeId: string;
}

function AnswerItem({ answer, enrolleeId }: AnswerItemProps) {
  const { t } = useTranslation();
  const { id, happenedOn, number, organ, note, annulled } = answer;
  const what = `${dayText(happenedOn)} ${t(`breaches.answer.kinds.${answer.answer}`)}`;
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>{what}</span>
        <span className={styles.spring} />
        {annulled === null && <AnnulButton enrolleeId={enrolleeId} fact="event" factId={id} what={what} />}
      </div>
      <p className={styles.small}>{[organ, number, note].filter(Boolean).join("　")}</p>
      <Annulled annulled={annulled} />
    </li>
  );
}

interface Values {
  readonly answer: BreachAnswerView["answer"];
  readonly happenedOn: string | null;
  readonly number: string;
  readonly organ: string;
  readonly note: string;
}

function AnswerForm({ file, onClose }: { readonly file: BreachFile; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(breachesEndpoints.recordAnswer, {
    request: ({ happenedOn, ...values }: Values) => ({
      params: { id: file.enrolleeId },
      body: { id, happenedOn: happenedOn ?? "", ...values },
    }),
    invalidates: changedByBreach,
    onDone: onClose,
  });
  const answer = Form.useWatch("answer", form);
  return (
    <InlineForm
      label={t("noShows.answer.record")}
      form={form}
      initial={{ answer: "corrected", happenedOn: session.today, number: "", organ: "", note: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item className={styles.wide ?? ""} name="answer" label={t("noShows.answer.kind")} required>
        <Radio.Group
          options={BreachAnswer.options.map((value) => ({
            value,
            label: t(`breaches.answer.kinds.${value}`),
          }))}
        />
      </Form.Item>
      {file.cautions.map((caution) => (
        <p key={caution} className={classNames(styles.wide, styles.soft)} style={{ marginBottom: 8 }}>
          {caution}
        </p>
      ))}
      <Form.Item name="happenedOn" label={t("noShows.answer.happenedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="number" label={t("noShows.answer.number")} required={answer === "isolation"}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="organ" label={t("breaches.answer.organ")} required={answer === "isolation"}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        className={styles.wide ?? ""}
        name="note"
        label={t("noShows.answer.note")}
        required={answer === "other"}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </InlineForm>
  );
}
