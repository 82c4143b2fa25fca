import type { Decision, DecisionAction, ImportRow } from "@rehab/schema/imports";
import { Corrections } from "@rehab/schema/imports";
import { Button, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useKeys } from "../../../lib/keys.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import styles from "./decision-form.module.css";

export type DecisionInput = z.input<typeof Decision>;
export type Draft = Partial<Pick<DecisionInput, "action" | "reason" | "set">>;

interface DecisionFormProps {
  readonly row: ImportRow;
  /** What was typed before for this row. */
  readonly draft: Draft;
  readonly pending: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onDecide: (decision: DecisionInput) => void;
}

export const actionKeys: Record<DecisionAction, string> = {
  accept: "a",
  correct: "c",
  reject: "r",
  return_to_police: "b",
  same_order: "s",
};

type CorrectionField = keyof z.output<typeof Corrections>;
const correctionFields = Object.keys(Corrections.shape) as CorrectionField[];
const days: ReadonlySet<CorrectionField> = new Set(["receivedOn", "happenedOn"]);

/** What may be corrected about an issue with a column: who it is needs the name or the number. */
const correctionsFor: Readonly<Record<string, readonly CorrectionField[]>> = {
  name: ["name", "idNumber"],
  idNumber: ["idNumber", "name"],
  receivedOn: ["receivedOn"],
  township: ["township"],
  residence: ["township"],
  reportedOn: ["happenedOn"],
  changedOn: ["happenedOn"],
  testedOn: ["happenedOn"],
  visitedOn: ["happenedOn"],
  leftOn: ["happenedOn"],
  spentOn: ["happenedOn"],
  heldOn: ["happenedOn"],
};

/** The fields that a correction of this row may set: those its issues are about. */
export function correctableFields(row: ImportRow): readonly CorrectionField[] {
  const named = row.issues.flatMap(({ field }) => (field === null ? [] : (correctionsFor[field] ?? [])));
  return named.length > 0 ? [...new Set(named)] : correctionFields;
}

/** How a waiting row is to be handled, and why. */
export function DecisionForm({ row, draft, pending, onDraft, onDecide }: DecisionFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const action = Form.useWatch("action", form);
  const hint = action && t(`imports.reasonHints.${action}`);

  const focusReason = () => (form.getFieldInstance("reason") as HTMLElement | undefined)?.focus();

  useKeys((key) => {
    const chosen = row.allowedActions.find((allowed) => actionKeys[allowed] === key);
    if (chosen === undefined) return false;
    form.setFieldValue("action", chosen);
    onDraft(form.getFieldsValue());
    focusReason();
    return true;
  });

  const submit = (values: Draft) => {
    if (values.action === undefined) return;
    const { action, reason = "" } = values;
    const filled = Object.entries(values.set ?? {}).filter(
      ([, value]) => value !== undefined && value !== "",
    );
    const set = action === "correct" ? Object.fromEntries(filled) : undefined;
    onDecide({ rowId: row.id, action, reason, ...(set && { set }) });
  };

  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={submit}
      onValuesChange={(_, values) => onDraft(values)}
      initialValues={draft}
      aria-label={t("imports.decision")}
      className={styles.form ?? ""}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.submit();
      }}
    >
      <Form.Item
        name="action"
        label={t("imports.decision")}
        rules={[{ required: true, message: t("imports.chooseAction") }]}
      >
        <Radio.Group>
          {row.allowedActions.map((allowed) => (
            <Radio.Button key={allowed} value={allowed}>
              {t(`imports.actions.${allowed}`)}{" "}
              <kbd className={styles.key}>{actionKeys[allowed].toUpperCase()}</kbd>
            </Radio.Button>
          ))}
        </Radio.Group>
      </Form.Item>
      {action === "correct" && (
        <div className={styles.corrections}>
          {correctableFields(row).map((field, index) => (
            <Form.Item key={field} name={["set", field]} label={t(`imports.corrections.${field}`)}>
              {days.has(field) ? (
                <DayInput clearable autoFocus={index === 0} />
              ) : (
                <Input autoComplete="off" autoFocus={index === 0} />
              )}
            </Form.Item>
          ))}
        </div>
      )}
      <Form.Item
        name="reason"
        label={t("imports.reason")}
        rules={[{ required: true, whitespace: true, message: t("imports.reasonMissing") }]}
        extra={
          hint && (
            <Button
              type="link"
              size="small"
              className={styles.hint ?? ""}
              onClick={() => {
                form.setFieldValue("reason", hint);
                onDraft(form.getFieldsValue());
                focusReason();
              }}
            >
              {t("imports.useHint", { hint })}
            </Button>
          )
        }
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <div className={styles.submit}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t("imports.decideAndNext")}
        </Button>
        <span className={styles.soft}>{t("imports.keys")}</span>
      </div>
    </Form>
  );
}
