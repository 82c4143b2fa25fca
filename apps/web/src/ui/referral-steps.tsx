import { Button, Form, Input } from "antd";
import type { FormInstance } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FactList } from "./fact-list.tsx";
import styles from "./matter.module.css";

export interface ReferralValues {
  readonly letterNumber: string;
  readonly organ: string;
  readonly note: string;
}

interface ReferralStepsProps {
  readonly form: FormInstance<ReferralValues>;
  readonly pending: boolean;
  /** What was refused as a whole. */
  readonly problem: ReactNode;
  readonly sentence: string;
  readonly citation: string;
  /** The parts of the packet. */
  readonly packet: ReactNode;
  readonly cautions: readonly string[];
  readonly onSubmit: (values: ReferralValues) => void;
  readonly onClose: () => void;
}

const steps = ["basis", "letter", "organ", "note", "summary"] as const;
type Step = (typeof steps)[number];

/** A grave act: one question after the other, and everything once more before it is submitted. */
export function ReferralSteps(props: ReferralStepsProps) {
  const { form, pending, problem, sentence, citation, packet, cautions, onSubmit, onClose } = props;
  const { t } = useTranslation();
  const name = useId();
  const [index, setIndex] = useState(0);
  const step = steps[index] ?? "basis";
  const values: ReferralValues | undefined = Form.useWatch([], form);

  // Only the question that is asked can hold the flow up.
  const required = (asked: Step, message: string) =>
    step === asked ? [{ required: true, whitespace: true, message }] : [];

  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      className={styles.form ?? ""}
      aria-label={t("noShows.referral.propose")}
      initialValues={{ letterNumber: "", organ: "", note: "" }}
      onFinish={(all) => (step === "summary" ? onSubmit(all) : setIndex(index + 1))}
    >
      <p className={styles.small}>{t("noShows.referral.step", { step: index + 1, total: steps.length })}</p>
      <Question key={step} text={t(`noShows.referral.${step}Title`)} />
      {problem}
      {step === "basis" && (
        <>
          <p>
            {sentence}（{citation}）
          </p>
          {packet}
        </>
      )}
      <Form.Item
        name="letterNumber"
        label={t("noShows.referral.letterNumber")}
        hidden={step !== "letter"}
        rules={required("letter", t("noShows.referral.letterMissing"))}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="organ"
        label={t("noShows.referral.organ")}
        extra={t("noShows.referral.organHelp")}
        hidden={step !== "organ"}
        rules={required("organ", t("noShows.referral.organMissing"))}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="note"
        label={t("noShows.referral.note")}
        extra={t("noShows.referral.noteHelp")}
        hidden={step !== "note"}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {step === "note" && cautions.map((caution) => <p key={caution}>{caution}</p>)}
      {step === "summary" && (
        <>
          <FactList
            facts={[
              { label: t("noShows.referral.basis"), value: citation },
              { label: t("noShows.referral.letterNumber"), value: values?.letterNumber },
              { label: t("noShows.referral.organ"), value: values?.organ },
              { label: t("noShows.referral.note"), value: values?.note, hideEmpty: true },
            ]}
          />
          {packet}
          <p className={styles.reason}>{t("noShows.referral.afterwards")}</p>
        </>
      )}
      <div className={styles.buttons} style={{ marginTop: 12 }}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t(step === "summary" ? "noShows.referral.submit" : "noShows.referral.next")}
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
