import { TEST_METHODS, TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { TestMethod, TestResult } from "@rehab/domain/testing/drug-test";
import { testsEndpoints } from "@rehab/schema/tests";
import type { TestFile } from "@rehab/schema/test-views";
import { Checkbox, Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { changedByTests } from "../test-answers.ts";
import { TesterFields } from "./tester-fields.tsx";

interface Values {
  readonly happenedOn: string | null;
  readonly method: TestMethod;
  readonly result: TestResult;
  readonly place: string;
  readonly tester: string;
  readonly secondTester: string;
  readonly womanCollector?: string | null;
  readonly sex?: "male" | "female" | null;
  readonly sampleNumber?: string;
  readonly sampleB?: string;
  readonly sealed?: boolean;
  readonly laboratory?: string;
  readonly sentOn?: string | null;
  readonly reason?: string;
  readonly note: string;
}

interface TestFormProps {
  readonly file: TestFile;
  readonly onClose: () => void;
}

/** One test of a person: a strip on the spot, or a sample that goes to a laboratory. */
export function TestForm({ file, onClose }: TestFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(testsEndpoints.record, {
    request: ({ happenedOn, sentOn, womanCollector, sex, sealed, ...values }: Values) => ({
      params: { id: file.enrolleeId },
      body: {
        id,
        happenedOn: happenedOn ?? "",
        sentOn: sentOn ?? null,
        womanCollector: womanCollector ?? null,
        sex: sex ?? null,
        sealed: sealed ?? false,
        ...values,
      },
    }),
    invalidates: changedByTests,
    onDone: onClose,
  });
  const method = Form.useWatch("method", form) ?? "urine";
  const result = Form.useWatch("result", form) ?? "negative";
  const sex = Form.useWatch("sex", form) ?? file.sex;
  const taken = result !== "refused" && result !== "absent";
  const isHair = method === "hair";
  const isSent = result === "pending";
  return (
    <InlineForm
      label={t("tests.file.record")}
      form={form}
      initial={{
        happenedOn: session.today,
        method: "urine",
        result: "negative",
        place: session.account.stationName ?? "",
        tester: session.account.displayName,
        secondTester: "",
        note: "",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="method" label={t("tests.form.method")} required>
        <Radio.Group
          options={TEST_METHODS.map(({ code }) => ({ value: code, label: labelOf(TEST_METHODS, code) }))}
          onChange={(event) => {
            if (event.target.value === "hair") form.setFieldValue("result", "pending");
          }}
        />
      </Form.Item>
      <Form.Item name="result" label={t("tests.form.result")} required>
        <Select
          options={TEST_RESULTS.map(({ code }) => ({ value: code, label: labelOf(TEST_RESULTS, code) }))}
        />
      </Form.Item>
      <Form.Item name="happenedOn" label={t("tests.form.happenedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="place" label={t("tests.head.place")} required>
        <Input maxLength={100} />
      </Form.Item>
      {file.sex === null && taken && (
        <Form.Item name="sex" label={t("tests.form.sex")} required>
          <Radio.Group
            options={[
              { value: "male", label: t("common.male") },
              { value: "female", label: t("common.female") },
            ]}
          />
        </Form.Item>
      )}
      <TesterFields women={method === "urine" && taken && sex !== "male" ? 1 : 0} />
      {taken && (isHair || isSent) && (
        <Form.Item name="sampleNumber" label={t("tests.form.sampleNumber")} required>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      {taken && isHair && (
        <>
          <Form.Item name="sampleB" label={t("tests.form.sampleB")} required>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item className={styles.wide ?? ""} name="sealed" valuePropName="checked">
            <Checkbox>{t("tests.form.sealed")}</Checkbox>
          </Form.Item>
        </>
      )}
      {isSent && (
        <>
          <Form.Item name="laboratory" label={t("tests.form.laboratory")} required>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="sentOn" label={t("tests.form.sentOn")} required>
            <DayInput max={session.today} clearable />
          </Form.Item>
        </>
      )}
      {(!taken || result === "invalid") && (
        <Form.Item className={styles.wide ?? ""} name="reason" label={t("tests.form.reason")}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item className={styles.wide ?? ""} name="note" label={t("tests.form.note")}>
        <Input maxLength={500} />
      </Form.Item>
    </InlineForm>
  );
}
