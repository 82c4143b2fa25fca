import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import type { AttemptMethod } from "@rehab/domain/handoff/contact-attempt";
import { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { Annulled } from "../../../ui/annul-dialog.tsx";
import { AnnulFact } from "../../../parts/matter/annul-fact.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm, Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { changedByState, stateMatter } from "../state-answers.ts";

/** How the person was sought, latest first: what a loss of contact is shown by. */
export function SearchPanel({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t("caseStates.search.title")}>
      <p className={styles.small}>{t("caseStates.search.help")}</p>
      {open ? (
        <SearchForm enrolleeId={file.enrolleeId} onClose={() => setOpen(false)} />
      ) : (
        <Opener
          label={t("caseStates.action.search")}
          obstacle={obstacleOf(file, "search")}
          onOpen={() => setOpen(true)}
        />
      )}
      {file.attempts.length === 0 && <p className={styles.reason}>{t("caseStates.search.empty")}</p>}
      <ul className={styles.list} aria-label={t("caseStates.search.title")} style={{ marginTop: 8 }}>
        {file.attempts.map(({ id, happenedOn, method, outcome, madeBy, content, annulled }) => {
          const what = `${dayText(happenedOn)} ${labelOf(ATTEMPT_METHODS, method)} ${labelOf(ATTEMPT_OUTCOMES, outcome)}`;
          return (
            <li key={id} className={classNames(styles.item, annulled !== null && styles.annulled)}>
              <div className={styles.line}>
                <span className={styles.words}>{what}</span>
                <span className={styles.spring} />
                {annulled === null && (
                  <AnnulFact matter={stateMatter(file.enrolleeId)} fact="attempt" factId={id} what={what} />
                )}
              </div>
              <p className={styles.small}>{[madeBy, content].filter(Boolean).join("　")}</p>
              <Annulled annulled={annulled} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

interface Values {
  readonly happenedOn: string | null;
  readonly method: AttemptMethod;
  readonly outcome: "reached" | "relative_reached" | "not_reached";
  readonly madeBy: string;
  readonly content: string;
}

const outcomes = ["not_reached", "relative_reached", "reached"] as const;

function SearchForm({ enrolleeId, onClose }: { readonly enrolleeId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(caseStatesEndpoints.search, {
    request: ({ happenedOn, ...values }: Values) => ({
      params: { id: enrolleeId },
      body: { id, happenedOn: happenedOn ?? "", ...values },
    }),
    invalidates: changedByState,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("caseStates.action.search")}
      form={form}
      initial={{
        happenedOn: session.today,
        method: "call",
        outcome: "not_reached",
        madeBy: session.account.displayName,
        content: "",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="happenedOn" label={t("caseStates.search.happenedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="method" label={t("caseStates.search.method")} required>
        <Select
          options={ATTEMPT_METHODS.map(({ code }) => ({
            value: code,
            label: labelOf(ATTEMPT_METHODS, code),
          }))}
        />
      </Form.Item>
      <Form.Item name="outcome" label={t("caseStates.search.outcome")} required>
        <Select options={outcomes.map((code) => ({ value: code, label: labelOf(ATTEMPT_OUTCOMES, code) }))} />
      </Form.Item>
      <Form.Item name="madeBy" label={t("caseStates.search.madeBy")} required>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="content" label={t("caseStates.search.content")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </InlineForm>
  );
}
