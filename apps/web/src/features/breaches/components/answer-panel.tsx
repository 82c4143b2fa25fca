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
import { obstacleOf } from "../../../lib/obstacle.ts";
import { AnswersPanel } from "../../../parts/matter/answers-panel.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { breachMatter, changedByBreach } from "../breach-answers.ts";

/** What the police decided; stands once there is a referral. */
export function BreachAnswers({ file }: { readonly file: BreachFile }) {
  const { t } = useTranslation();
  if (file.packet.referredOn === null) return null;
  return (
    <AnswersPanel
      matter={breachMatter(file.enrolleeId)}
      answers={file.answers.map((answer) => ({
        id: answer.id,
        happenedOn: answer.happenedOn,
        label: t(`breaches.answer.kinds.${answer.answer}`),
        details: [answer.organ, answer.number, answer.note],
        annulled: answer.annulled,
      }))}
      obstacle={obstacleOf(file, "recordAnswer")}
      renderForm={(close) => <AnswerForm file={file} onClose={close} />}
    />
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
