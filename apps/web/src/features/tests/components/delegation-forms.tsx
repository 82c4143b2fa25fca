import { TEST_METHODS, TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { TestMethod } from "@rehab/domain/testing/drug-test";
import type { RequestOf } from "@rehab/schema/endpoint";
import { testsEndpoints } from "@rehab/schema/tests";
import type { DelegationView } from "@rehab/schema/test-views";
import { Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useFresh } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { changedByTests } from "../test-answers.ts";

interface DelegateValues {
  readonly method: TestMethod;
  readonly toPlace: string;
  readonly letterNumber: string;
  readonly requestedOn: string | null;
  readonly wantedFrom: string | null;
  readonly wantedTo: string | null;
  readonly reason: string;
}

interface DelegateFormProps {
  readonly enrolleeId: string;
  readonly onClose: () => void;
}

/** Asks another place to make a test. */
export function DelegateForm({ enrolleeId, onClose }: DelegateFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(testsEndpoints.delegate, {
    request: ({ requestedOn, wantedFrom, wantedTo, ...values }: DelegateValues) => ({
      params: { id: enrolleeId },
      body: {
        id,
        requestedOn: requestedOn ?? "",
        wantedFrom: wantedFrom ?? "",
        wantedTo: wantedTo ?? "",
        ...values,
      },
    }),
    invalidates: changedByTests,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("tests.file.delegate")}
      form={form}
      initial={{
        method: "urine",
        toPlace: "",
        letterNumber: "",
        requestedOn: session.today,
        wantedFrom: session.today,
        wantedTo: null,
        reason: "",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item className={styles.wide ?? ""} name="method" label={t("tests.form.method")} required>
        <Radio.Group
          options={TEST_METHODS.map(({ code }) => ({ value: code, label: labelOf(TEST_METHODS, code) }))}
        />
      </Form.Item>
      <Form.Item name="toPlace" label={t("tests.form.toPlace")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="letterNumber" label={t("tests.form.letterNumber")} required>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="requestedOn" label={t("tests.form.delegateOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="wantedFrom" label={t("tests.form.wantedFrom")} required>
        <DayInput />
      </Form.Item>
      <Form.Item name="wantedTo" label={t("tests.form.wantedTo")} required>
        <DayInput clearable />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="reason" label={t("tests.form.delegateReason")} required>
        <Input maxLength={500} />
      </Form.Item>
    </InlineForm>
  );
}

type Body = RequestOf<typeof testsEndpoints.updateDelegation>["body"];
export type DelegationStep = Body["step"];
type StepValues = Readonly<Record<string, string | null>>;

interface DelegationStepFormProps extends DelegateFormProps {
  readonly delegation: DelegationView;
  readonly step: DelegationStep;
}

/** The acceptance, the receipt or the withdrawal of a delegation. */
export function DelegationStepForm({ enrolleeId, delegation, step, onClose }: DelegationStepFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const fresh = useFresh();
  const [testId] = useState(() => newId());
  const { form, submit, pending, error, stale } = useBodyForm(testsEndpoints.updateDelegation, {
    request: (values: StepValues) => ({
      params: { id: enrolleeId, factId: delegation.id },
      body: { ...values, step, version: delegation.version, ...(step === "receipt" && { testId }) } as Body,
    }),
    invalidates: changedByTests,
    ifStale: {
      merges: false,
      savedNow: async () => {
        const { delegations } = await fresh(testsEndpoints.get, { params: { id: enrolleeId } });
        const saved = delegations.find((each) => each.id === delegation.id);
        return saved === undefined ? {} : savedBy(step, saved);
      },
    },
    onDone: onClose,
  });
  const initial: Readonly<Record<DelegationStep, StepValues>> = {
    accept: { acceptedOn: session.today, acceptedBy: "" },
    receipt: {
      testedOn: null,
      result: null,
      receiptOn: session.today,
      receiptNumber: "",
      tester: "",
      secondTester: "",
    },
    cancel: { cancelledOn: session.today, reason: "" },
  };
  return (
    <InlineForm
      label={t(`tests.delegation.${step}`)}
      form={form}
      initial={initial[step]}
      pending={pending}
      problem={
        <FormProblem
          error={error}
          stale={stale}
          form={form}
          fields={[
            { name: "acceptedOn", label: t("tests.form.acceptedOn"), text: dayOf },
            { name: "acceptedBy", label: t("tests.form.acceptedBy") },
            {
              name: "result",
              label: t("tests.form.result"),
              text: (code) => labelOf(TEST_RESULTS, String(code)),
            },
            { name: "receiptOn", label: t("tests.form.receiptOn"), text: dayOf },
            { name: "receiptNumber", label: t("tests.form.receiptNumber") },
            { name: "cancelledOn", label: t("tests.form.cancelledOn"), text: dayOf },
            { name: "reason", label: t("tests.form.cancelReason") },
          ]}
          onDiscard={onClose}
        />
      }
      onSubmit={submit}
      onCancel={onClose}
    >
      {step === "accept" && (
        <>
          <Form.Item name="acceptedOn" label={t("tests.form.acceptedOn")} required>
            <DayInput max={session.today} />
          </Form.Item>
          <Form.Item name="acceptedBy" label={t("tests.form.acceptedBy")} required>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        </>
      )}
      {step === "receipt" && (
        <>
          <Form.Item className={styles.wide ?? ""} name="result" label={t("tests.form.result")} required>
            <Radio.Group
              options={(["negative", "positive", "invalid"] as const).map((value) => ({
                value,
                label: labelOf(TEST_RESULTS, value),
              }))}
            />
          </Form.Item>
          <Form.Item name="testedOn" label={t("tests.form.testedOn")} required>
            <DayInput max={session.today} clearable />
          </Form.Item>
          <Form.Item name="receiptOn" label={t("tests.form.receiptOn")} required>
            <DayInput max={session.today} />
          </Form.Item>
          <Form.Item name="receiptNumber" label={t("tests.form.receiptNumber")} required>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="tester" label={t("tests.head.tester")} required>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="secondTester" label={t("tests.head.secondTester")} required>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </>
      )}
      {step === "cancel" && (
        <>
          <Form.Item name="cancelledOn" label={t("tests.form.cancelledOn")} required>
            <DayInput max={session.today} />
          </Form.Item>
          <Form.Item
            className={styles.wide ?? ""}
            name="reason"
            label={t("tests.form.cancelReason")}
            required
          >
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    </InlineForm>
  );
}

const dayOf = (day: unknown) => dayText(String(day));

/** What the step asks for, as it is recorded by now. */
function savedBy(step: DelegationStep, saved: DelegationView): StepValues {
  const { acceptedOn, acceptedBy, result, receiptOn, receiptNumber, cancelledOn, cancelReason } = saved;
  if (step === "accept") return { acceptedOn, acceptedBy };
  return step === "receipt" ? { result, receiptOn, receiptNumber } : { cancelledOn, reason: cancelReason };
}
