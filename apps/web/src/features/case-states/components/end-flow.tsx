import { TERMINATION_GROUNDS } from "@rehab/domain/supervision/case-event";
import type { TerminationGround } from "@rehab/domain/supervision/case-event";
import { addDays, plainDate } from "@rehab/domain/time/plain-date";
import { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { Button, Form, Input, InputNumber, Radio } from "antd";
import { useEffect, useId, useRef, useState } from "react";
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
  const name = useId();
  const [id] = useState(() => newId());
  const [index, setIndex] = useState(0);
  const steps: readonly Step[] = [
    "basis",
    ...asked.filter((field) => field !== "ground" || kind === "termination"),
    "summary",
  ];
  const step = steps[index] ?? "basis";
  // whatever the server refuses is put right where it was asked
  const toRefused = (field: string) =>
    setIndex(
      Math.max(
        0,
        steps.findIndex((each) => each === field),
      ),
    );
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
  const item = (field: Field) => ({
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
    <Form
      form={form}
      name={name}
      layout="vertical"
      className={styles.form ?? ""}
      aria-label={t(`caseStates.ending.${kind}`)}
      initialValues={{
        ground: "compulsory_isolation",
        number: "",
        decidedOn: session.today,
        organ: "",
        on: kind === "release" ? firstDay : session.today,
        pages: 1,
        note: "",
      }}
      onFinish={(all) => {
        if (step !== "summary") setIndex(index + 1);
        else submit(all);
      }}
      onFinishFailed={({ errorFields }) => toRefused(String(errorFields[0]?.name[0] ?? step))}
    >
      <p className={styles.small}>{t("caseStates.ending.step", { step: index + 1, total: steps.length })}</p>
      <Question key={step} text={t(`caseStates.ending.question.${step}`)} />
      <ProblemAlert error={error} />
      {step === "basis" && <Basis file={file} kind={kind} />}
      {kind === "termination" && (
        <Form.Item {...item("ground")}>
          <Radio.Group
            style={{ display: "grid", gap: 4 }}
            options={TERMINATION_GROUNDS.map(({ code }) => ({
              value: code,
              label: labelOf(TERMINATION_GROUNDS, code),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item {...item("number")}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item {...item("decidedOn")}>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item {...item("organ")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        {...item("on")}
        extra={kind === "release" ? t("caseStates.ending.onRelease", { day: dayText(firstDay) }) : undefined}
      >
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item {...item("pages")}>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
      <Form.Item {...item("note")}>
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
      <div className={styles.buttons} style={{ marginTop: 12 }}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t(step === "summary" ? "caseStates.ending.submit" : "caseStates.ending.next")}
        </Button>
        {index > 0 && <Button onClick={() => setIndex(index - 1)}>{t("caseStates.ending.previous")}</Button>}
        <Button type="text" onClick={onClose}>
          {t("caseStates.ending.cancel")}
        </Button>
      </div>
    </Form>
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
