import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import type { AttemptMethod, AttemptOutcome } from "@rehab/domain/handoff/contact-attempt";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { AttemptView, NoShowFile } from "@rehab/schema/no-shows";
import { Form, Input, Radio, Select } from "antd";
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
import { AnnulFact } from "../../../parts/matter/annul-fact.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { changedByNoShow, noShowMatter } from "../no-show-answers.ts";
import { Annulled } from "../../../ui/annul-dialog.tsx";
import { InlineForm, Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";

/** How the person was sought, latest first. */
export function AttemptsPanel({ file }: { readonly file: NoShowFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { enrolleeId, attempts } = file;
  return (
    <Panel title={t("noShows.attempt.title")}>
      {open ? (
        <AttemptForm enrolleeId={enrolleeId} onClose={() => setOpen(false)} />
      ) : (
        <Opener
          label={t("noShows.attempt.record")}
          obstacle={obstacleOf(file, "recordAttempt")}
          onOpen={() => setOpen(true)}
        />
      )}
      {attempts.length === 0 && <p className={styles.reason}>{t("noShows.attempt.empty")}</p>}
      <ul className={styles.list} aria-label={t("noShows.attempt.title")} style={{ marginTop: 8 }}>
        {attempts.map((attempt) => (
          <AttemptItem key={attempt.id} attempt={attempt} enrolleeId={enrolleeId} />
        ))}
      </ul>
    </Panel>
  );
}

function AttemptItem({
  attempt,
  enrolleeId,
}: {
  readonly attempt: AttemptView;
  readonly enrolleeId: string;
}) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { id, happenedOn, method, outcome, promisedOn, madeBy, content, recordedBy, recordedAt, annulled } =
    attempt;
  const what = `${dayText(happenedOn)} ${labelOf(ATTEMPT_METHODS, method)}`;
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>
          {what}　<strong>{labelOf(ATTEMPT_OUTCOMES, outcome)}</strong>
        </span>
        {promisedOn !== null && <span>{t("noShows.attempt.promised", { day: dayText(promisedOn) })}</span>}
        <span className={styles.spring} />
        {annulled === null && (
          <AnnulFact matter={noShowMatter(enrolleeId)} fact="attempt" factId={id} what={what} />
        )}
      </div>
      {content !== null && <p className={styles.words}>{content}</p>}
      <p className={styles.small}>
        {[
          t("noShows.attempt.by", { name: madeBy }),
          t("noShows.recordedBy", { who: recordedBy ?? "", moment: momentText(recordedAt) }),
        ].join("　")}
      </p>
      <Annulled annulled={annulled} />
    </li>
  );
}

interface Values {
  readonly happenedOn: string | null;
  readonly method: AttemptMethod;
  readonly outcome: AttemptOutcome;
  readonly promisedOn: string | null;
  readonly madeBy: string;
  readonly content: string;
}

interface AttemptFormProps {
  readonly enrolleeId: string;
  readonly onClose: () => void;
}

function AttemptForm({ enrolleeId, onClose }: AttemptFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(noShowsEndpoints.recordAttempt, {
    request: ({ happenedOn, promisedOn, ...values }: Values) => ({
      params: { id: enrolleeId },
      body: { id, happenedOn: happenedOn ?? "", promisedOn: promisedOn ?? null, ...values },
    }),
    invalidates: changedByNoShow,
    onDone: onClose,
  });
  const outcome = Form.useWatch("outcome", form);
  return (
    <InlineForm
      label={t("noShows.attempt.record")}
      form={form}
      initial={{
        happenedOn: session.today,
        method: "call",
        outcome: "not_reached",
        promisedOn: null,
        madeBy: session.account.displayName,
        content: "",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item className={styles.wide ?? ""} name="method" label={t("noShows.attempt.method")} required>
        <Radio.Group
          options={ATTEMPT_METHODS.map(({ code }) => ({
            value: code,
            label: labelOf(ATTEMPT_METHODS, code),
          }))}
        />
      </Form.Item>
      <Form.Item name="happenedOn" label={t("noShows.attempt.happenedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="madeBy" label={t("noShows.attempt.madeBy")} required>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="outcome" label={t("noShows.attempt.outcome")} required>
        <Select
          options={ATTEMPT_OUTCOMES.map(({ code }) => ({
            value: code,
            label: labelOf(ATTEMPT_OUTCOMES, code),
          }))}
        />
      </Form.Item>
      {outcome === "promised" && (
        <Form.Item name="promisedOn" label={t("noShows.attempt.promisedOn")} required>
          <DayInput clearable />
        </Form.Item>
      )}
      <Form.Item
        className={styles.wide ?? ""}
        name="content"
        label={t("noShows.attempt.content")}
        extra={t("noShows.attempt.contentHelp")}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </InlineForm>
  );
}
