import type { RequestOf, ResponseOf } from "@rehab/schema/endpoint";
import { lawEndpoints } from "@rehab/schema/law";
import type { LawContent, LawVersionDraft } from "@rehab/schema/law-version";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemError } from "../../../api/problem-error.ts";
import { ProblemAlert, fieldErrorsOf } from "../../../api/problems.tsx";
import { useAction } from "../../../api/query.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { Panel } from "../../../ui/panel.tsx";
import styles from "../pages/law-page.module.css";
import { ContentFields } from "./content-fields.tsx";
import { PreviewPanel } from "./preview-panel.tsx";

export type VersionSubject = LawVersionDraft["subject"];
type Body = RequestOf<typeof lawEndpoints.addVersion>["body"];
type Preview = ResponseOf<typeof lawEndpoints.preview>;

interface VersionFormProps {
  readonly subject: VersionSubject;
  readonly code: string;
  /** What holds now; null for a year whose holidays are not published. */
  readonly current: LawContent | null;
  readonly today: string;
  readonly onSaved: (saved: ResponseOf<typeof lawEndpoints.addVersion>) => void;
  readonly onCancel: () => void;
}

interface Values {
  readonly inForceFrom: string | null;
  readonly basis: string;
  readonly lateReason: string;
  readonly content: Record<string, unknown>;
}

/** The next version: what it says, then whom it touches, and only then the button that saves it. */
export function VersionForm({ subject, code, current, today, onSaved, onCancel }: VersionFormProps) {
  const { t } = useTranslation();
  const [id] = useState(() => newId());
  const [preview, setPreview] = useState<Preview>();
  // the contract checks whatever was typed before it is sent
  const bodyOf = ({ content, basis, ...rest }: Values) =>
    ({
      ...rest,
      id,
      subject,
      basis: subject === "holidays" ? content["source"] : basis,
      // what a rule has no field for, such as the period of one without a clock, stays as it is
      content: { ...(subject === "rule" && current), ...content, ...fixedContent(subject, code) },
    }) as unknown as Body;
  const { form, submit, pending, error } = useBodyForm(lawEndpoints.preview, {
    request: (values: Values) => ({ body: bodyOf(values) }),
    onDone: setPreview,
  });
  const save = useAction(lawEndpoints.addVersion, {
    quiet: true,
    invalidates: [lawEndpoints.list, lawEndpoints.people],
    onDone: onSaved,
  });
  const saveFields = save.error instanceof ProblemError ? fieldErrorsOf(save.error.problem) : [];
  const saveNow = () =>
    save.mutate(
      { body: bodyOf(form.getFieldsValue(true) as Values) },
      {
        onError: (refusal) => {
          if (!(refusal instanceof ProblemError)) return;
          const fields = fieldErrorsOf(refusal.problem);
          form.setFields(fields);
          if (fields[0]) form.scrollToField(fields[0].name, { focus: true });
        },
      },
    );

  return (
    <Panel title={t("law.addTitle")}>
      <p className={styles.soft}>{t("law.addHelp")}</p>
      <Form
        form={form}
        name="law-version"
        layout="vertical"
        aria-label={t("law.addTitle")}
        initialValues={{ inForceFrom: null, basis: "", lateReason: "", content: current ?? {} }}
        onFinish={submit}
        onValuesChange={(changed: Partial<Values>) => {
          // a reason changes nothing for anybody
          if (changed.lateReason === undefined && changed.basis === undefined) setPreview(undefined);
        }}
      >
        <ProblemAlert error={error} />
        <div className={styles.fields}>
          <ContentFields subject={subject} current={current} />
          <DayAndBasis subject={subject} today={today} />
        </div>
        <div className={styles.buttons}>
          <Button type={preview === undefined ? "primary" : "default"} htmlType="submit" loading={pending}>
            {t("law.preview")}
          </Button>
          <Button onClick={onCancel}>{t("common.cancel")}</Button>
        </div>
      </Form>
      {preview && (
        <div className={styles.preview} role="status">
          <PreviewPanel preview={preview} />
          <ProblemAlert error={saveFields.length > 0 ? null : save.error} />
          <Button type="primary" loading={save.isPending} onClick={saveNow}>
            {t("law.save")}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface DayAndBasisProps {
  readonly subject: VersionSubject;
  readonly today: string;
}

function DayAndBasis({ subject, today }: DayAndBasisProps) {
  const { t } = useTranslation();
  const from = Form.useWatch<string | null>("inForceFrom") ?? today;
  const isNotice = subject === "holidays";
  return (
    <>
      <Form.Item
        name="inForceFrom"
        label={t(isNotice ? "law.publishedOn" : "law.inForceFrom")}
        required
        {...(!isNotice && { extra: t("law.inForceFromHelp") })}
      >
        <DayInput />
      </Form.Item>
      {/* a notice is its own document */}
      {!isNotice && (
        <Form.Item name="basis" label={t("law.basis")} required extra={t("law.basisHelp")}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      {from < today && (
        <Form.Item
          className={styles.wide ?? ""}
          name="lateReason"
          label={t("law.lateReason")}
          required={!isNotice}
          extra={t("law.lateReasonHelp")}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
    </>
  );
}

/** What a version is about stands in the address and is not typed. */
function fixedContent(subject: VersionSubject, code: string): Record<string, unknown> {
  switch (subject) {
    case "rule":
      return { ruleId: code };
    case "test_plan":
      return { measure: code };
    case "setting":
      return { key: code };
    case "holidays":
      return { year: Number(code) };
  }
}
