import { GOAL_RESULTS } from "@rehab/domain/help/help";
import type { GoalResult } from "@rehab/domain/help/help";
import { visitsEndpoints } from "@rehab/schema/visits";
import type { ContactFile, GoalView } from "@rehab/schema/visits";
import { Button, Form, Input } from "antd";
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

/** The goals of the plan: who sees to each, until when, and what came of it. */
export function GoalsPanel({ file }: { readonly file: ContactFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const obstacle = obstacleOf(file, "addGoal");
  return (
    <Panel title={t("visits.goal.title")}>
      {open ? (
        <GoalForm enrolleeId={file.enrolleeId} onClose={() => setOpen(false)} />
      ) : (
        <Opener label={t("visits.goal.add")} obstacle={obstacle} onOpen={() => setOpen(true)} />
      )}
      {file.goals.length === 0 && <p className={styles.reason}>{t("visits.goal.empty")}</p>}
      <ul className={styles.list} aria-label={t("visits.goal.title")} style={{ marginTop: 8 }}>
        {file.goals.map((goal) => (
          <GoalItem
            key={goal.id}
            goal={goal}
            enrolleeId={file.enrolleeId}
            editable={obstacle === undefined}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface GoalItemProps {
  readonly goal: GoalView;
  readonly enrolleeId: string;
  readonly editable: boolean;
}

function GoalItem({ goal, enrolleeId, editable }: GoalItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const [open, setOpen] = useState(false);
  const { annulled, result, overdue } = goal;
  const isOpen = result === null && annulled === null;
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>{goal.goal}</span>
        <StatusTag tone={result === null ? (overdue ? "overdue" : "running") : "done"}>
          {result === null
            ? t(overdue ? "visits.goal.overdue" : "visits.goal.running")
            : labelOf(GOAL_RESULTS, result)}
        </StatusTag>
        <span className={styles.spring} />
        {editable && isOpen && (
          <>
            {!open && (
              <Button type="link" size="small" onClick={() => setOpen(true)}>
                {t("visits.goal.close")}
              </Button>
            )}
            <AnnulContact id={goal.id} kind="goal" what={goal.goal} />
          </>
        )}
      </div>
      <p className={styles.small}>
        {t("visits.goal.until", { who: goal.responsible, day: dayText(goal.dueOn) })}
        {goal.closedOn !== null && `　${goal.closedOn}　${goal.resultNote ?? ""}`}
      </p>
      {annulled !== null && <p>{t("visits.annulled", { reason: annulled })}</p>}
      {open && <CloseForm goal={goal} enrolleeId={enrolleeId} onClose={() => setOpen(false)} />}
    </li>
  );
}

interface GoalValues {
  readonly goal: string;
  readonly responsible: string;
  readonly setOn: string | null;
  readonly dueOn: string | null;
}

function GoalForm({ enrolleeId, onClose }: { readonly enrolleeId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(visitsEndpoints.addGoal, {
    request: ({ goal, responsible, setOn, dueOn }: GoalValues) => ({
      params: { id: enrolleeId },
      body: { id, goal, responsible, setOn: setOn ?? "", dueOn: dueOn ?? "" },
    }),
    invalidates: changedByContact,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("visits.goal.add")}
      form={form}
      initial={{ goal: "", responsible: session.account.displayName, setOn: session.today, dueOn: null }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item className={styles.wide ?? ""} name="goal" label={t("visits.goal.goal")} required>
        <Input maxLength={1000} />
      </Form.Item>
      <Form.Item name="responsible" label={t("visits.goal.responsible")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="setOn" label={t("visits.goal.setOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="dueOn" label={t("visits.goal.dueOn")} required>
        <DayInput />
      </Form.Item>
    </InlineForm>
  );
}

interface CloseValues {
  readonly closedOn: string | null;
  readonly result: GoalResult;
  readonly resultNote: string;
}

interface CloseFormProps {
  readonly goal: GoalView;
  readonly enrolleeId: string;
  readonly onClose: () => void;
}

function CloseForm({ goal, enrolleeId, onClose }: CloseFormProps) {
  const fresh = useFresh();
  const { t } = useTranslation();
  const { session } = useSession();
  const closing = useBodyForm(visitsEndpoints.closeGoal, {
    request: ({ closedOn, result, resultNote }: CloseValues) => ({
      params: { id: goal.id },
      body: { version: goal.version, closedOn: closedOn ?? "", result, resultNote: orNull(resultNote) },
    }),
    invalidates: changedByContact,
    ifStale: {
      merges: false,
      savedNow: async () => {
        const { goals } = await fresh(visitsEndpoints.ofPerson, { params: { id: enrolleeId } });
        const saved = goals.find(({ id }) => id === goal.id);
        if (saved === undefined || saved.result === null) return {};
        return { result: saved.result, closedOn: saved.closedOn, resultNote: saved.resultNote ?? "" };
      },
    },
    onDone: onClose,
  });
  return (
    <ClosingForm
      label={t("visits.goal.close")}
      closing={closing}
      initial={{ closedOn: session.today, result: "achieved", resultNote: "" }}
      result={{ name: "result", label: t("visits.goal.result"), codes: GOAL_RESULTS }}
      day={{ name: "closedOn", label: t("visits.goal.closedOn") }}
      note={{ name: "resultNote", label: t("visits.goal.resultNote") }}
      onClose={onClose}
    />
  );
}
