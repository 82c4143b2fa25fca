import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { RequestOf } from "@rehab/schema/endpoint";
import { testsEndpoints } from "@rehab/schema/tests";
import { Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { changedByTests } from "../test-answers.ts";

type StepBody = RequestOf<typeof testsEndpoints.recordStep>["body"];

interface FormProps {
  readonly enrolleeId: string;
  readonly testId: string;
  readonly onClose: () => void;
}

/** The second person's opinion of a positive result. */
export function ReviewForm({ enrolleeId, testId, onClose }: FormProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(testsEndpoints.review, {
    request: (values: {
      outcome: "confirmed" | "not_confirmed";
      happenedOn: string | null;
      note: string;
    }) => ({
      params: { id: enrolleeId, factId: testId },
      body: { id, ...values, happenedOn: values.happenedOn ?? "" },
    }),
    invalidates: changedByTests,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("tests.file.actions.review")}
      form={form}
      initial={{ outcome: "confirmed", happenedOn: session.today, note: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="outcome" label={t("tests.form.outcome")} required>
        <Radio.Group
          options={(["confirmed", "not_confirmed"] as const).map((value) => ({
            value,
            label: t(`tests.form.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="happenedOn" label={t("tests.form.reviewedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="note" label={t("tests.form.reviewNote")}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </InlineForm>
  );
}

interface StepValues {
  readonly happenedOn: string | null;
  readonly note: string;
  readonly result?: "negative" | "positive" | "invalid";
  readonly reportNumber?: string;
  readonly laboratory?: string;
  readonly organ?: string;
  readonly decision?: "continue" | "isolation" | "other";
  readonly number?: string;
}

interface StepFormProps extends FormProps {
  readonly kind: StepBody["kind"];
  readonly label: string;
  /** Where the sample was sent. */
  readonly laboratory: string;
}

const finalResults = ["negative", "positive", "invalid"] as const;

/** What a laboratory, a re-test or the police answered. */
export function StepForm({ enrolleeId, testId, kind, label, laboratory, onClose }: StepFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(testsEndpoints.recordStep, {
    request: (values: StepValues) => ({
      params: { id: enrolleeId, factId: testId },
      body: { ...values, id, kind, happenedOn: values.happenedOn ?? "" } as StepBody,
    }),
    invalidates: changedByTests,
    onDone: onClose,
  });
  const answersWithResult = kind === "lab_result" || kind === "retest_result";
  return (
    <InlineForm
      label={label}
      form={form}
      initial={
        {
          happenedOn: session.today,
          note: "",
          ...(answersWithResult && { laboratory, reportNumber: "" }),
          ...(kind === "retest_requested" && { organ: "" }),
          ...(kind === "police_answered" && { decision: "continue", number: "" }),
        } satisfies StepValues
      }
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      {answersWithResult && (
        <>
          <Form.Item className={styles.wide ?? ""} name="result" label={t("tests.form.result")} required>
            <Radio.Group
              options={finalResults.map((value) => ({ value, label: labelOf(TEST_RESULTS, value) }))}
            />
          </Form.Item>
          <Form.Item name="laboratory" label={t("tests.form.laboratory")} required>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="reportNumber" label={t("tests.form.reportNumber")} required>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </>
      )}
      {kind === "retest_requested" && (
        <Form.Item name="organ" label={t("tests.form.organ")} required>
          <Input maxLength={100} />
        </Form.Item>
      )}
      {kind === "police_answered" && (
        <>
          <Form.Item
            className={styles.wide ?? ""}
            name="decision"
            label={t("tests.form.decision")}
            extra={t("tests.form.decisionHelp")}
            required
          >
            <Radio.Group
              options={(["continue", "isolation", "other"] as const).map((value) => ({
                value,
                label: t(`tests.form.decisions.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="number" label={t("tests.form.decisionNumber")}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name="happenedOn" label={t("tests.form.happenedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="note" label={t("tests.form.note")}>
        <Input maxLength={1000} />
      </Form.Item>
    </InlineForm>
  );
}
