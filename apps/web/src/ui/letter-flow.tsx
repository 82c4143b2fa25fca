import { Form, Input } from "antd";
import type { FormInstance } from "antd";
import type { ReactNode } from "react";
import { FactList } from "./fact-list.tsx";
import type { Fact } from "./fact-list.tsx";
import styles from "./matter.module.css";
import { QuestionFlow } from "./question-flow.tsx";

export interface LetterValues {
  readonly letterNumber: string;
  readonly organ: string;
  readonly note: string;
}

type Asked = keyof LetterValues;
type Step = "basis" | Asked | "summary";

/** The words of one kind of letter. */
export interface LetterTexts {
  readonly label: string;
  readonly questions: Readonly<Record<Asked | "summary", string>>;
  readonly fields: Readonly<Record<Asked, string>>;
  readonly missing: Readonly<Record<"letterNumber" | "organ", string>>;
  readonly help: Readonly<Record<"organ" | "note", string>>;
  readonly afterwards: string;
}

interface LetterFlowProps {
  readonly form: FormInstance<LetterValues>;
  readonly pending: boolean;
  /** What was refused as a whole. */
  readonly problem: ReactNode;
  readonly texts: LetterTexts;
  /** What is to be looked at before anything is asked. */
  readonly basis?: { readonly question: string; readonly content: ReactNode };
  /** What the letter rests on, above the answers at the end. */
  readonly facts: readonly Fact[];
  /** What goes with the letter, below the answers at the end. */
  readonly enclosed?: ReactNode;
  readonly cautions?: readonly string[];
  readonly onSubmit: (values: LetterValues) => void;
  readonly onClose: () => void;
}

/** The letter by which the police are told something: what the office does not do alone. */
export function LetterFlow(props: LetterFlowProps) {
  const { form, pending, problem, texts, basis, facts, enclosed, cautions = [], onSubmit, onClose } = props;
  const values: LetterValues | undefined = Form.useWatch([], form);
  const questions: readonly Step[] = ["letterNumber", "organ", "note", "summary"];
  const questionOf = (step: Step) => (step === "basis" ? (basis?.question ?? "") : texts.questions[step]);
  const steps = (basis === undefined ? questions : (["basis", ...questions] as const)).map((step) => ({
    step,
    question: questionOf(step),
  }));
  const item = (field: Asked, step: Step) => ({
    name: field,
    label: texts.fields[field],
    hidden: step !== field,
    // Only the question that is asked can hold the flow up.
    rules:
      step === field && field !== "note"
        ? [{ required: true, whitespace: true, message: texts.missing[field] }]
        : [],
  });

  return (
    <QuestionFlow
      label={texts.label}
      form={form}
      initial={{ letterNumber: "", organ: "", note: "" }}
      pending={pending}
      problem={problem}
      steps={steps}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      {(step) => (
        <>
          {step === "basis" && basis?.content}
          <Form.Item {...item("letterNumber", step)}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item {...item("organ", step)} extra={texts.help.organ}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item {...item("note", step)} extra={texts.help.note}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
          {step === "note" && cautions.map((caution) => <p key={caution}>{caution}</p>)}
          {step === "summary" && (
            <>
              <FactList
                facts={[
                  ...facts,
                  { label: texts.fields.letterNumber, value: values?.letterNumber },
                  { label: texts.fields.organ, value: values?.organ },
                  { label: texts.fields.note, value: values?.note, hideEmpty: true },
                ]}
              />
              {enclosed}
              <p className={styles.reason}>{texts.afterwards}</p>
            </>
          )}
        </>
      )}
    </QuestionFlow>
  );
}
