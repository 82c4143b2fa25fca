import type { Endpoint, RequestOf, Schema } from "@rehab/schema/endpoint";
import { App, Button, Form, Input } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { staleAfterStep, textOrNull } from "../handoff-data.ts";
import styles from "./step-form.module.css";

/** What every step's form holds. */
export interface StepValues {
  readonly happenedOn: string;
  readonly note?: string;
}

interface StepFormProps<E extends Endpoint, Values extends StepValues> {
  readonly endpoint: E;
  readonly caseId: string;
  readonly initial: Omit<Values, "happenedOn" | "note">;
  readonly dayLabel: string;
  /** What this step's form asks beside day and note, in the form of the contract. */
  readonly bodyOf: (values: Values) => Record<string, unknown>;
  /** What there is to say about the day that is entered. */
  readonly warningOf?: (happenedOn: string | undefined) => string | null;
  readonly submitLabel?: string;
  readonly children: ReactNode;
}

/** The form of one step: the day, what the step asks, a note. It is a fact once it is recorded. */
export function StepForm<E extends Endpoint & { readonly body: Schema }, Values extends StepValues>({
  endpoint,
  caseId,
  initial,
  dayLabel,
  bodyOf,
  warningOf,
  submitLabel,
  children,
}: StepFormProps<E, Values>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { today } = useSession().session;
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm<E, Values>(endpoint, {
    request: (values) =>
      ({
        params: { id: caseId },
        body: {
          id,
          happenedOn: values.happenedOn,
          note: textOrNull(values.note),
          ...bodyOf(values),
        },
      }) as unknown as RequestOf<E>,
    invalidates: staleAfterStep,
    onDone: () => void message.success(t("handoffs.done.step")),
  });
  const happenedOn = Form.useWatch("happenedOn", form) as string | undefined;
  const warning = warningOf?.(happenedOn) ?? null;

  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={submit}
      initialValues={{ ...initial, happenedOn: today, note: "" }}
    >
      <ProblemAlert error={error} />
      <div className={styles.fields}>
        <Form.Item
          name="happenedOn"
          label={dayLabel}
          required
          {...(warning !== null && { extra: <span className={styles.warning}>{warning}</span> })}
        >
          <DayInput max={today} />
        </Form.Item>
        {children}
        <Form.Item name="note" label={t("handoffs.note")} className={styles.wide ?? ""}>
          <Input autoComplete="off" maxLength={500} />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={pending}>
        {submitLabel ?? t("handoffs.record")}
      </Button>
    </Form>
  );
}
