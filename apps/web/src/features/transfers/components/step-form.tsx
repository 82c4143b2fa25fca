import { TRANSFER_MATERIALS } from "@rehab/domain/handoff/transfer";
import type { TransferMaterial, TransferStep } from "@rehab/domain/handoff/transfer";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { Endpoint } from "@rehab/schema/endpoint";
import { transfersEndpoints } from "@rehab/schema/transfers";
import type { Transfer } from "@rehab/schema/transfers";
import { Button, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { useFresh } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import styles from "./transfers.module.css";

/** Everything that tells about a transfer or the case behind it. */
export const changedByTransfers: readonly Endpoint[] = [
  transfersEndpoints.list,
  transfersEndpoints.ofPerson,
  enrolleesEndpoints.get,
  enrolleesEndpoints.timeline,
  enrolleesEndpoints.search,
];

interface StepFormProps {
  readonly transfer: Transfer;
  readonly step: TransferStep;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The one form of a step: its day, and what the step asks beside it. */
export function StepForm({ transfer, step, onDone, onClose }: StepFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { today } = useSession().session;
  const { form, submit, pending, error, stale } = useStep(transfer, step, onDone);
  const dayField = dayFields[step];

  return (
    <section className={styles.step} aria-label={t(`transfers.steps.${step}`)}>
      <FormProblem
        error={error}
        stale={stale}
        form={form}
        fields={[
          { name: dayField, label: t(`transfers.day.${step}`), text: (day) => dayText(String(day)) },
          { name: "letterNumber", label: t("transfers.letterNumber") },
          { name: "receiptNumber", label: t("transfers.receiptNumber") },
          { name: "receivedBy", label: t("transfers.receivedBy") },
          { name: "reason", label: t("transfers.stepReason") },
          {
            name: "materials",
            label: t("transfers.materials"),
            text: (codes) =>
              (codes as TransferMaterial[]).map((code) => labelOf(TRANSFER_MATERIALS, code)).join("、"),
          },
        ]}
        onDiscard={onClose}
      />
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ [dayField]: today, materials: transfer.materials }}
      >
        <div className={styles.grid}>
          <Form.Item name={dayField} label={t(`transfers.day.${step}`)} required>
            <DayInput max={today} />
          </Form.Item>
          {step === "send" && (
            <Form.Item name="letterNumber" label={t("transfers.letterNumber")} required>
              <Input maxLength={60} />
            </Form.Item>
          )}
          {step === "receive" && (
            <>
              <Form.Item name="receiptNumber" label={t("transfers.receiptNumber")} required>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item
                name="receivedBy"
                label={t("transfers.receivedBy")}
                required
                extra={t("transfers.receivedByHelp")}
              >
                <Input maxLength={100} />
              </Form.Item>
            </>
          )}
          {(step === "cancel" || step === "return") && (
            <Form.Item name="reason" label={t("transfers.stepReason")} required className={styles.wide ?? ""}>
              <Input maxLength={500} />
            </Form.Item>
          )}
          {step === "send" && (
            <Form.Item name="materials" label={t("transfers.materials")} className={styles.wide ?? ""}>
              <Checkbox.Group
                options={TRANSFER_MATERIALS.map(({ code }) => ({
                  value: code,
                  label: labelOf(TRANSFER_MATERIALS, code),
                }))}
              />
            </Form.Item>
          )}
        </div>
        {step === "send" && transfer.direction === "within" && (
          <p className={styles.soft}>{t("transfers.sendWithinHelp")}</p>
        )}
        {step === "receive" && <p className={styles.soft}>{t("transfers.receiveHelp")}</p>}
        <div className={styles.bar} style={{ marginTop: 8 }}>
          <Button type="primary" htmlType="submit" loading={pending} danger={step === "cancel"}>
            {t(`transfers.steps.${step}`)}
          </Button>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
        </div>
      </Form>
    </section>
  );
}

const dayFields = {
  send: "sentOn",
  receive: "receiptOn",
  acknowledge: "acknowledgedOn",
  return: "returnedOn",
  cancel: "cancelledOn",
} as const satisfies Record<TransferStep, string>;

type StepValues = Partial<Record<(typeof dayFields)[TransferStep], string>> & {
  readonly letterNumber?: string;
  readonly receiptNumber?: string;
  readonly receivedBy?: string;
  readonly reason?: string;
  readonly materials?: TransferMaterial[];
};

/** The form of a step over its endpoint; all five are there, one is shown. */
function useStep(transfer: Transfer, step: TransferStep, onDone: () => void) {
  const { id, version } = transfer;
  const fresh = useFresh();
  const ifStale = {
    merges: false,
    savedNow: async () => {
      const { transfers } = await fresh(transfersEndpoints.ofPerson, { params: { id: transfer.enrolleeId } });
      const saved = transfers.find((each) => each.id === id);
      return saved === undefined ? {} : savedBy(step, saved);
    },
  };
  const options = { invalidates: changedByTransfers, onDone, ifStale };
  const params = { id };
  const text = (value: string | undefined) => value ?? "";
  const forms = {
    send: useBodyForm(transfersEndpoints.send, {
      ...options,
      request: ({ sentOn, letterNumber, materials = [] }: StepValues) => ({
        params,
        body: { version, sentOn: text(sentOn), letterNumber: text(letterNumber), materials },
      }),
    }),
    receive: useBodyForm(transfersEndpoints.recordReceipt, {
      ...options,
      request: ({ receiptOn, receiptNumber, receivedBy }: StepValues) => ({
        params,
        body: {
          version,
          receiptOn: text(receiptOn),
          receiptNumber: text(receiptNumber),
          receivedBy: text(receivedBy),
        },
      }),
    }),
    acknowledge: useBodyForm(transfersEndpoints.acknowledge, {
      ...options,
      request: ({ acknowledgedOn }: StepValues) => ({
        params,
        body: { version, acknowledgedOn: text(acknowledgedOn) },
      }),
    }),
    return: useBodyForm(transfersEndpoints.returnToSender, {
      ...options,
      request: ({ returnedOn, reason }: StepValues) => ({
        params,
        body: { version, returnedOn: text(returnedOn), reason: text(reason) },
      }),
    }),
    cancel: useBodyForm(transfersEndpoints.cancel, {
      ...options,
      request: ({ cancelledOn, reason }: StepValues) => ({
        params,
        body: { version, cancelledOn: text(cancelledOn), reason: text(reason) },
      }),
    }),
  };
  return forms[step];
}

/** What the step asks for, as it is recorded by now. */
function savedBy(step: TransferStep, saved: Transfer): StepValues {
  const { sentOn, letterNumber, materials, receiptOn, receiptNumber, receivedBy } = saved;
  switch (step) {
    case "send":
      return { ...text("sentOn", sentOn), ...text("letterNumber", letterNumber), materials };
    case "receive":
      return {
        ...text("receiptOn", receiptOn),
        ...text("receiptNumber", receiptNumber),
        ...text("receivedBy", receivedBy),
      };
    case "acknowledge":
      return text("acknowledgedOn", receiptOn);
    case "return":
      return text("reason", saved.returnedReason);
    case "cancel":
      return { ...text("cancelledOn", saved.cancelledOn), ...text("reason", saved.cancelReason) };
  }
}

const text = (name: keyof StepValues, value: string | null): StepValues =>
  value === null ? {} : { [name]: value };
