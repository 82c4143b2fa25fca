import { STATES_OF_MIND, VISIT_METHODS } from "@rehab/domain/visit/visit";
import type { VisitMethod } from "@rehab/domain/visit/visit";
import { visitsEndpoints } from "@rehab/schema/visits";
import type { ContactFile } from "@rehab/schema/visits";
import { AutoComplete, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { orNull } from "../../../lib/blank.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { changedByContact } from "../contact-answers.ts";

const sections = ["family", "work", "difficulties", "suggestions", "outcome"] as const;
type Section = (typeof sections)[number];

type Values = Readonly<Record<Section, string>> & {
  readonly happenedOn: string | null;
  readonly method: VisitMethod;
  readonly place: string;
  readonly interviewer: string;
  readonly secondVisitor: string;
  readonly respondent: string;
  readonly relation: string;
  /** As it reads; a word of the list is kept as its code. */
  readonly stateOfMind: string;
  readonly content: string;
  readonly nextOn: string | null;
};

interface VisitFormProps {
  readonly file: ContactFile;
  readonly onClose: () => void;
}

/** The paper form 走访记录: head, what was found, what is to be done, and the next day. */
export function VisitForm({ file, onClose }: VisitFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const minds = STATES_OF_MIND.map(({ code }) => ({ code, word: labelOf(STATES_OF_MIND, code) }));
  const { form, submit, pending, error } = useBodyForm(visitsEndpoints.record, {
    request: (values: Values) => ({
      params: { id: file.enrolleeId },
      body: {
        id,
        happenedOn: values.happenedOn ?? "",
        method: values.method,
        place: orNull(values.place),
        interviewer: values.interviewer,
        stateOfMind: minds.find(({ word }) => word === values.stateOfMind.trim())?.code ?? values.stateOfMind,
        content: values.content,
        nextOn: values.nextOn,
        details: {
          respondent: orNull(values.respondent),
          relation: orNull(values.relation),
          secondVisitor: orNull(values.secondVisitor),
          family: orNull(values.family),
          work: orNull(values.work),
          difficulties: orNull(values.difficulties),
          suggestions: orNull(values.suggestions),
          outcome: orNull(values.outcome),
        },
      },
    }),
    invalidates: changedByContact,
    onDone: onClose,
  });
  const initial: Values = {
    happenedOn: session.today,
    method: "home_visit",
    place: "",
    interviewer: session.account.displayName,
    secondVisitor: "",
    respondent: "",
    relation: "",
    stateOfMind: "",
    content: "",
    nextOn: file.proposedOn,
    family: "",
    work: "",
    difficulties: "",
    suggestions: "",
    outcome: "",
  };
  return (
    <InlineForm
      label={t("visits.visit.record")}
      form={form}
      initial={initial}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="happenedOn" label={t("visits.visit.happenedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="method" label={t("visits.visit.method")} required>
        <Select
          options={VISIT_METHODS.map(({ code }) => ({ value: code, label: labelOf(VISIT_METHODS, code) }))}
        />
      </Form.Item>
      <Form.Item name="place" label={t("visits.visit.place")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="interviewer" label={t("visits.visit.interviewer")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="secondVisitor" label={t("visits.visit.secondVisitor")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="stateOfMind" label={t("visits.visit.stateOfMind")} required>
        <AutoComplete options={minds.map(({ word }) => ({ value: word }))} maxLength={100} />
      </Form.Item>
      <Form.Item name="respondent" label={t("visits.visit.respondent")}>
        <Input maxLength={100} placeholder={t("visits.visit.respondentHelp")} />
      </Form.Item>
      <Form.Item name="relation" label={t("visits.visit.relation")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="content" label={t("visits.visit.content")} required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={12_000} />
      </Form.Item>
      {sections.map((section) => (
        <Form.Item key={section} name={section} label={t(`visits.visit.${section}`)}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={12_000} />
        </Form.Item>
      ))}
      <Form.Item name="nextOn" label={t("visits.visit.nextOn")} extra={t("visits.visit.nextOnHelp")}>
        <DayInput clearable />
      </Form.Item>
    </InlineForm>
  );
}
