import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import type { RecordedStep } from "@rehab/schema/handoffs";
import { intakeEndpoints } from "@rehab/schema/intake";
import { App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { staleAfterStep } from "../handoff-data.ts";

interface AnnulDialogProps {
  readonly step: RecordedStep;
  readonly onClose: () => void;
}

/** Annuls a step that was recorded wrongly, with the reason. */
export function AnnulDialog({ step, onClose }: AnnulDialogProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { message } = App.useApp();
  const { form, submit, pending, error } = useBodyForm(intakeEndpoints.annul, {
    request: ({ reason }: { reason: string }) => ({ params: { id: step.id }, body: { reason } }),
    invalidates: staleAfterStep,
    onDone: () => {
      void message.success(t("handoffs.done.annul"));
      onClose();
    },
  });
  const what = `${labelOf(CASE_EVENT_KINDS, step.kind)} ${dayText(step.happenedOn)}`;
  return (
    <Modal
      open
      title={t("handoffs.annulOf", { what })}
      okText={t("handoffs.annul")}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 12 }}>{t("handoffs.annulHelp")}</p>
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ reason: "" }}>
        <ProblemAlert error={error} />
        <Form.Item name="reason" label={t("handoffs.annulReason")} required>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
