import { Button, Form } from "antd";
import type { FormInstance } from "antd";
import { useId } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/problems.tsx";
import styles from "./tests.module.css";

interface InlineFormProps<Values extends object> {
  readonly label: string;
  readonly form: FormInstance<Values>;
  readonly initial: Values;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (values: Values) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form in its place in the page: what was typed stays until it is saved or cancelled. */
export function InlineForm<Values extends object>(props: InlineFormProps<Values>) {
  const { label, form, initial, pending, error, onSubmit, onCancel, children } = props;
  const { t } = useTranslation();
  const name = useId();
  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      aria-label={label}
      className={styles.form ?? ""}
      initialValues={initial}
      onFinish={onSubmit}
    >
      <ProblemAlert error={error} />
      <div className={styles.formFields}>{children}</div>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t("common.save")}
        </Button>
        <Button onClick={onCancel}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}
