import { APPROVAL_STATES } from "@rehab/domain/supervision/approval";
import { approvalsEndpoints } from "@rehab/schema/approvals";
import type { ApprovalRow } from "@rehab/schema/approvals";
import { breachesEndpoints } from "@rehab/schema/breaches";
import { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { Endpoint } from "@rehab/schema/endpoint";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import { testsEndpoints } from "@rehab/schema/tests";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { changedByCase } from "../../../api/changed-by-case.ts";
import { useFresh } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { momentText } from "../../../lib/day-text.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import styles from "../pages/approvals-page.module.css";

/** Whatever the proposal is about: its own page, its list, and what any fact of a case changes. */
const changed: readonly Endpoint[] = [
  noShowsEndpoints.get,
  noShowsEndpoints.list,
  breachesEndpoints.get,
  breachesEndpoints.list,
  caseStatesEndpoints.get,
  caseStatesEndpoints.listEnds,
  testsEndpoints.get,
  testsEndpoints.waiting,
  ...changedByCase,
];

const choices = ["confirm", "refuse", "withdraw"] as const;
type Choice = (typeof choices)[number];

interface DecisionBlockProps {
  readonly row: ApprovalRow;
  readonly onDone: (said: string) => void;
}

/** What the reader may do about an open proposal, and why the rest is somebody else's. */
export function DecisionBlock({ row, onDone }: DecisionBlockProps) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const [choice, setChoice] = useState<Choice>();
  const offered = choices.filter((each) =>
    ability.can(each === "withdraw" ? "create" : "update", "Approval"),
  );
  const reasonOf = (each: Choice) => row.actions.find(({ action }) => action === each)?.reason ?? null;
  if (choice !== undefined) {
    return <ChoiceForm row={row} choice={choice} onClose={() => setChoice(undefined)} onDone={onDone} />;
  }
  const allowed = offered.filter((each) => reasonOf(each) === null);
  const refused = offered.filter((each) => reasonOf(each) !== null);
  return (
    <>
      <div className={styles.buttons}>
        {allowed.map((each) => (
          <Button key={each} {...(each === "confirm" && { type: "primary" })} onClick={() => setChoice(each)}>
            {t(`approvals.${each}`)}
          </Button>
        ))}
      </div>
      {refused.map((each) => (
        <p key={each} className={styles.reason}>
          {t(`approvals.${each}`)}：{reasonOf(each)}
        </p>
      ))}
    </>
  );
}

interface ChoiceFormProps extends DecisionBlockProps {
  readonly choice: Choice;
  readonly onClose: () => void;
}

interface Values {
  /** What is being done, in words: shown beside what somebody else did first. */
  readonly decision: string;
  readonly reason: string;
}

function ChoiceForm({ row, choice, onClose, onDone }: ChoiceFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const labelOf = useCodeLabel();
  const fresh = useFresh();
  const said = {
    invalidates: changed,
    ifStale: {
      merges: false,
      savedNow: async () => {
        const { rows } = await fresh(approvalsEndpoints.list, { query: { state: "decided", limit: 100 } });
        const saved = rows.find(({ id }) => id === row.id);
        if (saved === undefined) return {};
        const decided = t("approvals.decidedAt", {
          state: labelOf(APPROVAL_STATES, saved.state),
          who: saved.decidedBy ?? "",
          moment: saved.decidedAt === null ? "" : momentText(saved.decidedAt),
        });
        return { decision: decided, reason: saved.reason ?? "" };
      },
    },
    onDone: () => {
      onDone(t(`approvals.done.${choice}`));
      onClose();
    },
  };
  const { version } = row;
  const answer = choice === "refuse" ? ("refuse" as const) : ("confirm" as const);
  const decision = useBodyForm(approvalsEndpoints.decide, {
    ...said,
    request: ({ reason }: Values) => ({
      params: { id: row.id },
      body: { version, decision: answer, reason },
    }),
  });
  const withdrawal = useBodyForm(approvalsEndpoints.withdraw, {
    ...said,
    request: ({ reason }: Values) => ({ params: { id: row.id }, body: { version, reason } }),
  });
  const { form, submit, pending, error, stale } = choice === "withdraw" ? withdrawal : decision;
  return (
    <Form
      form={form}
      name={`decision-${row.id}`}
      layout="vertical"
      className={styles.form ?? ""}
      aria-label={t(`approvals.${choice}`)}
      initialValues={{ reason: "", decision: t(`approvals.${choice}`) }}
      onFinish={submit}
    >
      <p>{t(`approvals.sure.${choice}`)}</p>
      <FormProblem
        error={error}
        stale={stale}
        form={form}
        fields={[
          { name: "decision", label: t("approvals.decision"), onlyShown: true },
          { name: "reason", label: t("approvals.reason"), onlyShown: true },
        ]}
        onDiscard={() => {
          void client.invalidateQueries({ queryKey: [approvalsEndpoints.list.name] });
          onClose();
        }}
      />
      <Form.Item name="reason" label={t(`approvals.reasonOf.${choice}`)} required={choice !== "confirm"}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" danger={choice === "refuse"} loading={pending}>
          {t(`approvals.${choice}`)}
        </Button>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}
