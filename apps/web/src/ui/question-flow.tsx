import { Button, Form } from "antd";
import type { FormInstance } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./matter.module.css";

export interface QuestionStep<Step extends string> {
  /** The field that the step asks for, or the name of a step that only tells something. */
  readonly step: Step;
  readonly question: string;
}

interface QuestionFlowProps<Values extends object, Step extends string> {
  readonly label: string;
  readonly form: FormInstance<Values>;
  readonly initial: Values;
  readonly pending: boolean;
  /** What was refused as a whole. */
  readonly problem: ReactNode;
  /** In their order; the last one shows everything once more. */
  readonly steps: readonly QuestionStep<Step>[];
  /** All fields at every step, hidden where another one is asked: what was typed stays. */
  readonly children: (step: Step) => ReactNode;
  readonly onSubmit: (values: Values) => void;
  readonly onClose: () => void;
}

/** A grave act: one question after the other, and everything once more before it is submitted. */
export function QuestionFlow<Values extends object, Step extends string>(
  props: QuestionFlowProps<Values, Step>,
) {
  const { label, form, initial, pending, problem, steps, children, onSubmit, onClose } = props;
  const { t } = useTranslation();
  const name = useId();
  const [index, setIndex] = useState(0);
  const last = steps.length - 1;
  const here = steps[index];
  if (here === undefined) throw new Error("a flow of questions has a question at every step");

  // Whatever was refused is put right where it was asked: the last step hides the fields.
  const refusedAt = () => {
    const refused = form.getFieldsError().find(({ errors }) => errors.length > 0)?.name[0];
    return steps.findIndex(({ step }) => step === refused);
  };
  const toRefused = () => {
    if (refusedAt() >= 0) setIndex(refusedAt());
  };
  const back = index === last && !pending ? refusedAt() : -1;
  if (back >= 0) setIndex(back);

  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      className={styles.form ?? ""}
      aria-label={label}
      initialValues={initial}
      onFinish={(all) => {
        if (index < last) {
          setIndex(index + 1);
          return;
        }
        onSubmit(all);
        toRefused();
      }}
      onFinishFailed={toRefused}
    >
      <p className={styles.small}>{t("noShows.referral.step", { step: index + 1, total: steps.length })}</p>
      <Question key={here.step} text={here.question} />
      {problem}
      {children(here.step)}
      <div className={styles.buttons} style={{ marginTop: 12 }}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t(index === last ? "noShows.referral.submit" : "noShows.referral.next")}
        </Button>
        {index > 0 && <Button onClick={() => setIndex(index - 1)}>{t("noShows.referral.previous")}</Button>}
        <Button type="text" onClick={onClose}>
          {t("noShows.referral.cancel")}
        </Button>
      </div>
    </Form>
  );
}

/** The question of a step; it takes the focus, so that a reader hears what is asked now. */
function Question({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} style={{ outline: "none", marginBottom: 8 }}>
      {text}
    </h3>
  );
}
