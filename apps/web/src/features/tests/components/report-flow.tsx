import { testsEndpoints } from "@rehab/schema/tests";
import type { TestView } from "@rehab/schema/test-views";
import { Button, Form, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { dayText } from "../../../lib/day-text.ts";
import { FactList } from "../../../ui/fact-list.tsx";
import { changedByTests } from "../test-answers.ts";
import styles from "./tests.module.css";

interface ReportFlowProps {
  readonly enrolleeId: string;
  readonly test: TestView;
  readonly onClose: () => void;
}

interface Values {
  readonly letterNumber: string;
  readonly organ: string;
  readonly note: string;
}

const steps = ["letter", "organ", "note", "summary"] as const;
type Step = (typeof steps)[number];

/** A grave act: one question after the other, and everything once more before it is submitted. */
export function ReportFlow({ enrolleeId, test, onClose }: ReportFlowProps) {
  const { t } = useTranslation();
  const [id] = useState(() => newId());
  const [index, setIndex] = useState(0);
  const { form, submit, pending, error } = useBodyForm(testsEndpoints.proposeReport, {
    request: (values: Values) => ({ params: { id: enrolleeId, factId: test.id }, body: { id, ...values } }),
    invalidates: changedByTests,
    onDone: onClose,
  });
  const step = steps[index] ?? "letter";
  const values: Values | undefined = Form.useWatch([], form);
  // Only the question that is asked can hold the flow up.
  const required = (asked: Step, message: string) =>
    step === asked ? [{ required: true, whitespace: true, message }] : [];
  return (
    <Form
      form={form}
      name={`report-${id}`}
      layout="vertical"
      className={styles.form ?? ""}
      aria-label={t("tests.report.title")}
      initialValues={{ letterNumber: "", organ: "", note: "" }}
      onFinish={(all) => (step === "summary" ? submit(all) : setIndex(index + 1))}
    >
      <p className={styles.small}>{t("tests.report.step", { step: index + 1, total: steps.length })}</p>
      <Question key={step} text={t(`tests.report.${step}Title`)} />
      <ProblemAlert error={error} />
      <Form.Item
        name="letterNumber"
        label={t("tests.report.letterNumber")}
        hidden={step !== "letter"}
        rules={required("letter", t("tests.report.letterMissing"))}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="organ"
        label={t("tests.report.organ")}
        extra={t("tests.report.organHelp")}
        hidden={step !== "organ"}
        rules={required("organ", t("tests.report.organMissing"))}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="note"
        label={t("tests.report.note")}
        extra={t("tests.report.noteHelp")}
        hidden={step !== "note"}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {step === "summary" && (
        <>
          <FactList
            facts={[
              { label: t("tests.file.by"), value: dayText(test.on) },
              { label: t("tests.file.basis"), value: test.positive?.citation },
              { label: t("tests.report.letterNumber"), value: values?.letterNumber },
              { label: t("tests.report.organ"), value: values?.organ },
              { label: t("tests.report.note"), value: values?.note, hideEmpty: true },
            ]}
          />
          <p className={styles.soft}>{t("tests.report.why")}</p>
        </>
      )}
      <div className={styles.buttons} style={{ marginTop: 12 }}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t(step === "summary" ? "tests.report.submit" : "tests.report.next")}
        </Button>
        {index > 0 && <Button onClick={() => setIndex(index - 1)}>{t("tests.report.previous")}</Button>}
        <Button type="text" onClick={onClose}>
          {t("tests.report.cancel")}
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
