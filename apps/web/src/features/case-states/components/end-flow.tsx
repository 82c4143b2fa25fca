import { TERMINATION_GROUNDS } from "@rehab/domain/supervision/case-event";
import type { TerminationGround } from "@rehab/domain/supervision/case-event";
import { addDays, plainDate } from "@rehab/domain/time/plain-date";
import { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { Form, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import styles from "../../../ui/matter.module.css";
import { QuestionFlow } from "../../../ui/question-flow.tsx";
import { changedByState } from "../state-answers.ts";
import { EndItems } from "./end-panel.tsx";

interface EndFlowProps {
  readonly file: CaseStateFile;
  readonly kind: "release" | "termination";
  readonly onClose: () => void;
}

interface Values {
  readonly ground: TerminationGround;
  readonly number: string;
  readonly decidedOn: string | null;
  readonly organ: string;
  readonly on: string | null;
  readonly pages: number;
  readonly note: string;
}

const asked = ["ground", "number", "decidedOn", "organ", "on", "pages", "note"] as const;
type Field = (typeof asked)[number];
type Step = "basis" | Field | "summary";

/** A grave act: one question after the other, and everything once more before it goes to the second person. */
export function EndFlow({ file, kind, onClose }: EndFlowProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const steps: readonly Step[] = [
    "basis",
    ...asked.filter((field) => field !== "ground" || kind === "termination"),
    "summary",
  ];
  const options = {
    invalidates: changedByState,
    onDone: onClose,
  };
  const request = ({ number, decidedOn, organ, on, pages, note }: Values) => ({
    params: { id: file.enrolleeId },
    body: { id, number, decidedOn: decidedOn ?? "", organ, on: on ?? "", pages, note },
  });
  const release = useBodyForm(caseStatesEndpoints.proposeRelease, { ...options, request });
  const termination = useBodyForm(caseStatesEndpoints.proposeTermination, {
    ...options,
    request: (values: Values) => {
      const { params, body } = request(values);
      return { params, body: { ...body, ground: values.ground } };
    },
  });
  const { form, submit, pending, error } = kind === "release" ? release : termination;
  const values: Values | undefined = Form.useWatch([], { form, preserve: true });
  const firstDay = file.end === null ? session.today : addDays(plainDate(file.end.endOn), 1);
  const isNeeded = (field: Field) =>
    field !== "note" || (kind === "termination" && values?.ground === "other");
  const item = (field: Field, step: Step) => ({
    name: field,
    label: t(`caseStates.ending.field.${field}`),
    hidden: step !== field,
    rules:
      step === field && isNeeded(field) ? [{ required: true, message: t("caseStates.ending.fill") }] : [],
  });
  const textOf = (field: Field): string => {
    const value = values?.[field];
    if (value === null || value === undefined) return "";
    if (field === "ground") return labelOf(TERMINATION_GROUNDS, String(value));
    return field === "on" || field === "decidedOn" ? dayText(String(value)) : String(value);
  };

  return (
    <QuestionFlow
      label={t(`caseStates.ending.${kind}`)}
      form={form}
      initial={{
        ground: "compulsory_isolation",
        number: "",
        decidedOn: session.today,
        organ: "",
        on: kind === "release" ? firstDay : session.today,
        pages: 1,
        note: "",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      steps={steps.map((step) => ({ step, question: t(`caseStates.ending.question.${step}`) }))}
      onSubmit={submit}
      onClose={onClose}
    >
      {(step) => (
        <>
          {step === "basis" && <Basis file={file} kind={kind} />}
          {kind === "termination" && (
            <Form.Item {...item("ground", step)}>
              <Radio.Group
                style={{ display: "grid", gap: 4 }}
                options={TERMINATION_GROUNDS.map(({ code }) => ({
                  value: code,
                  label: labelOf(TERMINATION_GROUNDS, code),
                }))}
              />
            </Form.Item>
          )}
          <Form.Item {...item("number", step)}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item {...item("decidedOn", step)}>
            <DayInput max={session.today} />
          </Form.Item>
          <Form.Item {...item("organ", step)}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            {...item("on", step)}
            extra={
              kind === "release" ? t("caseStates.ending.onRelease", { day: dayText(firstDay) }) : undefined
            }
          >
            <DayInput max={session.today} />
          </Form.Item>
          <Form.Item {...item("pages", step)}>
            <InputNumber min={1} max={99} precision={0} />
          </Form.Item>
          <Form.Item {...item("note", step)}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
          {kind === "termination" &&
            values?.ground === "compulsory_isolation" &&
            (step === "ground" || step === "summary") &&
            file.cautions.map((caution) => (
              <p key={caution} className={styles.reason}>
                {caution}
              </p>
            ))}
          {step === "summary" && (
            <>
              <FactList
                facts={steps
                  .filter((each): each is Field => each !== "basis" && each !== "summary")
                  .map((field) => ({
                    label: t(`caseStates.ending.field.${field}`),
                    value: textOf(field),
                    hideEmpty: field === "note",
                  }))}
              />
              <p className={styles.reason}>{t("caseStates.ending.afterwards")}</p>
            </>
          )}
        </>
      )}
    </QuestionFlow>
  );
}

/** What the act rests on: the state of today, and for a release the end of the term. */
function Basis({ file, kind }: Pick<EndFlowProps, "file" | "kind">) {
  const { t } = useTranslation();
  const { now, end } = file;
  return (
    <>
      {now !== null && (
        <p>
          {now.says}（{now.citation}）
        </p>
      )}
      {kind === "release" && end !== null && (
        <>
          <EndItems end={end} />
          <p className={styles.small}>{t("caseStates.end.never")}</p>
        </>
      )}
    </>
  );
}
