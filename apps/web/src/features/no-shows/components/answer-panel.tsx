import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { NoShowFile } from "@rehab/schema/no-shows";
import { Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { AnswersPanel } from "../../../parts/matter/answers-panel.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { changedByNoShow, noShowMatter } from "../no-show-answers.ts";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";

/** What the police decided; stands once there is a referral. */
export function NoShowAnswers({ file }: { readonly file: NoShowFile }) {
  const { t } = useTranslation();
  if (file.packet.referredOn === null) return null;
  return (
    <AnswersPanel
      matter={noShowMatter(file.enrolleeId)}
      answers={file.answers.map((answer) => ({
        id: answer.id,
        happenedOn: answer.happenedOn,
        label: t(`noShows.answer.kinds.${answer.answer}`),
        details: [answer.number, answer.note],
        annulled: answer.annulled,
      }))}
      obstacle={obstacleOf(file, "recordAnswer")}
      renderForm={(close) => <AnswerForm file={file} onClose={close} />}
    />
  );
}

interface Values {
  readonly answer: "continue" | "isolation";
  readonly happenedOn: string | null;
  readonly number: string;
  readonly note: string;
}

function AnswerForm({ file, onClose }: { readonly file: NoShowFile; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(noShowsEndpoints.recordAnswer, {
    request: ({ happenedOn, ...values }: Values) => ({
      params: { id: file.enrolleeId },
      body: { id, happenedOn: happenedOn ?? "", ...values },
    }),
    invalidates: changedByNoShow,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("noShows.answer.record")}
      form={form}
      initial={{ answer: "continue", happenedOn: session.today, number: "", note: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item
        className={styles.wide ?? ""}
        name="answer"
        label={t("noShows.answer.kind")}
        required
        extra={t("noShows.answer.reported")}
      >
        <Radio.Group
          options={(["continue", "isolation"] as const).map((value) => ({
            value,
            label: t(`noShows.answer.kinds.${value}`),
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
      <Form.Item name="number" label={t("noShows.answer.number")} extra={t("noShows.answer.numberHelp")}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="note" label={t("noShows.answer.note")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </InlineForm>
  );
}
