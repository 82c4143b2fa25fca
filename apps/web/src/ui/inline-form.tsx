import { Button, Form } from "antd";
import type { FormInstance } from "antd";
import { useId } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./matter.module.css";

interface InlineFormProps<Values extends object> {
  readonly label: string;
  readonly form: FormInstance<Values>;
  readonly initial: Values;
  readonly pending: boolean;
  /** What was refused as a whole. */
  readonly problem: ReactNode;
  readonly onSubmit: (values: Values) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form in its place in the page: what was typed stays until it is saved or cancelled. */
export function InlineForm<Values extends object>(props: InlineFormProps<Values>) {
  const { label, form, initial, pending, problem, onSubmit, onCancel, children } = props;
  const { t } = useTranslation();
  // Fields are found by the form's name and their own: several forms can stand open in one page.
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
      {problem}
      <div className={styles.fields}>{children}</div>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t("common.save")}
        </Button>
        <Button onClick={onCancel}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}

interface OpenerProps {
  readonly label: string;
  /** Why it is not possible now. */
  readonly obstacle: string | undefined;
  readonly onOpen: () => void;
}

/** The way to a form, or why there is none. */
export function Opener({ label, obstacle, onOpen }: OpenerProps) {
  if (obstacle !== undefined) {
    return (
      <p className={styles.reason}>
        {label}：{obstacle}
      </p>
    );
  }
  return <Button onClick={onOpen}>{label}</Button>;
}
